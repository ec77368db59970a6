using System.Security.Claims;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model.Text;

namespace Roundup.Web.Security;

public static class Auditing
{
    extension(RoundupDb db)
    {
        /// <summary>Notes who does what, in the save that does it. Nothing is saved here.</summary>
        /// <param name="act">What kind of deed: issue.published.</param>
        /// <param name="words">As it follows the name: published issue 3.</param>
        /// <param name="path">Where it can be looked at; for what is about an issue, below /admin/issues/{number}/.</param>
        public void Audit(ClaimsPrincipal person, string act, string words, string path, DateTimeOffset now) =>
            db.Add(new AuditRecord(person.Id(), Letters.Cut(person.PrintedName(), Person.NameLength), act, OneLine(words), path, now));

        /// <summary>The same for an account that is not signed in yet.</summary>
        public void Audit(Person person, string act, string words, string path, DateTimeOffset now) =>
            db.Add(new AuditRecord(person.Id, Letters.Cut(person.Name, Person.NameLength), act, OneLine(words), path, now));

        /// <summary>What the schedule does by itself.</summary>
        public void AuditSchedule(string act, string words, string path, DateTimeOffset now) => db.Add(new AuditRecord(null, "The schedule", act, OneLine(words), path, now));
    }

    private static string OneLine(string words) =>
        Letters.Cut(string.Concat(Letters.Keepable(words).Select(c => char.IsControl(c) ? ' ' : c)), AuditRecord.WordsLength);
}
