using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Papers;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Tests.Data;

public sealed class Kept_and_read_back
{
    private static readonly DateTimeOffset Now = new(2026, 3, 29, 1, 30, 0, 123, TimeSpan.FromHours(2));

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task An_issue_comes_back_as_it_was_saved(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var db = database.Open())
        {
            var issue = new Issue(7, Now);
            Assert.Null(issue.Name("Seven", "Ünïcode ∑", Now));
            issue.Frame(Prose("Hello *there*"), Prose("Bye"), Now);
            var entry = issue.Add(Paper("Zweite", "2202.05262"), Now, "Highlights");
            entry.Annotate("Highlights", Prose("A note"), [new PaperLink(LinkKind.Related, "https://example.org/a", "a")]);
            entry.Opine("", Prose("**Good**"), Now);
            entry.Opine("Rohin", Prose("Less so"), Now);
            db.Add(issue);
            Assert.Null(await db.SaveAsync());
        }

        await using var read = database.Open();
        var kept = await read.Issues.Whole.SingleAsync();
        Assert.Equal((7, "Seven", "Ünïcode ∑"), (kept.Number, kept.Title, kept.Theme));
        Assert.Equal("<p>Hello <em>there</em></p>", kept.Introduction.Html.ToString().Trim());
        Assert.Equal(2, kept.Introduction.Words);
        Assert.Equal(Now.UtcTicks, kept.CreatedAt.UtcTicks);
        var keptEntry = Assert.Single(kept.Entries);
        Assert.Equal(["", "Rohin"], keptEntry.Opinions.Select(o => o.Author));
        Assert.Equal(new PaperLink(LinkKind.Related, "https://example.org/a", "a"), Assert.Single(keptEntry.Links));
        Assert.Equal(["Ada L.", "Grace H."], keptEntry.Paper.Authors);
        Assert.Equal("arxiv:2202.05262", Assert.Single(keptEntry.Paper.Identifiers).ToPaperId().Key);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_new_order_is_kept(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database, "2202.00001", "2202.00002", "2202.00003");
        await using (var db = database.Open())
        {
            var issue = await db.Issues.Outlined.SingleAsync();
            Assert.Null(issue.Move(issue.Entries[2], 0, Now));
            Assert.Null(await db.SaveAsync());
        }

        await using var read = database.Open();
        Assert.Equal(["2202.00003", "2202.00001", "2202.00002"], (await read.Issues.Outlined.SingleAsync()).Entries.Select(e => e.Paper.Title));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Two_issues_of_one_number_are_refused_at_the_number(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database, "2202.00001");
        await using var db = database.Open();
        db.Add(new Issue(1, Now));

        var refusal = await db.SaveAsync();

        Assert.Equal(("Number", "There is an issue with this number already."), (refusal?.Field, refusal?.Sentence));
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_second_paper_of_one_name_is_refused(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database, "2202.00001");
        await using var db = database.Open();
        db.Add(Paper("again", "2202.00001"));

        Assert.NotNull(await db.SaveAsync());
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task The_slower_of_two_editors_is_told(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SeedAsync(database, "2202.00001");
        await using var first = database.Open();
        await using var second = database.Open();
        var (mine, theirs) = (await first.Issues.SingleAsync(), await second.Issues.SingleAsync());
        theirs.Name("Theirs", "", Now);
        Assert.Null(await second.SaveAsync());

        mine.Name("Mine", "", Now);

        Assert.NotNull(await first.SaveAsync());
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task Papers_are_found_by_any_of_their_names(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using (var db = database.Open())
        {
            var paper = Paper("One", "2202.00001");
            paper.Identify(new PaperId(PaperScheme.Doi, "10.1/x"));
            db.Add(paper);
            await db.SaveAsync();
        }

        await using var read = database.Open();
        var found = await read.Papers.ByKeyAsync([new PaperId(PaperScheme.Doi, "10.1/x"), new PaperId(PaperScheme.Acl, "nobody")]);
        Assert.Same(found["doi:10.1/x"], found["arxiv:2202.00001"]);
        Assert.DoesNotContain("acl:nobody", found.Keys);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task There_is_one_publication(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();
        db.Add(new Publication("One", Now));
        Assert.Null(await db.SaveAsync());
        await using var other = database.Open();
        other.Add(new Publication("Two", Now));

        Assert.NotNull(await other.SaveAsync());
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task The_migrations_make_the_model(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static async Task SeedAsync(TestDatabase database, params string[] ids)
    {
        await using var db = database.Open();
        var issue = new Issue(1, Now);
        foreach (var id in ids) issue.Add(Paper(id, id), Now);
        db.Add(issue);
        Assert.Null(await db.SaveAsync());
    }

    private static Paper Paper(string title, string arxiv)
    {
        var paper = new Paper(title, Now);
        paper.Identify(new PaperId(PaperScheme.Arxiv, arxiv));
        Assert.Null(paper.Describe(Typeset.Line(title), ["Ada L.", "Grace H."], PlainText.Render("An abstract."), "", "", Now));
        return paper;
    }

    private static Prose Prose(string markdown)
    {
        Assert.Null(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var prose));
        return prose;
    }
}
