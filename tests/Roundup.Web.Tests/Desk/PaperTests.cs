using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.Issues;
using Roundup.Data.Papers;
using Roundup.Data.People;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Desk;

public sealed class PaperTests : IAsyncDisposable
{
    private readonly DeskSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task All_papers_are_listed_and_found_by_title_surname_id_and_number()
    {
        await _site.WithDbAsync(db => db.PublishAsync(1, "First", Scene.Paper("Rivers of ink", "2202.05262", "Ada One"), Scene.Paper("Mountains of paper", "2301.00001", "Bo Two")));
        using var editor = await _site.SeatAsync(Role.Contributor);

        Assert.Equal(["Mountains of paper", "Rivers of ink"], await TitlesAsync(editor, ""));
        Assert.Equal(["Rivers of ink"], await TitlesAsync(editor, "rivers OF"));
        Assert.Equal(["Mountains of paper"], await TitlesAsync(editor, "Two"));
        Assert.Equal(["Rivers of ink"], await TitlesAsync(editor, "https://arxiv.org/pdf/2202.05262v3.pdf"));
        Assert.Empty(await TitlesAsync(editor, "%"));
        Assert.Empty(await TitlesAsync(editor, "nothing like it"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.Client.GetAsync("/admin/papers?page=9")).StatusCode);
    }

    [Fact]
    public async Task A_paper_says_where_each_word_came_from()
    {
        var paper = Scene.Paper("Rivers of ink", "2202.05262", "Ada One");
        paper.Classify(PaperKind.Preprint, new DateOnly(2022, 2, 10), PaperImprint.None, Scene.FirstFriday, "arXiv");
        await _site.WithDbAsync(db => db.PublishAsync(3, "Third", paper));
        using var editor = await _site.SeatAsync(Role.Editor);

        var page = await editor.ReadAsync($"/admin/papers/{paper.Id}");

        Assert.Contains("10 February 2022 from arXiv", Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("Ada One by hand", Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("arxiv:2202.05262", Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal($"/admin/issues/3/edit?open={(await _site.IssueAsync(3)).Entries[0].Id}#e-{(await _site.IssueAsync(3)).Entries[0].Id}", page.QuerySelector("#places ~ ul a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Two_that_look_alike_are_asked_about_and_become_one_whose_old_addresses_lead_to_it()
    {
        var (kept, other) = await TwinsAsync();
        using var editor = await _site.SeatAsync(Role.Editor);
        Assert.Contains("One paper looks like another", Text((await editor.ReadAsync("/admin")).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Single((await editor.ReadAsync("/admin/papers/twins")).QuerySelectorAll(".beside-each"));

        using var reply = await editor.SendAsync($"/admin/papers/{other}", $"form[action='/admin/papers/{other}/merge'][method=post]");

        Assert.Equal($"/admin/papers/{kept}#merges", reply.Headers.Location?.ToString());
        Assert.DoesNotContain("looks like", Text((await editor.ReadAsync("/admin")).QuerySelector("main")), StringComparison.Ordinal);
        using var visitor = _site.Visitor();
        foreach (var old in new[] { $"/papers/{other}/locating", "/arxiv/2202.05262", "/doi/10.5555/3600270" })
        {
            using var moved = await visitor.GetAsync(old);
            Assert.Equal((HttpStatusCode.Redirect, $"/papers/{kept}/locating-and-editing-factual-associations-in-gpt"), (moved.StatusCode, moved.Headers.Location?.ToString()));
        }

        var page = await _site.PageAsync($"/papers/{kept}/locating-and-editing-factual-associations-in-gpt");
        Assert.Equal(2, page.QuerySelectorAll(".opinions .opinion").Length);
        using var desk = await editor.Client.GetAsync($"/admin/papers/{other}");
        Assert.Equal($"/admin/papers/{kept}", desk.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_merge_is_undone_from_the_paper_and_the_two_are_not_asked_about_again()
    {
        var (kept, other) = await TwinsAsync();
        using var editor = await _site.SeatAsync(Role.Editor);
        await editor.SendAsync($"/admin/papers/{kept}/merge?with={other}", "main form[method=post]");
        var undo = (await editor.ReadAsync($"/admin/papers/{kept}")).QuerySelector("#merges ~ ul a")!.GetAttribute("href")!;

        using var reply = await editor.SendAsync(undo, "main form[method=post]");

        Assert.Equal($"/admin/papers/{kept}", reply.Headers.Location?.ToString());
        Assert.Equal(other, (await _site.IssueAsync(2)).Entries[0].PaperId);
        Assert.Null((await editor.ReadAsync($"/admin/papers/{kept}")).QuerySelector("#alike"));
        Assert.Equal(HttpStatusCode.OK, (await editor.Client.GetAsync($"/admin/papers/{other}")).StatusCode);
        using var again = await editor.SendAsync(undo, "main form[method=post]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task The_editor_chooses_whose_words_stay()
    {
        var (kept, other) = await TwinsAsync();
        using var editor = await _site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync($"/admin/papers/{kept}/merge?with=arXiv:2202.05262", "main form[method=post]", ("Input.Keep", $"{other}"));

        Assert.Equal($"/admin/papers/{other}#merges", reply.Headers.Location?.ToString());
        Assert.Equal("Locating and Editing Factual Knowledge in GPT", (await _site.IssueAsync(1)).Entries[0].Paper.Title);
    }

    [Fact]
    public async Task They_are_two_is_remembered()
    {
        var (kept, other) = await TwinsAsync();
        using var editor = await _site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync($"/admin/papers/{kept}", $"form[action='/admin/papers/{kept}/distinguish']");

        Assert.Equal("/admin/papers/twins", reply.Headers.Location?.ToString());
        Assert.Empty((await editor.ReadAsync("/admin/papers/twins")).QuerySelectorAll(".beside-each"));
        Assert.True(await _site.WithDbAsync(db => db.AreDistinctAsync(kept, other)));
    }

    [Fact]
    public async Task A_paper_is_parted_and_the_parts_are_not_called_alike()
    {
        var paper = Scene.Paper("Locating and Editing Factual Associations in GPT", "2202.05262", "Kevin Meng");
        paper.Identify(new(PaperScheme.Doi, "10.5555/3600270"));
        await _site.WithDbAsync(db => db.PublishAsync(1, "First", paper));
        await _site.WithDbAsync(async db => await db.DraftAsync(2, "Second", (await db.PaperAsync(paper.Id))!));
        var entry = (await _site.IssueAsync(2)).Entries[0].Id;
        using var editor = await _site.SeatAsync(Role.Editor);

        using var nothing = await editor.SendAsync($"/admin/papers/{paper.Id}/split", "main form", ("Input.Names", ""), ("Input.Entries", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var reply = await editor.SendAsync($"/admin/papers/{paper.Id}/split", "main form",
            ("Input.Names", $"{paper.Identifiers[1].Id}"), ("Input.Entries", $"{entry}"), ("Input.WithWords", "false"));

        var part = (await _site.IssueAsync(2)).Entries[0].Paper;
        Assert.Equal($"/admin/papers/{part.Id}", reply.Headers.Location?.ToString());
        Assert.Equal(("10.5555/3600270", true), (part.Title, part.IsUntitled));
        Assert.Equal(ErrandKind.Fill, await _site.WithDbAsync(db => db.Errands.Where(e => e.PaperId == part.Id).Select(e => e.Kind).SingleAsync()));
        Assert.Null((await editor.ReadAsync($"/admin/papers/{part.Id}")).QuerySelector("#alike"));
    }

    [Theory]
    [InlineData("/merge", "Input.With", "0")]
    [InlineData("/merge", "Input.With", "999999")]
    [InlineData("/merge", "Input.With", "words")]
    [InlineData("/distinguish", "Input.With", "999999")]
    [InlineData("/split", "Input.Names", "77777")]
    public async Task Nonsense_is_refused_with_a_sentence(string verb, string field, string value)
    {
        var (kept, _) = await TwinsAsync();
        using var editor = await _site.SeatAsync(Role.Editor);
        var token = (await editor.ReadAsync($"/admin/papers/{kept}/split")).QuerySelector("input[name=_token]")!.GetAttribute("value")!;

        using var reply = await editor.Client.PostAsync($"/admin/papers/{kept}{verb}", new FormUrlEncodedContent([new("_token", token), new(field, value)]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.NotEmpty(Text((await Site.ParseAsync(reply)).QuerySelector(".error")));
    }

    [Fact]
    public async Task A_contributor_looks_and_changes_nothing()
    {
        var (kept, other) = await TwinsAsync();
        using var contributor = await _site.SeatAsync(Role.Contributor);

        Assert.Empty((await contributor.ReadAsync($"/admin/papers/{kept}")).QuerySelectorAll("main form"));
        foreach (var path in new[] { $"/admin/papers/{kept}/merge?with={other}", $"/admin/papers/{kept}/split" })
            Assert.StartsWith("/account/denied", (await contributor.Client.GetAsync(path)).Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_editors_who_merge_at_once_the_second_reads_a_sentence()
    {
        var (kept, other) = await TwinsAsync();
        using var one = await _site.SeatAsync(Role.Editor);
        using var two = await _site.SeatAsync(Role.Editor);
        var open = await two.ReadAsync($"/admin/papers/{other}/merge?with={kept}");
        await one.SendAsync($"/admin/papers/{kept}/merge?with={other}", "main form[method=post]");

        using var reply = await two.SendAsync(open, $"/admin/papers/{other}/merge", "main form[method=post]");

        Assert.Equal($"/admin/papers/{kept}", reply.Headers.Location?.ToString());
        Assert.Single(await _site.WithDbAsync(db => db.PaperMerges.ToListAsync()));
    }

    [Fact]
    public async Task A_card_that_was_open_during_a_merge_is_compared_and_an_opinion_is_kept()
    {
        var (kept, other) = await TwinsAsync();
        using var editor = await _site.SeatAsync(Role.Editor);
        await _site.WithDbAsync(db => db.ChangeAsync(2, Scene.FirstFriday));
        var entry = (await _site.IssueAsync(2)).Entries[0].Id;
        var card = await editor.ReadAsync($"/admin/issues/2/entries/{entry}/edit");
        var outline = await editor.ReadAsync($"/admin/issues/2/edit?open={entry}");
        await editor.SendAsync($"/admin/papers/{kept}/merge?with={other}", "main form[method=post]");

        using var saved = await editor.SendAsync(card, $"/admin/issues/2/entries/{entry}/edit", "#card", ("Placed.Text", "Typed meanwhile."));
        Assert.Equal(HttpStatusCode.Conflict, saved.StatusCode);
        Assert.Contains("Typed meanwhile.", (await Site.ParseAsync(saved)).QuerySelector("#placed-text")!.TextContent, StringComparison.Ordinal);
        using var said = await editor.SendAsync(outline, "", $"form[action='/admin/issues/2/entries/{entry}/opine']", ("Input.Words", "Said meanwhile."));

        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        var (copied, original) = ((await _site.CopyAsync(2)).Entries[0], (await _site.IssueAsync(2)).Entries[0]);
        Assert.Equal((kept, "Said meanwhile."), (copied.PaperId, copied.Opinions[0].Words.Source));
        Assert.Equal(kept, original.PaperId);
    }

    /// <summary>A published paper, and in a draft its preprint under an earlier title.</summary>
    private async Task<(int Kept, int Other)> TwinsAsync()
    {
        var kept = Scene.Paper("Locating and Editing Factual Associations in GPT", "", "Kevin Meng");
        kept.Identify(new(PaperScheme.Doi, "10.5555/3600270"));
        var other = Scene.Paper("Locating and Editing Factual Knowledge in GPT", "2202.05262", "Kevin Meng");
        await _site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            await db.PublishAsync(1, "First", kept);
            await db.PublishAsync(2, "Second", other);
        });
        return (kept.Id, other.Id);
    }

    private static async Task<List<string>> TitlesAsync(Seat seat, string sought) =>
        [.. (await seat.ReadAsync($"/admin/papers?q={Uri.EscapeDataString(sought)}")).QuerySelectorAll(".rows h2").Select(h => h.TextContent)];

    private static string Text(AngleSharp.Dom.IElement? element) => string.Join(' ', element!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
