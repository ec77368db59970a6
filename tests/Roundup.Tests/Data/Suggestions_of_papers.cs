using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.Papers;
using Roundup.Formats;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Tests.Data;

/// <summary>What waits for an editor, and by which names a suggestion is found.</summary>
public sealed class Suggestions_of_papers
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task What_counts_waits_and_the_most_wanted_comes_first(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var db = database.Open())
        {
            var (ann, bo, banned) = (Reader("ann"), Reader("bo"), Reader("banned"));
            banned.Ban("Ines", Now);
            Named(db, "2210.00001", (ann, true));
            Named(db, "2210.00002", (ann, true), (bo, true));
            Named(db, "2210.00003", (ann, false));
            Named(db, "2210.00004", (banned, true));
            Assert.Null(Named(db, "2210.00005", (ann, true)).Decline("No.", "Ines", Now));
            var held = Comment(ann);
            Named(db, "2210.00006").Name(new(ann, ann.Name, held, "", IsProven: true, WantsMail: true), "held", Now);
            var shown = Comment(bo);
            Assert.Null(shown.Approve("Ines", Now));
            Named(db, "2210.00007").Name(new(bo, bo.Name, shown, "", IsProven: true, WantsMail: true), "shown", Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var again = database.Open();
        var waiting = await again.Suggestions.Waiting.MostWantedFirst.Whole.ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["2210.00002", "2210.00001", "2210.00007"], waiting.Select(s => s.Value));
        Assert.All(waiting, s => Assert.NotEmpty(s.Heard));
        Assert.Equal(await again.SuggestionVoices.Counting.CountAsync(TestContext.Current.CancellationToken), (await again.Suggestions.Whole.ToListAsync(TestContext.Current.CancellationToken)).Sum(s => s.Heard.Count()));
        Assert.Equal("2210.00007", (await again.SuggestionAsync("shown", TestContext.Current.CancellationToken))?.Value);
        Assert.Null(await again.SuggestionAsync("", TestContext.Current.CancellationToken));
        Assert.Null(await again.SuggestionAsync(new string('t', 65), TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_paper_s_suggestions_are_found_by_it_by_its_names_its_title_and_what_it_took_in(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        var (kept, absorbed, other) = (Paper("Toy Models of Superposition", "2209.10652"), Paper("Toy models", "2209.99999"), Paper("Another", "2209.00001"));
        db.AddRange(kept, absorbed, other);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Named(db, "2209.10652");
        Named(db, "2209.00001");
        var title = new Suggestion(Suggestion.Titled("Toy models of superposition."), "Toy models of superposition.", "", Now);
        var page = new Suggestion(new(PaperScheme.Url, "https://example.org/toys.pdf"), "", "", Now);
        page.Become(absorbed);
        db.AddRange(title, page);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        Assert.Null((await db.MergeAsync(kept, absorbed, "Ines", "the same", Now, TestContext.Current.CancellationToken)).Refusal);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        await using var again = database.Open();
        var found = await again.SuggestionsOfAsync([kept.Id], TestContext.Current.CancellationToken);

        Assert.Equal(["arxiv:2209.10652", "title:toymodelsofsuperposition", "url:https://example.org/toys.pdf"], found.Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Empty(await again.SuggestionsOfAsync([], TestContext.Current.CancellationToken));
    }

    private static Suggestion Named(RoundupDb db, string arxiv, params (Commenter By, bool IsProven)[] voices)
    {
        var suggestion = new Suggestion(new(PaperScheme.Arxiv, arxiv), "", "", Now);
        foreach (var (by, isProven) in voices) suggestion.Name(new(by, by.Name, null, "", IsProven: isProven, WantsMail: true), $"{arxiv}-{by.Name}", Now);
        db.Add(suggestion);
        return suggestion;
    }

    private static Paper Paper(string title, string arxiv)
    {
        var paper = new Paper(title, Now);
        paper.Identify(new(PaperScheme.Arxiv, arxiv));
        return paper;
    }

    private static Commenter Reader(string name) => new($"{name}@example.net", name, name, Now);

    private static int _issues;

    private static Comment Comment(Commenter by)
    {
        var issue = new Issue(Interlocked.Increment(ref _issues), Now);
        issue.Add(new Paper("One", Now), Now);
        Assert.Null(issue.Name("Shelf", "", Now));
        Assert.Null(issue.Publish("Ines", Now));
        Assert.Null(SafeMarkdown.Render("Words.", ProseKind.Comment, out var words));
        Assert.Null(Roundup.Model.Discussion.Comment.Write(issue, null, null, new(by, by.Name, words, CommentHolds.None, IsProven: true, FromDesk: false), DiscussionRules.Default, Now, out var comment));
        return comment!;
    }
}
