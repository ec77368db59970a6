using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;
using Roundup.Model.Discussion;
using Roundup.Web.Talk;

namespace Roundup.Web.Tests.Moderating;

public sealed class WorkTests(ITestOutputHelper output)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero));
    private readonly EphemeralDataProtectionProvider _keys = new();

    private WorkChallenge Work => field ??= new WorkChallenge(_keys, _clock);

    [Fact]
    public void A_solution_is_taken_once()
    {
        var challenge = Work.Make();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var solution = Solve(challenge);
        output.WriteLine($"FIGURE: solving one challenge on this machine in .NET, ms = {watch.ElapsedMilliseconds}");

        Assert.True(Work.Takes(solution));
        Assert.False(Work.Takes(solution));
        Assert.True(new WorkChallenge(_keys, _clock).Takes(Solve(Work.Make())));
    }

    [Fact]
    public void A_solution_is_good_for_a_day()
    {
        var solution = Solve(Work.Make());
        _clock.Advance(WorkChallenge.GoodFor + TimeSpan.FromSeconds(2));

        Assert.False(Work.Takes(solution));
    }

    [Theory]
    [InlineData("keyPrefix", "")]
    [InlineData("cost", 1)]
    [InlineData("expiresAt", 9999999999)]
    [InlineData("salt", "00")]
    [InlineData("nonce", "zz")]
    public void An_easier_challenge_is_nobody_s(string parameter, object value)
    {
        var challenge = JsonNode.Parse(Work.Make())!;
        challenge["parameters"]![parameter] = value is string text ? text : value is int number ? number : (long)value;

        Assert.False(Work.Takes(Payload(challenge, 1)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("bnVsbA==")]
    [InlineData("e30=")]
    [InlineData("eyJjaGFsbGVuZ2UiOnt9LCJzb2x1dGlvbiI6eyJjb3VudGVyIjotMX19")]
    [InlineData("eyJjaGFsbGVuZ2UiOnsicGFyYW1ldGVycyI6e30sInNpZ25hdHVyZSI6ImEifSwic29sdXRpb24iOnsiY291bnRlciI6MX19")]
    public void Nonsense_is_no_solution(string? payload) => Assert.False(Work.Takes(payload));

    [Fact]
    public void A_wrong_counter_is_no_solution()
    {
        // One in 4,096 is right by chance; two of them in a row are not.
        var tries = Enumerable.Range(0, 3).Count(_ => Work.Takes(Payload(JsonNode.Parse(Work.Make())!, uint.MaxValue)));

        Assert.InRange(tries, 0, 1);
    }

    [Fact]
    public void A_form_that_asked_for_work_and_comes_without_is_held_unless_its_writer_is_known()
    {
        var guard = new SpamGuard(_keys, Work, _clock);
        var (asked, plain) = (guard.Opened(asksForWork: true), guard.Opened());
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(CommentHolds.TooQuick, guard.Look(new() { Opened = asked }));
        Assert.Equal(CommentHolds.TooQuick, guard.Look(new() { Opened = asked, Work = "e30=" }));
        Assert.Equal(CommentHolds.None, guard.Look(new() { Opened = asked }, isKnown: true));
        Assert.Equal(CommentHolds.None, guard.Look(new() { Opened = asked, Work = Solve(Work.Make()) }));
        Assert.Equal(CommentHolds.None, guard.Look(new() { Opened = plain }));
        Assert.Equal(CommentHolds.TooQuick, guard.Look(new() { Opened = guard.Opened() }));
        Assert.Equal(CommentHolds.Trap | CommentHolds.TooQuick, guard.Look(new() { Website = "x" }));
    }

    private static string Solve(string made)
    {
        var challenge = JsonNode.Parse(made)!;
        var parameters = challenge["parameters"]!;
        byte[] start = [.. Convert.FromHexString((string)parameters["salt"]!), .. Convert.FromHexString((string)parameters["nonce"]!), 0, 0, 0, 0];
        for (uint counter = 0; ; counter++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(start.AsSpan(^4), counter);
            var hash = SHA256.HashData(start);
            for (var round = 1; round < (int)parameters["cost"]!; round++) hash = SHA256.HashData(hash);
            if (Convert.ToHexStringLower(hash).StartsWith((string)parameters["keyPrefix"]!, StringComparison.Ordinal)) return Payload(challenge, counter);
        }
    }

    private static string Payload(JsonNode challenge, uint counter) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject { ["challenge"] = challenge.DeepClone(), ["solution"] = new JsonObject { ["counter"] = counter, ["derivedKey"] = "" } }.ToJsonString()));
}
