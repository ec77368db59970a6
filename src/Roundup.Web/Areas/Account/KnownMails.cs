using Microsoft.AspNetCore.Identity;
using Roundup.Data.People;

namespace Roundup.Web.Areas.Account;

/// <summary>What is said to an address, where a page says the same to everyone.</summary>
public static class KnownMails
{
    extension(AccountMail mail)
    {
        public async Task ConfirmAsync(Person person, UserManager<Person> people, CancellationToken cancel)
        {
            var code = await people.GenerateEmailConfirmationTokenAsync(person);
            await mail.QueueAsync(person, "confirm", "Confirm your address", $"""
                Somebody, you we hope, made an account with this address. Open this page and type the password of the account: that confirms it.

                {mail.Link("/account/confirm", person, code)}

                The link is good for a day. If it was not you, do nothing: nobody can use the account.
                """.ReplaceLineEndings("\n"), isOwn: false, cancel);
        }

        /// <summary>To somebody who registers a second time; or somebody else did, under their address.</summary>
        public async Task SayKnownAsync(Person person, UserManager<Person> people, CancellationToken cancel)
        {
            if (!person.EmailConfirmed && person.Role is Role.Reader) await mail.ConfirmAsync(person, people, cancel);
            var code = await people.GeneratePasswordResetTokenAsync(person);
            await mail.QueueAsync(person, "known", "You have an account already", $"""
                Somebody, you we hope, wanted to make an account with this address. There is one already, and nothing about it was changed.

                Sign in:
                {mail.Link("/account/sign-in")}

                If you don't know its password, choose a new one (the link is good for a day):
                {mail.Link("/account/reset", person, code)}

                If it was not you, do nothing.
                """.ReplaceLineEndings("\n"), isOwn: false, cancel);
        }

        public async Task OfferResetAsync(Person person, UserManager<Person> people, CancellationToken cancel)
        {
            var code = await people.GeneratePasswordResetTokenAsync(person);
            await mail.QueueAsync(person, "reset", "A new password", $"""
                Somebody, you we hope, forgot the password of the account with this address. Choose a new one here:

                {mail.Link("/account/reset", person, code)}

                The link is good for a day, and once. If it was not you, do nothing: the old password stays.
                """.ReplaceLineEndings("\n"), isOwn: false, cancel);
        }

        /// <summary>What changed about how one signs in, so that nobody else changes it unseen: each of them is told, also to somebody who was told of five today.</summary>
        public Task NoticeAsync(Person person, string what, CancellationToken cancel) => mail.QueueAsync(person, "notice", what, $"""
            {what} for your account.

            If that was you, all is well. If not, choose a new password now, look at where you are signed in, and remove passkeys that are not yours: they open the account without the password.
            {mail.Link("/account/forgotten")}
            {mail.Link("/account/sessions")}
            {mail.Link("/account/passkeys")}
            """.ReplaceLineEndings("\n"), isOwn: true, cancel);
    }
}
