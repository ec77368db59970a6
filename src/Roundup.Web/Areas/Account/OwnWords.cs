using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Data.People;
using Roundup.Model.Discussion;

namespace Roundup.Web.Areas.Account;

public static class OwnWords
{
    /// <summary>By what an account's address is found among writers; the desk's people may have one that no mail from outside reaches.</summary>
    public static string KeyOf(string email) => Commenter.Address(email) ?? email.Trim().ToLowerInvariant();

    extension(RoundupDb db)
    {
        /// <summary>Under whom somebody wrote: signed in, and as a guest before, where the address is shown to be theirs.</summary>
        public IQueryable<Commenter> CommentersOf(Person person)
        {
            var (id, address) = (person.Id, person is { EmailConfirmed: true, Email: { } email } ? KeyOf(email) : null);
            return db.Commenters.Where(c => c.PersonId == id || (address != null && c.Email == address));
        }

        /// <summary>What they wrote: as one of those, and at the desk under an address that is not shown to be theirs and that a guest had before.</summary>
        public IQueryable<Comment> CommentsOf(Person person)
        {
            var (ids, address) = (db.CommentersOf(person).Select(c => c.Id), KeyOf(person.Email ?? ""));
            return db.Comments.Where(c => ids.Contains(c.CommenterId) || (c.FromDesk && c.Commenter.Email == address));
        }

        /// <summary>What was mailed to them, under whichever spelling of the address: accounts keep it as it was typed, writers in lower case.</summary>
        public async Task<IQueryable<QueuedMail>> MailsToAsync(Person person, CancellationToken cancel)
        {
            List<string> addresses = [person.Email ?? "", .. await db.CommentersOf(person).Select(c => c.Email).ToListAsync(cancel)];
            if (person.EmailConfirmed) addresses.Add(KeyOf(person.Email ?? ""));
            return db.Outbox.Where(m => addresses.Contains(m.To));
        }
    }
}
