using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model.Inbox;
using Roundup.Model.Text;
using Roundup.Web.Seen;

namespace Roundup.Web.Capturing;

/// <summary>
/// The inbox for scripts: a token and a text, as if it had been pasted. No cookie is looked at, so that no page elsewhere can knock in somebody's
/// name, and nothing is told to scripts of other sites (no CORS).
/// </summary>
public sealed class InboxDoor(RoundupDb db, PastedPapers papers, SeenBefore seen, TimeProvider clock)
{
    public const string Path = "/api/inbox";

    /// <summary>In bytes: a long post. More is pasted at the desk.</summary>
    public const int MostBytes = 1024 * 1024;

    // A token that is used each second would otherwise write each second.
    private static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(1);

    public async Task<IResult> TakeAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        if (await FindAsync(context.Request, cancel) is not { } token) return Unknown(context);
        if (token.Person.Role < Role.Contributor) return Refused(StatusCodes.Status403Forbidden, "Whoever this token is of may not fill the inbox any more.");
        if (await ReadAsync(context.Request, cancel) is not { } bytes) return Refused(StatusCodes.Status413PayloadTooLarge, "A script sends at most one megabyte at once; paste longer texts at the desk.");
        if (Understand(context.Request, bytes, out var sent) is { } odd) return odd;

        var by = Letters.Cut(token.Person.Name, Person.NameLength);
        if (await papers.TakeAsync(sent.Pasted, by, Clipping.Visible(sent.Note), cancel) is { } refusal) return Refused(StatusCodes.Status422UnprocessableEntity, refusal.Sentence);

        var known = papers.Items.Where(i => i.Paper.Id != 0).ToList();
        var sightings = await seen.FindAsync([.. known.Select(i => Mention.Of(i.Paper))], cancel);
        var before = known.Zip(sightings).Where(k => k.Second is { IsSeen: true }).ToDictionary(k => k.First, k => k.Second!);
        var isNew = papers.Items.Any(i => i.Id == 0);
        if (await db.SaveAsync(cancel) is { } race) return Refused(StatusCodes.Status409Conflict, race.Sentence);

        return Results.Json(
            new Answer([.. papers.Items.Select(i => Kept.Of(i, before.GetValueOrDefault(i)))], papers.LeftOver),
            statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    // Found by its hash: no comparison takes longer for a token that is nearly right.
    private async Task<ApiToken?> FindAsync(HttpRequest request, CancellationToken cancel)
    {
        if (Bearer(request) is not { } secret) return null;

        var hash = Secret.HashOf(secret);
        var token = await db.ApiTokens.AsNoTracking().Include(t => t.Person).SingleOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null && t.Person.LeftAt == null, cancel);
        var now = clock.GetUtcNow();
        if (token is not null && (token.LastUsedAt is not { } last || now - last >= UseIsNoted))
            await db.ApiTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), cancel);
        return token;
    }

    /// <summary>The token of a request; null where there is none that could be ours.</summary>
    public static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            && header["Bearer ".Length..].Trim() is var secret && secret.StartsWith(ApiToken.Prefix, StringComparison.Ordinal) && secret.Length < 100 ? secret : null;

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > MostBytes) return null;

        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await request.Body.ReadAsync(part, cancel) is > 0 and var length)
        {
            if (body.Length + length > MostBytes) return null;
            body.Write(part, 0, length);
        }

        return body.ToArray();
    }

    private static IResult? Understand(HttpRequest request, byte[] bytes, out Sent sent)
    {
        sent = new Sent(null, null, null);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) type = null;
        try
        {
            if (type?.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) is true) sent = JsonSerializer.Deserialize<Sent>(bytes, JsonSerializerOptions.Web) ?? sent;
            else if (type?.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true) sent = Sent.Of(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(bytes)));
            else return Refused(StatusCodes.Status415UnsupportedMediaType, "Send application/json or application/x-www-form-urlencoded.");
        }
        catch (JsonException)
        {
            return Refused(StatusCodes.Status400BadRequest, "That is not JSON with the words “url” or “text”, and “note”, each a string.");
        }

        sent = sent with { Url = Letters.Keepable(sent.Url ?? ""), Text = Letters.Keepable(sent.Text ?? ""), Note = Letters.Keepable(sent.Note ?? "") };
        return string.IsNullOrWhiteSpace(sent.Pasted) ? Refused(StatusCodes.Status400BadRequest, "Say which paper: send “url” or “text”.") : null;
    }

    private static IResult Unknown(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Refused(StatusCodes.Status401Unauthorized, "Send “Authorization: Bearer …” with a token that was made at the desk and not revoked.");
    }

    private static IResult Refused(int status, string sentence) => Results.Problem(sentence, statusCode: status);

    private sealed record Sent(string? Url, string? Text, string? Note)
    {
        public string Pasted => string.Join('\n', new[] { Url, Text }.Where(t => !string.IsNullOrWhiteSpace(t)));

        public static Sent Of(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form) => new(form.GetValueOrDefault("url"), form.GetValueOrDefault("text"), form.GetValueOrDefault("note"));
    }

    private sealed record Answer(IReadOnlyList<Kept> Papers, string LeftOver);

    /// <param name="Path">Of the inbox, where it waits.</param>
    /// <param name="SeenIn">Where it was covered: issue 3.</param>
    private sealed record Kept(int Id, string Title, string Path, bool SeenBefore, IReadOnlyList<string> SeenIn)
    {
        public static Kept Of(InboxItem item, Sighting? before) =>
            new(item.Paper.Id, item.Paper.Title, $"/admin/inbox#i-{item.Id}", before is not null, [.. (before?.Places ?? []).Select(p => p.Name)]);
    }
}
