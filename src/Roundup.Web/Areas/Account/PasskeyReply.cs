using Microsoft.AspNetCore.Identity;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account;

/// <summary>What a device answered. Identity throws where nothing was asked; that is a refusal like any other here.</summary>
internal static class PasskeyReply
{
    public static Task<PasskeyAttestationResult?> AttestAsync(SignIns signIn, string credential) => TryAsync(() => signIn.PerformPasskeyAttestationAsync(credential));

    public static Task<PasskeyAssertionResult<Person>?> AssertAsync(SignIns signIn, string credential) => TryAsync(() => signIn.PerformPasskeyAssertionAsync(credential));

    private static async Task<T?> TryAsync<T>(Func<Task<T>> look) where T : class
    {
        try
        {
            return await look();
        }
        catch (Exception odd) when (odd is InvalidOperationException or ArgumentException or FormatException or System.Text.Json.JsonException or PasskeyException)
        {
            return null;
        }
    }
}
