using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Roundup.Data.People;

/// <summary>What a link or a script knows and we don't keep: only its hash, by which it is found again. 256 random bits need no salt and no slow hash.</summary>
public static class Secret
{
    private const int Bytes = 32;

    /// <summary>Letters, digits, hyphen and underscore (base64url, RFC 4648, 5), without padding.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a text looks like one of these, so that it is worth looking for: a stranger sends blanks, and U+0000, which PostgreSQL refuses.</summary>
    public static bool CouldBe([NotNullWhen(true)] string? text, int length) => text?.Length > 0 && text.Length <= length && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>SHA-256 as hexadecimal.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
