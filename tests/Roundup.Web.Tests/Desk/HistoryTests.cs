using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Model.Issues;

namespace Roundup.Web.Tests.Desk;

/// <summary>What texts said is kept, compared and brought back.</summary>
public sealed class HistoryTests : IAsyncDisposable
{
    private readonly DeskSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task An_issue_whose_texts_never_changed_says_so()
    {
        await _site.DraftAsync(1, "One");
        using var contributor = await _site.SeatAsync(Role.Contributor);

        Assert.Contains("No text has changed yet", (await contributor.ReadAsync("/admin/issues/1/history")).Body!.TextContent, StringComparison.Ordinal);
        using var none = await contributor.Client.GetAsync("/admin/issues/1/history/opinion-999");
        using var odd = await contributor.Client.GetAsync("/admin/issues/1/history/weather");
        Assert.All([none, odd], reply => Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode));
    }

    [Fact]
    public async Task Words_that_were_there_before_are_kept_when_they_change_and_small_changes_fold()
    {
        await _site.WithDbAsync(db => db.DraftAsync(1, "First", Scene.Paper("One")));
        using var editor = await _site.SeatAsync(Role.Editor, "Ines Marlowe");
        await SayAsync(editor, "What this shelf really holds.");
        await SayAsync(editor, "What this shelf really holds.");
        _site.Clock.Advance(TimeSpan.FromMinutes(5));
        await SayAsync(editor, "What this shelf really holds, mostly.");

        Assert.Equal(["What this shelf holds.", "What this shelf really holds, mostly."], await TextsAsync(RevisedText.Introduction));
        _site.Clock.Advance(TimeSpan.FromMinutes(6));
        await SayAsync(editor, "Nothing.");
        Assert.Equal(3, (await TextsAsync(RevisedText.Introduction)).Count);

        var list = await editor.ReadAsync("/admin/issues/1/history");
        var row = Assert.Single(list.QuerySelectorAll("#words li"));
        Assert.Contains("3 versions, the last by Ines Marlowe", Line(row), StringComparison.Ordinal);
        Assert.Equal("2026-11-20T08:11:00+00:00", row.QuerySelector("time")!.GetAttribute("datetime"));
        var versions = await editor.ReadAsync("/admin/issues/1/history/introduction");
        Assert.Equal(3, versions.QuerySelectorAll(".versions li").Length);
        Assert.Contains("2 words put in", Line(versions.QuerySelectorAll(".versions li")[1]), StringComparison.Ordinal);
        Assert.Contains("As it stands", Line(versions.QuerySelectorAll(".versions li")[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_loss_within_ten_minutes_is_a_version_of_its_own()
    {
        await _site.DraftAsync(1, "One");
        using var editor = await _site.SeatAsync(Role.Editor);
        await SayAsync(editor, "An hour of work, in as many words.");
        await SayAsync(editor, "");

        Assert.Equal(["An hour of work, in as many words.", ""], await TextsAsync(RevisedText.Introduction));
    }

    [Fact]
    public async Task Two_versions_are_compared_word_by_word_without_need_of_colour()
    {
        await _site.WithDbAsync(db => db.DraftAsync(1, "First", Scene.Paper("One")));
        using var editor = await _site.SeatAsync(Role.Editor);
        await SayAsync(editor, "What this <b>box</b> holds.");
        var page = await editor.ReadAsync("/admin/issues/1/history/introduction");

        var compared = await editor.ReadAsync(page.QuerySelectorAll(".versions a").Last().GetAttribute("href")!);

        Assert.Equal("taken out: shelf", compared.QuerySelector("del")!.TextContent);
        Assert.Equal("put in: <b>box</b>", compared.QuerySelector("ins")!.TextContent);
        Assert.Contains("1 word taken out, 1 word put in", compared.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_brought_back_is_a_version_itself_and_is_undone_the_same_way()
    {
        await _site.WithDbAsync(db => db.DraftAsync(1, "First", Scene.Paper("One")));
        using var editor = await _site.SeatAsync(Role.Editor);
        await SayAsync(editor, "Second words.");
        var compare = await ComparePathAsync(editor, "introduction", "What this shelf holds.");

        using var back = await editor.SendAsync(compare, "form[action$='/restore']");
        Assert.Equal("/admin/issues/1/history/introduction", back.Headers.Location?.ToString());
        Assert.Equal("What this shelf holds.", (await _site.IssueAsync(1)).Introduction.Source);
        using var undone = await editor.SendAsync(await ComparePathAsync(editor, "introduction", "Second words."), "form[action$='/restore']");

        Assert.Equal("Second words.", (await _site.IssueAsync(1)).Introduction.Source);
        Assert.Equal(["What this shelf holds.", "Second words.", "What this shelf holds.", "Second words."], await TextsAsync(RevisedText.Introduction));
    }

    [Fact]
    public async Task What_changed_meanwhile_is_looked_at_before_a_version_comes_back()
    {
        await _site.WithDbAsync(db => db.DraftAsync(1, "First", Scene.Paper("One")));
        using var editor = await _site.SeatAsync(Role.Editor);
        await SayAsync(editor, "Second words.");
        var shown = await editor.ReadAsync(await ComparePathAsync(editor, "introduction", "What this shelf holds."));
        await SayAsync(editor, "Third words.");

        using var early = await editor.SendAsync(shown, "", "form[action$='/restore']");

        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Equal("Third words.", (await _site.IssueAsync(1)).Introduction.Source);
        using var again = await editor.SendAsync(await Site.ParseAsync(early), "/admin/issues/1/history/introduction/restore", "main form");
        Assert.Equal("What this shelf holds.", (await _site.IssueAsync(1)).Introduction.Source);
    }

    [Fact]
    public async Task An_opinion_is_brought_back_by_its_author_alone()
    {
        var draft = await _site.DraftAsync(1, "One");
        var card = draft.Entries[0].Id;
        using var contributor = await _site.SeatAsync(Role.Contributor, "Bo Two");
        using var editor = await _site.SeatAsync(Role.Editor);
        foreach (var words in (string[])["Bo's first words.", "Bo's second words."])
        {
            using var said = await contributor.SendAsync("/admin/issues/1/edit", $"#f-o-{card}", ("Input.Words", words));
            Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
            _site.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        var opinion = (await _site.IssueAsync(1)).Entries[0].Opinions[0].Id;
        var path = await ComparePathAsync(contributor, $"opinion-{opinion}", "Bo's first words.");
        var form = await contributor.ReadAsync(path);
        Assert.Empty((await editor.ReadAsync(path)).QuerySelectorAll("form[action$='/restore']"));
        using var forced = await editor.Client.PostAsync($"/admin/issues/1/history/opinion-{opinion}/restore", new FormUrlEncodedContent(
            form.QuerySelectorAll("form[action$='/restore'] input[name^=Input]").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value")!))
                .Append(new("_token", (await editor.ReadAsync(path)).QuerySelector("input[name=_token]")!.GetAttribute("value")!))));
        Assert.StartsWith("http://localhost/account/denied", forced.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 versions", (await editor.ReadAsync("/admin/issues/1/edit")).QuerySelector($"a[href$='#h-{card}']")!.TextContent, StringComparison.Ordinal);

        using var back = await contributor.SendAsync(form, "", "form[action$='/restore']");
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal("Bo's first words.", (await _site.IssueAsync(1)).Entries[0].Opinions[0].Words.Source);
        Assert.Empty((await contributor.ReadAsync("/admin/issues/1/history")).QuerySelectorAll("#words"));
    }

    [Fact]
    public async Task What_was_said_of_a_paper_that_was_removed_stays_and_comes_back()
    {
        var draft = await _site.DraftAsync(1, "One", "Two");
        using var editor = await _site.SeatAsync(Role.Editor);
        using var said = await editor.SendAsync("/admin/issues/1/edit", $"#f-o-{draft.Entries[0].Id}", ("Input.Words", "Said once."));
        using var removed = await editor.SendAsync("/admin/issues/1/edit", $"form[action$='/{draft.Entries[0].Id}/remove']");
        Assert.Contains("stay in the history", Line((await Site.ParseAsync(removed)).Body!), StringComparison.Ordinal);

        var gone = Assert.Single((await editor.ReadAsync("/admin/issues/1/history")).QuerySelectorAll("#gone a"));
        var path = await ComparePathAsync(editor, gone.GetAttribute("href")!.Split('/').Last(), "Said once.");
        using var back = await editor.SendAsync(path, "form[action$='/restore']", ("Input.Entry", $"{draft.Entries[1].Id}"));

        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal(("Two", "Said once."), (await _site.IssueAsync(1)).Entries.Select(e => (e.Paper.Title, e.Opinions[0].Words.Source)).Single());
    }

    [Fact]
    public async Task A_removal_that_is_undone_leaves_an_opinion_its_author_s()
    {
        var draft = await _site.DraftAsync(1, "One");
        using var contributor = await _site.SeatAsync(Role.Contributor, "Bo Two");
        using var editor = await _site.SeatAsync(Role.Editor);
        using var said = await contributor.SendAsync("/admin/issues/1/edit", $"#f-o-{draft.Entries[0].Id}", ("Input.Words", "Bo's."));
        var author = (await _site.IssueAsync(1)).Entries[0].Opinions[0].PersonId;

        using var removed = await editor.SendAsync("/admin/issues/1/edit", $"form[action$='/{draft.Entries[0].Id}/remove']");
        using var undone = await editor.SendAsync(await Site.ParseAsync(removed), "", "form[action$='/restore']");

        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        var opinion = (await _site.IssueAsync(1)).Entries[0].Opinions[0];
        Assert.Equal((author, "Bo Two", "Bo's."), (opinion.PersonId, opinion.Author, opinion.Words.Source));
    }

    [Fact]
    public async Task A_version_of_a_published_issue_comes_back_into_its_copy_only()
    {
        await _site.WithDbAsync(db => db.PublishAsync(1, "First", Scene.Paper("One")));
        using var editor = await _site.SeatAsync(Role.Editor);
        using var opened = await editor.SendAsync("/admin/issues/1/edit", "form[action$='/change']");
        await SayAsync(editor, "Second words.");
        var path = await ComparePathAsync(editor, "introduction", "What this shelf holds.");
        var shown = await editor.ReadAsync(path);
        using var corrected = await editor.SendAsync("/admin/issues/1/correct", "main form");

        using var refused = await editor.SendAsync(shown, "", "form[action$='/restore']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Empty((await editor.ReadAsync(path)).QuerySelectorAll("form[action$='/restore']"));
        using var again = await editor.SendAsync("/admin/issues/1/edit", "form[action$='/change']");
        using var back = await editor.SendAsync(path, "form[action$='/restore']");

        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal(("Second words.", "What this shelf holds."), ((await _site.IssueAsync(1)).Introduction.Source, (await _site.CopyAsync(1)).Introduction.Source));
    }

    private async Task SayAsync(Seat seat, string introduction)
    {
        using var reply = await seat.SendAsync("/admin/issues/1/edit", "#words", ("Input.Introduction", introduction));
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
    }

    private Task<List<string>> TextsAsync(RevisedText of) => _site.WithDbAsync(db => db.Revisions.Where(r => r.Of == of).OrderBy(r => r.At).ThenBy(r => r.Id).Select(r => r.Text).ToListAsync());

    /// <summary>Where the newest version with these words is compared with what stands.</summary>
    private async Task<string> ComparePathAsync(Seat seat, string text, string words)
    {
        var id = await _site.WithDbAsync(db => db.Revisions.Where(r => r.Text == words).OrderByDescending(r => r.Id).Select(r => r.Id).FirstAsync());
        await seat.ReadAsync($"/admin/issues/1/history/{text}");
        return $"/admin/issues/1/history/{text}/compare?from={id}";
    }

    private static string Line(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
