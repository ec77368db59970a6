using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Roundup.Data.People;

namespace Roundup.Web.Areas.Account;

/// <summary>
/// One-time codes for who has lost the second factor. Identity would keep them as they are; here only their hashes are handed to it,
/// so that they are shown once and whoever reads the database can't use them.
/// </summary>
public sealed class RecoveryCodes(IUserStore<Person> store)
{
    public const int Count = 10;

    /// <summary>Without what looks alike. 32 letters, of which ten are 50 random bits.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz123456789";

    /// <summary>New ones for the old; saved by whoever updates the person.</summary>
    public async Task<IReadOnlyList<string>> ReplaceAsync(Person person, CancellationToken cancel)
    {
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => $"{RandomNumberGenerator.GetString(Alphabet, 5)}-{RandomNumberGenerator.GetString(Alphabet, 5)}")];
        await ((IUserTwoFactorRecoveryCodeStore<Person>)store).ReplaceCodesAsync(person, codes.Select(HashOf), cancel);
        return codes;
    }

    /// <summary>However it was typed.</summary>
    public static string HashOf(string code) => Secret.HashOf(string.Concat(code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)));
}
