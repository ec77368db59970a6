using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Roundup.Model.Discussion;
using Roundup.Model.Text;

namespace Roundup.Web.Areas.Account;

/// <summary>How a passkey is named in addresses and in lists.</summary>
public static class PasskeyId
{
    /// <summary>How many somebody may have at a time.</summary>
    public const int Most = 20;

    public static string Of(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    /// <returns>Empty where it is nothing of the kind.</returns>
    public static byte[] Read(string? id) => id is { Length: > 0 and < 2000 } && Base64Url.IsValid(id) ? Base64Url.DecodeFromChars(id) : [];

    /// <summary>As its holder calls it; one must be able to tell one from another.</summary>
    public static string Named(string? typed, string otherwise) => Letters.Name(typed ?? "") is { Length: > 0 } name ? Letters.Cut(name, Commenter.NameLength) : otherwise;
}
