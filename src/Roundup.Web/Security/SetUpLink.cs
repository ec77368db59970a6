using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;

namespace Roundup.Web.Security;

/// <summary>
/// The way in while nobody owns the site: a link that only who reads the log can know. It is sealed with the key ring, so that every instance
/// accepts it, and it is dead the moment that an owner exists.
/// </summary>
public sealed class SetUpLink(RoundupDb db, IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Roundup.SetUp");

    public async Task<bool> IsNeededAsync() => !await db.Users.AnyAsync(p => p.Role == Role.Owner);

    public string MakeToken() => _seal.Protect(RandomNumberGenerator.GetHexString(32));

    public async Task<bool> OpensAsync(string? token)
    {
        if (string.IsNullOrEmpty(token)) return false;

        try
        {
            _seal.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return false;
        }

        return await IsNeededAsync();
    }
}
