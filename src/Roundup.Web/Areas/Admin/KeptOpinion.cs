using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin;

/// <summary>
/// An opinion that was taken out, as the page carries it for its Undo: sealed, since it says whose words they are. Nobody puts words into
/// another's mouth by it.
/// </summary>
public sealed record KeptOpinion(int Number, int? PersonId, string Author, string Words, ReadDepth? Depth)
{
    private const string Purpose = "Roundup.KeptOpinion";

    /// <param name="number">Of the issue that it was taken from.</param>
    public static KeptOpinion Of(int number, Opinion opinion) => new(number, opinion.PersonId, opinion.Author, opinion.Words.Source, opinion.Depth);

    public string Seal(IDataProtectionProvider protection) => protection.CreateProtector(Purpose).Protect(JsonSerializer.Serialize(this));

    /// <returns>Null where it was not sealed here, or for another issue.</returns>
    public static KeptOpinion? Open(IDataProtectionProvider protection, string? seal, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<KeptOpinion>(protection.CreateProtector(Purpose).Unprotect(seal ?? "")) is { } kept && kept.Number == number ? kept : null;
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
