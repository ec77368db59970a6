using Microsoft.EntityFrameworkCore;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Browser.Tests.Accessibility;

/// <summary>What readers said about the first issue: everything that a comment can be.</summary>
internal static class SceneOfTalk
{
    private static readonly DateTimeOffset Start = BrowserSite.Start.AddMinutes(-1);

    public static async Task FurnishAsync(RoundupDb db, string token)
    {
        var issue = await db.Issues.Include(i => i.Entries).SingleAsync(i => i.Number == 1);
        var entry = issue.Entries[0];
        var first = Say(db, issue, entry, null, Person("Hanna Lindqvist"), "One caution about reading the edits as evidence of *where* a fact lives: a layer can be a good place to write without being the place the model reads. See [the notes](https://example.org/notes).");
        await db.SaveChangesAsync();
        var answer = Say(db, issue, entry, first, Person("Ann"), "Fair. The tracing and the editing are two claims, and a later issue should take them one at a time.", fromDesk: true);
        await db.SaveChangesAsync();
        var follow = Say(db, issue, entry, answer, Person("T. Adeyemi, whose name is as long as a name can be, and does not break anywhe_re"), "There is now a follow-up, for when you do: arXiv:2210.07229.\n\n> The tracing and the editing are two claims.\n\n```\na line of code that is much too long for a telephone, and for most other screens besides\n```");
        var gone = Say(db, issue, null, null, Person("Gone"), "Gone.");
        var hidden = Say(db, issue, null, null, Person("Hidden"), "Hidden.");
        await db.SaveChangesAsync();
        Say(db, issue, null, gone, Person("Priya Raman"), "I would test it by decoupling early: $x_{i} \\to x_{i+1}$.");
        gone.Remove(Start);
        Insist(hidden.Hide("Ann", Start));
        Suggest(db, follow);
        var second = await db.Issues.Include(i => i.Entries.OrderBy(e => e.Position)).SingleAsync(i => i.Number == 2);
        Say(db, second, second.Entries[0], null, Person("A reader of sums"), "Is the second sum over $j$?");
        var reader = new Commenter("waits@example.org", "A reader who waits", token, Start);
        Say(db, issue, entry, null, reader, "Was it me who wrote *this*?", isProven: false);
        var mine = Say(db, issue, null, null, reader, "And this, which an editor found to be spam.");
        Insist(mine.MarkSpam("Ann", Start));
        Say(db, issue, null, null, reader, "This can be changed.", isProven: false);
        await db.SaveChangesAsync();
    }

    private static void Suggest(RoundupDb db, Comment comment)
    {
        foreach (var (id, title, state) in new[] { ("2210.07230", "Mass-Editing Memory in a Transformer", SuggestionState.Shortlisted), ("2209.10652", "Toy Models of Superposition", SuggestionState.InIssue), ("2207.08799", "", SuggestionState.Received), ("2201.02177", "Grokking", SuggestionState.Declined) })
        {
            var suggestion = new Suggestion(new PaperId(PaperScheme.Arxiv, id), title, "", Start);
            suggestion.Name(new(comment.Commenter, comment.Name, comment, "", IsProven: state is not SuggestionState.Received, WantsMail: true), Secret.Make(), Start);
            if (state is SuggestionState.Shortlisted) Insist(suggestion.Shortlist("Ann", Start));
            if (state is SuggestionState.Declined) Insist(suggestion.Decline("", "Ann", Start));
            if (state is SuggestionState.InIssue) suggestion.Appear(2, "Ann", Start);
            db.Add(suggestion);
        }
    }

    private static Commenter Person(string name)
    {
        var person = new Commenter($"{Guid.NewGuid():N}@example.org", name, Secret.Make(), Start);
        person.Accept(Start);
        return person;
    }

    private static Comment Say(RoundupDb db, Issue issue, Entry? entry, Comment? answered, Commenter by, string text, bool fromDesk = false, bool isProven = true)
    {
        Insist(SafeMarkdown.Render(text, ProseKind.Comment, out var words));
        Insist(Comment.Write(issue, entry, answered, new(by, by.Name, words, CommentHolds.None, isProven, fromDesk), DiscussionRules.Default, Start.AddSeconds(db.ChangeTracker.Entries<Comment>().Count()), out var comment));
        db.Add(comment!);
        return comment!;
    }

    private static void Insist(Refusal? refusal) => Assert.Null(refusal);
}
