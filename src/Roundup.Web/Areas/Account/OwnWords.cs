using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model.Discussion;

namespace Roundup.Web.Areas.Account;

public static class OwnWords
{
    extension(RoundupDb db)
    {
        /// <summary>Under whom somebody wrote: signed in, and as a guest before, where the address is shown to be theirs.</summary>
        public IQueryable<Commenter> CommentersOf(Person person)
        {
            var (id, address) = (person.Id, person is { EmailConfirmed: true, Email: { } email } ? Commenter.Address(email) : null);
            return db.Commenters.Where(c => c.PersonId == id || (address != null && c.Email == address));
        }
    }
}
