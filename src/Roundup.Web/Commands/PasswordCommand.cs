using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Roundup.Data.People;
using Roundup.Web.Starting;

namespace Roundup.Web.Commands;

/// <summary>The way back in for who lost a password: whoever may run this program may read the database anyway.</summary>
internal static class PasswordCommand
{
    public static Command Make()
    {
        var email = new Argument<string>("email") { Description = "The address of the account." };
        var command = new Command("password", "Reads a new password for an account from standard input.") { email };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => ChangeAsync(parsed.GetValue(email)!, [.. parsed.UnmatchedTokens], parsed.InvocationConfiguration));
        return command;
    }

    private static async Task<int> ChangeAsync(string email, string[] settings, InvocationConfiguration console)
    {
        await using var app = Serving.Build(settings);
        await using var scope = app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        if (await people.FindByEmailAsync(email) is not { } person)
        {
            await console.Error.WriteLineAsync($"There is no account {email}.");
            return 1;
        }

        var password = await Console.In.ReadLineAsync() ?? "";
        var token = await people.GeneratePasswordResetTokenAsync(person);
        var result = await people.ResetPasswordAsync(person, token, password);
        if (result.Succeeded) result = await people.SetLockoutEndDateAsync(person, null);
        await (result.Succeeded ? console.Output : console.Error).WriteLineAsync(result.Succeeded ? "The password is changed." : string.Join(' ', result.Errors.Select(e => e.Description)));
        return result.Succeeded ? 0 : 1;
    }
}
