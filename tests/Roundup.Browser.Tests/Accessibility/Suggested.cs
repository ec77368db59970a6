using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model.Discussion;
using Roundup.Model.Papers;

namespace Roundup.Browser.Tests.Accessibility;

/// <summary>What readers suggested, in every state.</summary>
internal static class Suggested
{
    /// <summary>Opens the page of what Ann suggested.</summary>
    public const string Token = "suggested-for-the-tests-0123456789abcdef";

    private static readonly DateTimeOffset Now = Scene.Now;

    public static async Task AddAsync(RoundupDb db)
    {
        var (ann, bo, cem) = (Reader("ann", "Ann Withaverylongname Oftwo-Names-andmore"), Reader("bo", "Bo"), Reader("cem", "جم"));
        var known = await db.Papers.SingleAsync(p => p.Identifiers.Any(i => i.Value == Scene.KnownId));
        var mass = Named(db, new(PaperScheme.Arxiv, "2210.07229"), "Mass-Editing Memory in a Transformer, and a title that goes on for as long as titles of papers sometimes do");
        mass.Name(new(ann, ann.Name, null, "It scales the edit of issue 1 to thousands of facts.\n\nSee https://example.org/a/note/with/an/address/that/goes/on/and/on/and/does/not/break", IsProven: true, WantsMail: true), Token, Now);
        mass.Name(new(bo, bo.Name, null, "", IsProven: true, WantsMail: true), Secret.Make(), Now);
        mass.Name(new(cem, cem.Name, null, "نعم", IsProven: true, WantsMail: true), Secret.Make(), Now);
        var title = Named(db, Suggestion.Titled("A paper known by its title alone"), "A paper known by its title alone");
        title.Name(new(ann, ann.Name, null, "", IsProven: true, WantsMail: true), Secret.Make(), Now);
        Decline(title, "We wait for the code.");
        title.Hear(title.Name(new(bo, bo.Name, null, "The code is out.", IsProven: true, WantsMail: true), Secret.Make(), Now), Now);
        var again = Named(db, new(PaperScheme.Arxiv, Scene.KnownId), "");
        again.Become(known);
        again.Name(new(ann, ann.Name, null, "Version 5 has new figures.", IsProven: true, WantsMail: true), Secret.Make(), Now);
        var declined = Named(db, new(PaperScheme.OpenReview, "QC10RmRbZy9"), "");
        declined.Name(new(ann, ann.Name, null, "", IsProven: true, WantsMail: true), Secret.Make(), Now);
        Decline(declined, "Outside of what we read.");
        var appeared = Named(db, new(PaperScheme.Doi, "10.1038/s41586-021-03819-2"), "Highly accurate protein structure prediction");
        appeared.Name(new(ann, ann.Name, null, "", IsProven: true, WantsMail: true), Secret.Make(), Now).Tell(Now);
        appeared.Appear(2, "Ann", Now);
    }

    private static void Decline(Suggestion suggestion, string word) => Assert.Null(suggestion.Decline(word, "Ann", Now));

    private static Suggestion Named(RoundupDb db, PaperId paper, string title)
    {
        var suggestion = new Suggestion(paper, title, PaperAddress.Of(paper) ?? "", Now);
        db.Add(suggestion);
        return suggestion;
    }

    private static Commenter Reader(string email, string name) => new($"{email}@example.net", name, Secret.Make(), Now);
}
