using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Roundup.Web.Talk;

/// <summary>
/// A calculation that a browser does before it sends: dear for who sends to thousands of sites, nothing for who writes one comment. It is ALTCHA's
/// (altcha.org, its second protocol, SHA-256): find a counter so that the hash of salt, nonce and counter begins with a prefix. A challenge is signed with the
/// key ring, which all instances share, is good for a day, and is taken once; once by each instance, since a used one is remembered in memory.
/// </summary>
public sealed class WorkChallenge(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>So long may somebody write.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(1);

    /// <summary>How many hashes make one try; with the prefix about 80,000 hashes in all, a second or two of a phone.</summary>
    private const int Cost = 20;

    private const string Prefix = "000";
    private const int PayloadLength = 4000;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new();

    private readonly IDataProtector _seal = protection.CreateProtector("Roundup.Talk.Work");

    /// <summary>As JSON, for the element that solves it.</summary>
    public string Make()
    {
        var parameters = new Parameters("SHA-256", Cost, clock.GetUtcNow().Add(GoodFor).ToUnixTimeSeconds(), 32, Prefix, Random(), Random());
        return JsonSerializer.Serialize(new Challenge(parameters, _seal.Protect(parameters.Canonical)), JsonSerializerOptions.Web);
    }

    /// <param name="payload">Base64 of the challenge with its solution, as a form brings it.</param>
    public bool Takes(string? payload)
    {
        var now = clock.GetUtcNow();
        if (Read(payload) is not { Challenge: { Parameters: { } parameters, Signature: { } signature }, Solution: { } solution }) return false;
        if (!IsOurs(parameters, signature) || DateTimeOffset.FromUnixTimeSeconds(parameters.ExpiresAt) < now || !IsSolved(parameters, solution.Counter)) return false;

        foreach (var (nonce, until) in _used)
            if (until < now) _used.TryRemove(nonce, out _);
        return _used.TryAdd(parameters.Nonce, now + GoodFor);
    }

    private bool IsOurs(Parameters parameters, string signature)
    {
        try
        {
            return _seal.Unprotect(signature) == parameters.Canonical;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool IsSolved(Parameters parameters, uint counter)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, counter);
        byte[] hash = [.. Convert.FromHexString(parameters.Salt), .. Convert.FromHexString(parameters.Nonce), .. number];
        for (var round = 0; round < parameters.Cost; round++) hash = SHA256.HashData(hash);
        return Convert.ToHexStringLower(hash).StartsWith(parameters.KeyPrefix, StringComparison.Ordinal);
    }

    private static Payload? Read(string? payload)
    {
        if (payload is not { Length: > 0 and <= PayloadLength }) return null;

        try
        {
            return JsonSerializer.Deserialize<Payload>(Encoding.UTF8.GetString(Convert.FromBase64String(payload)), JsonSerializerOptions.Web);
        }
        catch (Exception mistake) when (mistake is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private sealed record Payload(Challenge? Challenge, Solution? Solution);

    private sealed record Challenge(Parameters? Parameters, string? Signature);

    private sealed record Solution(uint Counter);

    private sealed record Parameters(string Algorithm, int Cost, long ExpiresAt, int KeyLength, string KeyPrefix, string Nonce, string Salt)
    {
        /// <summary>What is signed: everything, in one order.</summary>
        internal string Canonical => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
    }
}
