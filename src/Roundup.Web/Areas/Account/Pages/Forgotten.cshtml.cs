using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages;

/// <summary>Offers a new password, by mail.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class ForgottenModel(RoundupDb db, UserManager<Person> people, AccountMail mail, PasswordEffort effort) : AddressPage(db, people, mail, effort)
{
    protected override async Task WriteAsync(Person person, CancellationToken cancel)
    {
        if (person is { LeftAt: null }) await Mail.OfferResetAsync(person, People, cancel);
    }
}
