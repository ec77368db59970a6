using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Roundup.Web.Security;

/// <summary>The codes of an authenticator app (RFC 6238), as Identity checks them: which of the half minutes around now one belongs to, so that it is good once.</summary>
public static class TimeCodes
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>How many half minutes a clock may be wrong by, as in Identity.</summary>
    private const int Slack = 2;

    /// <summary>Which half minute a code is of, counted since 1970; null for none that is good now. Of several the latest.</summary>
    /// <param name="key">Base32 (RFC 4648, 6).</param>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        var (secret, current, typed) = (Bytes(key), now.ToUnixTimeSeconds() / 30, Encoding.UTF8.GetBytes(code));
        for (var step = current + Slack; step >= current - Slack; step--)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), typed)) return step;
        return null;
    }

    private static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The RFC and the apps say SHA-1.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at)) & 0x7FFFFFFF) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string key)
    {
        var (bytes, bits, count) = (new List<byte>(key.Length), 0, 0);
        foreach (var letter in key)
        {
            if (Alphabet.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal) is var five && five < 0) continue;
            (bits, count) = ((bits << 5 | five) & 0xFFF, count + 5);
            if (count < 8) continue;
            count -= 8;
            bytes.Add((byte)(bits >> count));
        }

        return [.. bytes];
    }
}
