using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.Papers;
using Roundup.Data.People;
using Roundup.Model.Inbox;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Web.Seen;

namespace Roundup.Web.Tests.Desk;

public sealed class SeenTests : IAsyncDisposable
{
    private readonly DeskSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_paste_says_where_its_papers_were_covered_and_which_it_names_twice()
    {
        await CoveredAsync();
        using var editor = await _site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/read", "main form",
            ("Input.Text", "https://arxiv.org/pdf/2202.05262v2\nhttps://www.alphaxiv.org/abs/2202.05262\nhttps://arxiv.org/abs/2401.00001"));

        var page = await Site.ParseAsync(reply);
        var notes = page.QuerySelectorAll(".seen").Select(Text).ToList();
        Assert.Equal(2, notes.Count);
        Assert.All(notes, n => Assert.Equal("In issue 3: “A careful paper, read it twice.”", n));
        Assert.Contains("The same as paper 1 of this paste.", Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.StartsWith("/issues/3/", page.QuerySelector(".seen a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_under_another_title_is_seen_by_its_words_and_its_first_author()
    {
        await CoveredAsync();
        using var editor = await _site.SeatAsync(Role.Editor);

        var page = await editor.ReadAsync("/admin/papers/seen?title=Locating+and+editing+factual+knowledge+in+GPT&author=Meng,+Kevin&text=");
        Assert.StartsWith("Perhaps the same as “Locating and Editing Factual Associations in GPT”, in issue 3:", Text(page.QuerySelector(".seen")), StringComparison.Ordinal);

        page = await editor.ReadAsync("/admin/papers/seen?title=Locating+and+editing+factual+associations+in+GPT&text=");
        Assert.StartsWith("The same title is in issue 3:", Text(page.QuerySelector(".seen")), StringComparison.Ordinal);

        page = await editor.ReadAsync("/admin/papers/seen?title=A+survey+of+rivers+and+lakes&author=Kevin+Meng&text=");
        Assert.Null(page.QuerySelector(".seen"));
    }

    [Fact]
    public async Task What_is_typed_is_looked_up_and_hostile_text_is_only_text()
    {
        await CoveredAsync();
        using var editor = await _site.SeatAsync(Role.Editor);

        Assert.NotNull((await editor.ReadAsync("/admin/papers/seen?text=see%20arXiv:2202.05262%20please")).QuerySelector(".seen"));
        foreach (var odd in new[] { "", "%00", "%25%27)--", new string('x', 3000), "%3Cscript%3Ealert(1)%3C/script%3E%20and%20more%20words" })
            Assert.Null((await editor.ReadAsync($"/admin/papers/seen?text={odd}&title={odd}")).QuerySelector(".seen"));
    }

    [Fact]
    public async Task A_paper_that_waits_in_the_inbox_says_so()
    {
        await _site.WithDbAsync(async db =>
        {
            db.Add(new InboxItem(Scene.Paper("Rivers of ink", "2301.00001", "Ada One"), InboxOrigin.Pasted, "Ines", Scene.FirstFriday));
            await db.SaveChangesAsync();
        });
        using var editor = await _site.SeatAsync(Role.Editor);

        Assert.Equal("Waits in the inbox since 2 January.", Text((await editor.ReadAsync("/admin/papers/seen?text=2301.00001")).QuerySelector(".seen")));
    }

    [Fact]
    public async Task The_issue_shows_earlier_coverage_and_one_click_links_it()
    {
        var paper = await CoveredAsync();
        await _site.WithDbAsync(async db => await db.DraftAsync(4, "Fourth", (await db.PaperAsync(paper))!));
        using var editor = await _site.SeatAsync(Role.Editor);
        var entry = (await _site.IssueAsync(4)).Entries[0];
        var page = await editor.ReadAsync("/admin/issues/4/edit");
        Assert.StartsWith("In issue 3: “A careful paper", Text(page.QuerySelector($"#{entry.Anchor} .seen")), StringComparison.Ordinal);

        using var reply = await editor.SendAsync(page, "", $"form[action='/admin/issues/4/entries/{entry.Id}/follow-up']");

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        var link = Assert.Single((await _site.IssueAsync(4)).Entries[0].Links);
        Assert.Equal((LinkKind.Related, "Earlier: issue 3"), (link.Kind, link.Label));
        Assert.StartsWith("http://localhost/issues/3/third#e-", link.Url, StringComparison.Ordinal);
        page = await editor.ReadAsync("/admin/issues/4/edit");
        Assert.Contains("Linked as a follow-up.", Text(page.QuerySelector(".seen")), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector($"form[action$='/follow-up']"));
        Assert.StartsWith("In issue 3", Text((await editor.ReadAsync($"/admin/issues/4/entries/{entry.Id}/edit")).QuerySelector(".seen")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_published_is_not_linked()
    {
        var paper = await CoveredAsync();
        await _site.WithDbAsync(async db => await db.DraftAsync(4, "Fourth", (await db.PaperAsync(paper))!));
        await _site.WithDbAsync(async db => await db.DraftAsync(5, "Fifth", (await db.PaperAsync(paper))!));
        using var editor = await _site.SeatAsync(Role.Editor);
        var (four, five) = ((await _site.IssueAsync(4)).Entries[0].Id, (await _site.IssueAsync(5)).Entries[0].Id);

        using var reply = await editor.SendAsync("/admin/issues/5/edit", $"form[action='/admin/issues/5/entries/{five}/follow-up']", ("Input.Earlier", $"{four}"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Empty((await _site.IssueAsync(5)).Entries[0].Links);
    }

    [Fact]
    public async Task A_paper_that_stands_twice_in_a_draft_is_a_warning_and_no_obstacle()
    {
        var paper = await CoveredAsync();
        await _site.WithDbAsync(async db =>
        {
            var known = (await db.PaperAsync(paper))!;
            await db.DraftAsync(4, "Fourth", known, known);
        });
        using var editor = await _site.SeatAsync(Role.Editor);

        var page = await editor.ReadAsync("/admin/issues/4/edit");
        Assert.Contains("1 in this issue twice: 2", Text(page.QuerySelector("#ready")), StringComparison.Ordinal);
        Assert.Contains("In this issue already, as paper 2", Text(page.QuerySelectorAll(".seen")[0]), StringComparison.Ordinal);
        using var reply = await editor.SendAsync("/admin/issues/4/publish", "main form");
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
    }

    [Fact]
    public async Task A_card_by_hand_of_a_known_paper_asks_and_takes_the_known_one()
    {
        var paper = await CoveredAsync();
        await _site.DraftAsync(4);
        using var editor = await _site.SeatAsync(Role.Editor);

        using var asked = await editor.SendAsync("/admin/issues/4/entries/new", "main form", ("Paper.Title", "Some title"), ("Paper.Link", "https://arxiv.org/abs/2202.05262"), ("Placed.Text", "Typed."));
        Assert.Equal(HttpStatusCode.Conflict, asked.StatusCode);
        var page = await Site.ParseAsync(asked);
        Assert.StartsWith("In issue 3", Text(page.QuerySelector(".seen")), StringComparison.Ordinal);
        using var reply = await editor.SendAsync(page, "/admin/issues/4/entries/new", "main form", ("Known", $"{paper}"));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        var entry = Assert.Single((await _site.IssueAsync(4)).Entries);
        Assert.Equal((paper, "Locating and Editing Factual Associations in GPT", "Typed."), (entry.PaperId, entry.Paper.Title, entry.Text.Source));
    }

    [Fact]
    public async Task A_card_by_hand_may_be_another_paper_and_is_known_by_its_link_from_then_on()
    {
        await CoveredAsync();
        await _site.DraftAsync(4);
        using var editor = await _site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/4/entries/new", "main form",
            ("Known", "0"), ("Paper.Title", "Locating and Editing Factual Associations in GPT"), ("Paper.Link", "https://arxiv.org/abs/2401.00001v2"));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal("arxiv:2401.00001v2", Assert.Single((await _site.IssueAsync(4)).Entries[0].Paper.Identifiers).ToPaperId().ToString());
    }

    [Theory, InlineData(1), InlineData(300)]
    public async Task However_long_a_paste_each_table_is_asked_once(int papers)
    {
        await CoveredAsync();
        var mentions = Enumerable.Range(0, papers).Select(i => new Mention([new(PaperScheme.Arxiv, $"2202.{i:00000}"), new(PaperScheme.Doi, $"10.5555/{i}")], $"A title with the number {i} in it", "Kevin Meng"))
            .Append(new Mention([new(PaperScheme.Arxiv, "2202.05262")])).ToList();
        await using var scope = _site.Services.CreateAsyncScope();
        _site.Sql.Clear();

        var found = await scope.ServiceProvider.GetRequiredService<SeenBefore>().FindAsync(mentions);

        Assert.Equal(4, _site.Sql.Commands.Count);
        Assert.True(found[^1]!.IsSeen);
        Assert.All(found.Take(papers), Assert.Null);
    }

    [Fact]
    public async Task A_paper_that_was_put_together_with_another_is_seen_under_its_old_title()
    {
        var kept = await CoveredAsync();
        var other = Scene.Paper("Where facts live in language models", "2209.00001", "Kevin Meng");
        await _site.WithDbAsync(async db =>
        {
            db.Add(other);
            await db.SaveChangesAsync();
            await db.MergeAsync((await db.PaperAsync(kept))!, (await db.PaperAsync(other.Id))!, "Ines", "", Scene.FirstFriday);
            await db.SaveChangesAsync();
        });
        using var editor = await _site.SeatAsync(Role.Editor);

        foreach (var named in new[] { "text=2209.00001", "title=Where+facts+live+in+language+models&text=" })
            Assert.Contains("in issue 3:", Text((await editor.ReadAsync($"/admin/papers/seen?{named}")).QuerySelector(".seen")), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A paper of the published issue 3.</summary>
    private async Task<int> CoveredAsync()
    {
        var paper = Scene.Paper("Locating and Editing Factual Associations in GPT", "2202.05262", "Kevin Meng", "David Bau");
        await _site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            var issue = new Issue(3, Scene.FirstFriday);
            Scene.Insist(issue.Name("Shelf 3", "Third", Scene.FirstFriday));
            issue.Add(paper, Scene.FirstFriday).Opine("", Scene.Words("A **careful** paper, read it [twice](https://example.org)."), Scene.FirstFriday);
            Scene.Insist(issue.Publish("Ines Marlowe", Scene.FirstFriday));
            db.Add(issue);
            await db.SaveChangesAsync();
        });
        return paper.Id;
    }

    private static string Text(AngleSharp.Dom.IElement? element) => string.Join(' ', element!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
