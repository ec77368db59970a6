using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Roundup.Web.Talk;

/// <summary>The address at which one click ends an editor's mails about comments, without signing in (RFC 8058). It says whose, sealed, and can do nothing else.</summary>
public sealed class DigestLink(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Roundup.Talk.Digest");

    public string PathOf(int person) => $"/comments/mails/{_seal.Protect(person.ToString(CultureInfo.InvariantCulture))}";

    /// <returns>Null where it is nobody's.</returns>
    public int? Read(string? words)
    {
        try
        {
            return string.IsNullOrEmpty(words) ? null : int.Parse(_seal.Unprotect(words), CultureInfo.InvariantCulture);
        }
        catch (Exception mistake) when (mistake is CryptographicException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
