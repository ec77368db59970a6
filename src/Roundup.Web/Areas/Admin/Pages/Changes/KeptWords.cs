using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Roundup.Model.Papers;

namespace Roundup.Web.Areas.Admin.Pages.Changes;

/// <summary>The words that a new version replaced, as the page carries them for its Undo: sealed, since they say where words came from.</summary>
internal sealed record KeptWords(int Change, bool WasShown, int PaperVersion, PaperWords Words)
{
    private const string Purpose = "Roundup.KeptWords";

    public string Seal(IDataProtectionProvider protection) => protection.CreateProtector(Purpose).Protect(JsonSerializer.Serialize(this));

    /// <returns>Null where it was not sealed here.</returns>
    public static KeptWords? Open(IDataProtectionProvider protection, string? seal)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptWords>(protection.CreateProtector(Purpose).Unprotect(seal ?? ""));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
