using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.Issues;
using Roundup.Data.People;
using Roundup.Model.Issues;

namespace Roundup.Web.Tests.Desk;

/// <summary>A published issue is changed in a private copy, and corrected with a date.</summary>
public sealed class CorrectionTests : IAsyncDisposable
{
    private readonly DeskSite _site = new();
    private Issue _issue = null!;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Readers_see_the_old_words_until_the_correction_is_out_and_then_when_and_what()
    {
        using var editor = await BeginAsync();
        var entry = _issue.Entries[0];
        using var opened = await editor.SendAsync("/admin/issues/1/edit", "form[action$='/change']");
        Assert.Equal("/admin/issues/1/edit", opened.Headers.Location?.ToString());
        using var said = await editor.SendAsync("/admin/issues/1/edit", $"#f-o-{entry.Id}", ("Input.Words", "Read it three times."));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);

        var before = await _site.PageAsync("/issues/1/first");
        Assert.DoesNotContain("three times", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(before.QuerySelector("#corrections"));
        Assert.Contains("three times", (await editor.ReadAsync("/admin/issues/1/preview")).QuerySelector($"#{entry.Anchor}")!.TextContent, StringComparison.Ordinal);

        var last = await editor.ReadAsync("/admin/issues/1/correct");
        Assert.Equal(["it three times"], last.QuerySelectorAll("ins").Select(i => i.LastChild!.TextContent));
        using var corrected = await editor.SendAsync(last, "/admin/issues/1/correct", "main form", ("Input.Note", "I had read it <b>once</b>."));
        Assert.Equal("/issues/1/first", corrected.Headers.Location?.ToString());

        var after = await _site.PageAsync("/issues/1/first");
        Assert.Contains("three times", after.QuerySelector($"#{entry.Anchor}")!.TextContent, StringComparison.Ordinal);
        var note = after.QuerySelector("#corrections")!.ParentElement!;
        Assert.Contains("I had read it <b>once</b>.", note.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-20", note.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Contains("Corrected", after.QuerySelector(".particulars")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(entry.Opinions[0].Id, (await _site.IssueAsync(1)).Entries[0].Opinions[0].Id);
        Assert.False(await _site.WithDbAsync(db => db.Issues.AnyAsync(i => i.IsWorkingCopy)));
    }

    [Fact]
    public async Task Papers_come_go_and_move_in_the_copy_and_anchors_stay()
    {
        using var editor = await BeginAsync();
        using var opened = await editor.SendAsync("/admin/issues/1/edit", "form[action$='/change']");
        var (first, second) = (_issue.Entries[0].Id, _issue.Entries[1].Id);
        using var added = await editor.SendAsync("/admin/issues/1/entries/new", "main form", ("Paper.Title", "Third"), ("Known", "0"));
        using var moved = await editor.SendAsync("/admin/issues/1/edit", $"#m-{second} .move", ("Input.Way", "up"));
        using var removed = await editor.SendAsync("/admin/issues/1/edit", $"form[action$='/{first}/remove']");
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.OK], [added.StatusCode, moved.StatusCode, removed.StatusCode]);
        var made = (await _site.CopyAsync(1)).Entries[1];
        using var said = await editor.SendAsync("/admin/issues/1/edit", $"#f-o-{made.Id}", ("Input.Words", "New here."));
        Assert.Equal(["One", "Two"], (await _site.IssueAsync(1)).Entries.Select(e => e.Paper.Title));

        using var corrected = await editor.SendAsync("/admin/issues/1/correct", "main form");

        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        var issue = await _site.IssueAsync(1);
        Assert.Equal([(second, "Two"), (made.Id, "Third")], issue.Entries.Select(e => (e.Id, e.Paper.Title)));
        Assert.Equal("New here.", issue.Entries[1].Opinions[0].Words.Source);
        Assert.Contains("1 paper added, and 1 paper taken out.", (await _site.PageAsync("/issues/1/first")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_copy_every_edit_is_refused_and_what_was_typed_is_shown()
    {
        using var editor = await BeginAsync();
        var token = (await editor.ReadAsync("/admin/issues/1/edit")).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        var entry = $"/admin/issues/1/entries/{_issue.Entries[0].Id}";
        foreach (var path in (string[])["/admin/issues/1/edit", "/admin/issues/1/entries/new", "/admin/issues/1/entries/restore", $"{entry}/edit", $"{entry}/opine", $"{entry}/move", $"{entry}/remove", $"{entry}/follow-up", "/admin/issues/1/fill"])
        {
            (string Name, string Value)[] typed = [("_token", token), ("Input.Introduction", "Typed words."), ("Input.Words", "Typed words."), ("Placed.Text", "Typed words."), ("Input.Opinions[0].Words", "Typed words."), ("Input.Opinion", $"{_issue.Entries[0].Opinions[0].Id}")];
            using var reply = await editor.Client.PostAsync(path, new FormUrlEncodedContent(typed.Select(t => new KeyValuePair<string, string>(t.Name, t.Value))));

            Assert.True(reply.StatusCode is HttpStatusCode.UnprocessableEntity, $"{path}: {(int)reply.StatusCode}");
            var shown = await Site.ParseAsync(reply);
            Assert.Contains("This issue is out. Choose “Change it” first", shown.Body!.TextContent, StringComparison.Ordinal);
            if (path.EndsWith("edit", StringComparison.Ordinal) || path.EndsWith("opine", StringComparison.Ordinal) || path.EndsWith("new", StringComparison.Ordinal))
                Assert.Contains(shown.QuerySelectorAll("textarea"), t => t.TextContent.Contains("Typed words.", StringComparison.Ordinal));
        }

        var page = await editor.ReadAsync("/admin/issues/1/edit");
        Assert.All(page.QuerySelectorAll("#words input:not([type=hidden]), #words textarea"), f => Assert.True(f.HasAttribute("readonly")));
        Assert.Empty(page.QuerySelectorAll("form[action$='/opine'], form[action$='/move'], paste-field"));
        Assert.Equal(_issue.Version, (await _site.IssueAsync(1)).Version);
    }

    [Fact]
    public async Task Twice_is_one_copy_and_a_form_that_was_open_before_writes_into_it()
    {
        using var editor = await BeginAsync();
        await _site.DraftAsync(2, "Three");
        var old = await editor.ReadAsync("/admin/issues/1/edit");
        using var once = await editor.SendAsync(old, "", "form[action$='/change']");
        using var twice = await editor.SendAsync(old, "", "form[action$='/change']");
        using var draft = await editor.SendAsync("/admin/issues/2/change", "main form");

        Assert.All([once, twice], reply => Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, draft.StatusCode);
        using var words = await editor.SendAsync(old, "/admin/issues/1/edit", "#words", ("Input.Introduction", "From the old form."));
        Assert.Equal(HttpStatusCode.Redirect, words.StatusCode);
        Assert.Equal("From the old form.", (await _site.CopyAsync(1)).Introduction.Source);
        Assert.NotEqual("From the old form.", (await _site.IssueAsync(1)).Introduction.Source);
    }

    [Fact]
    public async Task What_somebody_changed_after_the_comparison_was_shown_is_compared_first()
    {
        using var editor = await BeginAsync();
        using var opened = await editor.SendAsync("/admin/issues/1/edit", "form[action$='/change']");
        using var one = await editor.SendAsync("/admin/issues/1/edit", "#words", ("Input.Introduction", "First thought."));
        var shown = await editor.ReadAsync("/admin/issues/1/correct");
        using var two = await editor.SendAsync("/admin/issues/1/edit", "#words", ("Input.Introduction", "Second thought."));

        using var early = await editor.SendAsync(shown, "/admin/issues/1/correct", "main form", ("Input.Note", "My note."));

        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        var again = await Site.ParseAsync(early);
        Assert.Contains("My note.", again.QuerySelector("#note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(again.QuerySelectorAll("ins"), i => i.TextContent.Contains("Second", StringComparison.Ordinal));
        using var now = await editor.SendAsync(again, "/admin/issues/1/correct", "main form");
        Assert.Equal("Second thought.", (await _site.IssueAsync(1)).Introduction.Source);
    }

    [Fact]
    public async Task Nothing_changed_says_so_and_dropped_changes_leave_no_trace_but_the_history()
    {
        using var editor = await BeginAsync();
        using var opened = await editor.SendAsync("/admin/issues/1/edit", "form[action$='/change']");
        Assert.Contains("Nothing is changed yet", (await editor.ReadAsync("/admin/issues/1/correct")).Body!.TextContent, StringComparison.Ordinal);
        using var typed = await editor.SendAsync("/admin/issues/1/edit", "#words", ("Input.Introduction", "Thought better of it."));

        using var dropped = await editor.SendAsync("/admin/issues/1/drop-changes", "main form");

        Assert.Equal(HttpStatusCode.Redirect, dropped.StatusCode);
        var issue = await _site.IssueAsync(1);
        Assert.Equal(("What this shelf holds.", (DateTimeOffset?)null), (issue.Introduction.Source, issue.CorrectedAt));
        Assert.Contains("2 versions", (await editor.ReadAsync("/admin/issues/1/history")).QuerySelector("#words")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody is changing this issue", (await editor.ReadAsync("/admin/issues/1/drop-changes")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_stands_in_no_list_no_count_and_no_note_of_papers_seen()
    {
        using var editor = await BeginAsync();
        await _site.DraftAsync(2, "Three");
        using var opened = await editor.SendAsync("/admin/issues/1/edit", "form[action$='/change']");
        using var typed = await editor.SendAsync("/admin/issues/1/edit", "#words", ("Input.Theme", "Secret theme"));

        foreach (var path in (string[])["/", "/issues", "/papers", "/issues/1/first", "/issues/1.md", "/issues/1.bib", $"/papers/{_issue.Entries[0].PaperId}/one"])
        {
            using var visitor = _site.Visitor();
            using var reply = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            Assert.DoesNotContain("Secret theme", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var lists = await editor.ReadAsync("/admin/issues");
        Assert.Equal(["2", "1"], lists.QuerySelectorAll(".rows .no").Select(n => n.TextContent));
        Assert.Equal([2], await _site.WithDbAsync(db => db.Issues.Drafts.Select(i => i.Number).ToListAsync()));
        Assert.Equal(3, await _site.WithDbAsync(db => db.Issues.NextNumberAsync()));
        Assert.Empty((await editor.ReadAsync("/admin/issues/1/edit")).QuerySelectorAll(".seen"));
        var papers = await editor.ReadAsync($"/admin/papers/{_issue.Entries[0].PaperId}");
        Assert.Single(papers.QuerySelectorAll("a[href*='/admin/issues/1/edit']"), a => a.GetAttribute("href")!.Contains("open=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paper_that_is_split_takes_the_copy_s_entry_along()
    {
        using var editor = await BeginAsync();
        using var opened = await editor.SendAsync("/admin/issues/1/edit", "form[action$='/change']");
        var entry = _issue.Entries[0];

        using var split = await editor.SendAsync($"/admin/papers/{entry.PaperId}/split", "main form[method=post]", ("Input.Names", "0"), ("Input.Entries", $"{entry.Id}"), ("Input.WithWords", "true"));

        Assert.Equal(HttpStatusCode.Redirect, split.StatusCode);
        var (original, copied) = ((await _site.IssueAsync(1)).Entries[0], (await _site.CopyAsync(1)).Entries[0]);
        Assert.NotEqual(entry.PaperId, original.PaperId);
        Assert.Equal(original.PaperId, copied.PaperId);
    }

    [Fact]
    public async Task A_contributor_opens_no_copy_and_writes_in_one()
    {
        using var editor = await BeginAsync();
        using var contributor = await _site.SeatAsync(Role.Contributor, "Bo Two");
        Assert.Empty((await contributor.ReadAsync("/admin/issues/1/edit")).QuerySelectorAll("form[action$='/change'], form[action$='/opine']"));
        using var denied = await contributor.Client.GetAsync("/admin/issues/1/change");
        Assert.StartsWith("http://localhost/account/denied", denied.Headers.Location?.ToString(), StringComparison.Ordinal);

        using var opened = await editor.SendAsync("/admin/issues/1/edit", "form[action$='/change']");
        using var said = await contributor.SendAsync("/admin/issues/1/edit", $"#f-o-{_issue.Entries[0].Id}-1", ("Input.Words", "Bo's."));

        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Single((await _site.IssueAsync(1)).Entries[0].Opinions);
        using var corrected = await editor.SendAsync("/admin/issues/1/correct", "main form");
        Assert.Equal(["", "Bo Two"], (await _site.IssueAsync(1)).Entries[0].Opinions.Select(o => o.Author));
    }

    [Fact]
    public async Task A_paste_into_a_published_issue_is_refused_and_into_its_copy_is_taken()
    {
        using var editor = await BeginAsync();
        var outline = await (await editor.SendAsync("/admin/read?issue=1", "main form", ("Input.Text", "https://arxiv.org/abs/2303.00001"))).Content.ReadAsStringAsync();
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(outline);

        using var refused = await editor.SendAsync(page, "", "form[action$='/accept'], form[action*='accept']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var opened = await editor.SendAsync("/admin/issues/1/edit", "form[action$='/change']");
        using var taken = await editor.SendAsync(page, "", "form[action$='/accept'], form[action*='accept']");

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal((2, 3), ((await _site.IssueAsync(1)).Entries.Count, (await _site.CopyAsync(1)).Entries.Count));
    }

    private async Task<Seat> BeginAsync()
    {
        await _site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            _issue = await db.PublishAsync(1, "First", Scene.Paper("One", "2202.05262", "Ada One"), Scene.Paper("Two", "2301.00001", "Bo Two"));
        });
        return await _site.SeatAsync(Role.Editor);
    }
}
