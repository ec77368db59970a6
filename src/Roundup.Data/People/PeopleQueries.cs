using Microsoft.EntityFrameworkCore;
using Roundup.Model;

namespace Roundup.Data.People;

public static class PeopleQueries
{
    extension(IQueryable<Person> people)
    {
        /// <summary>Whoever may sign in to the desk.</summary>
        public IQueryable<Person> AtDesk => people.Where(p => p.LeftAt == null && p.Role >= Role.Contributor);

        public IQueryable<Person> Editors => people.Where(p => p.LeftAt == null && p.Role >= Role.Editor);

        public IQueryable<Person> Owners => people.Where(p => p.LeftAt == null && p.Role == Role.Owner);
    }

    extension(IQueryable<Attendance> attendances)
    {
        /// <summary>Where somebody is signed in now.</summary>
        /// <param name="since">Who was not seen since then has a cookie that ran out.</param>
        public IQueryable<Attendance> Lasting(int personId, DateTimeOffset since) =>
            attendances.Where(a => a.PersonId == personId && a.EndedAt == null && a.SeenAt >= since).OrderByDescending(a => a.SeenAt).ThenByDescending(a => a.Id);
    }

    extension(IQueryable<Invitation> invitations)
    {
        public IQueryable<Invitation> NewestFirst => invitations.OrderByDescending(i => i.Id);
    }

    extension(RoundupDb db)
    {
        /// <summary>Gives somebody a role. Nothing is saved here: two owners who take each other's ownership at once collide in the save.</summary>
        public async Task<Refusal?> GiveRoleAsync(Person person, Role role, CancellationToken cancel = default)
        {
            if (person.LeftAt is not null) return new("This account is closed. Open it again first.");
            if (person.Role == role) return null;
            if (person.MayNotRise() is { } unproven) return unproven;
            if (role is not Role.Owner && await db.KeepAnOwnerAsync(person, cancel) is { } refusal) return refusal;

            person.Role = role;
            Touch(person);
            return null;
        }

        /// <summary>Closes an account: it can't sign in any more, and where it is signed in, that ends. What was written stays.</summary>
        public async Task<Refusal?> CloseAccountAsync(Person person, DateTimeOffset now, CancellationToken cancel = default)
        {
            if (person.LeftAt is not null) return new("This account is closed already.");
            if (await db.KeepAnOwnerAsync(person, cancel) is { } refusal) return refusal;

            (person.LeftAt, person.SecurityStamp) = (now, Guid.NewGuid().ToString());
            Touch(person);
            return null;
        }

        /// <summary>Deletes an account for good, as its holder wishes. Nothing is saved here.</summary>
        public async Task<Refusal?> DeleteAccountAsync(Person person, CancellationToken cancel = default)
        {
            if (await db.KeepAnOwnerAsync(person, cancel) is { } refusal) return refusal;

            db.Remove(person);
            return null;
        }

        // An owner goes only while another one is seen to stay. That one's mark is changed too, so that who takes it from them meanwhile,
        // in another request or another process, finds another mark than they read.
        private async Task<Refusal?> KeepAnOwnerAsync(Person person, CancellationToken cancel)
        {
            if (person is not { Role: Role.Owner, LeftAt: null }) return null;
            if (await db.Users.Owners.Where(p => p.Id != person.Id).OrderBy(p => p.Id).FirstOrDefaultAsync(cancel) is not { } witness)
                return new("A publication has an owner. Make somebody else one first.");

            Touch(witness);
            return null;
        }
    }

    /// <summary>Why somebody can't be given more than they have: readers choose their own name and address, and the desk's people need not confirm theirs.</summary>
    public static Refusal? MayNotRise(this Person person) =>
        person is { Role: Role.Reader, EmailConfirmed: false } ? new("This address is not confirmed yet: anyone can have typed it.") : null;

    /// <summary>Marks an account as changed, so that a save that knew it before is refused.</summary>
    public static void Touch(this Person person) => person.ConcurrencyStamp = Guid.NewGuid().ToString();
}
