using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages;

/// <summary>Asks again for what registering asked for.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class ResendModel(RoundupDb db, UserManager<Person> people, AccountMail mail, PasswordEffort effort) : AddressPage(db, people, mail, effort)
{
    protected override async Task WriteAsync(Person person, CancellationToken cancel)
    {
        if (person is { LeftAt: null, EmailConfirmed: false }) await Mail.ConfirmAsync(person, People, cancel);
    }
}
