using System.Net;
using Roundup.Data.People;

namespace Roundup.Web.Tests.Desk;

public sealed class OpinionTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task The_first_words_make_an_opinion_and_the_next_rewrite_it()
    {
        var issue = await site.DraftAsync(1, "One");
        var form = $"#f-o-{issue.Entries[0].Id}";
        using var editor = await site.SeatAsync(Role.Editor);

        using var first = await editor.SendAsync("/admin/issues/1/edit", form, ("Input.Words", "Read it *twice*."));
        using var second = await editor.SendAsync("/admin/issues/1/edit", form, ("Input.Words", "Read it **once**."));

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        var opinion = Assert.Single((await site.IssueAsync(1)).Entries[0].Opinions);
        Assert.Equal(("", "Read it **once**."), (opinion.Author, opinion.Words.Source));
        Assert.Contains("<strong>once</strong>", opinion.Words.Html.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_and_next_goes_to_the_next_paper_without_an_opinion()
    {
        var issue = await site.DraftAsync(2, "One", "Two", "Three");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/2/edit", $"#f-o-{issue.Entries[1].Id}", ("Input.Words", "Said."), ("Input.Next", "true"));

        Assert.Equal($"/admin/issues/2/edit?open={issue.Entries[2].Id}#o-{issue.Entries[2].Id}", reply.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Two_tabs_show_both_texts()
    {
        var issue = await site.DraftAsync(3, "One");
        var form = $"#f-o-{issue.Entries[0].Id}";
        using var editor = await site.SeatAsync(Role.Editor);
        var old = await editor.ReadAsync("/admin/issues/3/edit");
        using var first = await editor.SendAsync("/admin/issues/3/edit", form, ("Input.Words", "By the first."));

        // Twice: the second tab knew of no opinion, then of an older one.
        using var second = await editor.SendAsync(old, "", form, ("Input.Words", "By the second."));
        var both = await Site.ParseAsync(second);
        using var third = await editor.SendAsync("/admin/issues/3/edit", form, ("Input.Words", "By the third."));
        using var late = await editor.SendAsync(both, "", form, ("Input.Words", "By the second."));
        var again = await Site.ParseAsync(late);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (second.StatusCode, late.StatusCode));
        Assert.Contains("By the second.", both.QuerySelector("textarea[name='Input.Words']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("By the first.", both.QuerySelector("textarea.theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("By the third.", again.QuerySelector("textarea.theirs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("By the third.", (await site.IssueAsync(3)).Entries[0].Opinions[0].Words.Source);

        using var knowing = await editor.SendAsync(again, "", form);
        Assert.Equal("By the second.", Assert.Single((await site.IssueAsync(3)).Entries[0].Opinions).Words.Source);
    }

    [Fact]
    public async Task A_text_beyond_the_limit_is_refused_and_stays_in_its_field()
    {
        var issue = await site.DraftAsync(4, "One");
        var words = new string('a', 200_001);
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/4/edit", $"#f-o-{issue.Entries[0].Id}", ("Input.Words", words));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        Assert.Contains("200,000 is the most", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(words, page.QuerySelector("textarea[name='Input.Words']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contributor_speaks_under_their_own_name_beside_the_editor()
    {
        var issue = await site.DraftAsync(5, "One");
        var entry = issue.Entries[0].Id;
        using var editor = await site.SeatAsync(Role.Editor);
        using var contributor = await site.SeatAsync(Role.Contributor, "Bo Two");
        using var first = await editor.SendAsync("/admin/issues/5/edit", $"#f-o-{entry}", ("Input.Words", "The editor's."));
        var editors = (await site.IssueAsync(5)).Entries[0].Opinions[0];

        using var second = await contributor.SendAsync("/admin/issues/5/edit", $"#f-o-{entry}-1", ("Input.Words", "Bo's."));
        using var foreign = await contributor.SendAsync("/admin/issues/5/edit", $"#f-o-{entry}-1", ("Input.Words", "Not mine."), ("Input.Opinion", $"{editors.Id}"));

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        var offered = await Site.ParseAsync(foreign);
        Assert.Contains("Only its author rewrites this opinion", offered.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not mine.", offered.QuerySelector("textarea[name='Input.Words']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([("", "The editor's."), ("Bo Two", "Bo's.")], (await site.IssueAsync(5)).Entries[0].Opinions.Select(o => (o.Author, o.Words.Source)));
    }

    [Fact]
    public async Task An_opinion_in_an_issue_that_went_out_meanwhile_is_refused_and_not_lost()
    {
        var issue = await site.DraftAsync(6, "Out soon");
        var form = $"#f-o-{issue.Entries[0].Id}";
        using var editor = await site.SeatAsync(Role.Editor);
        using var contributor = await site.SeatAsync(Role.Contributor, "Bo Two");
        var (mine, theirs) = (await editor.ReadAsync("/admin/issues/6/edit"), await contributor.ReadAsync("/admin/issues/6/edit"));
        using var published = await editor.SendAsync("/admin/issues/6/publish", "main form");

        using var late = await contributor.SendAsync(theirs, "", form, ("Input.Words", "Too late."));
        using var later = await editor.SendAsync(mine, "", form, ("Input.Words", "Later still."));

        Assert.All([late, later], reply => Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode));
        Assert.Contains("Too late.", (await Site.ParseAsync(late)).QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        var shown = await Site.ParseAsync(later);
        Assert.Contains("Later still.", shown.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choose “Change it” first", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await site.IssueAsync(6)).Entries[0].Opinions);
    }

    [Fact]
    public async Task A_preview_of_markdown_is_a_document_and_has_a_limit()
    {
        await site.DraftAsync(7, "One");
        using var contributor = await site.SeatAsync(Role.Contributor);
        var page = await contributor.ReadAsync("/admin/issues/7/edit");
        Task<HttpResponseMessage> AskAsync(string text) => contributor.Client.PostAsync("/admin/preview",
            new FormUrlEncodedContent([new("text", text), new("_token", page.QuerySelector("input[name=_token]")!.GetAttribute("value")!)]));

        using var good = await AskAsync("*Hm* <script>alert(1)</script>");
        using var much = await AskAsync(new string('a', 200_001));

        var shown = await Site.ParseAsync(good);
        Assert.Equal("Hm", shown.QuerySelector("em")!.TextContent);
        Assert.Null(shown.QuerySelector("script"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, much.StatusCode);
    }

    [Fact]
    public async Task An_editor_takes_another_s_opinion_out_and_cannot_rewrite_it()
    {
        var issue = await site.DraftAsync(8, "One");
        var entry = issue.Entries[0].Id;
        using var editor = await site.SeatAsync(Role.Editor);
        using var contributor = await site.SeatAsync(Role.Contributor, "Bo Eight");
        using var other = await site.SeatAsync(Role.Contributor, "Cy Eight");
        using var said = await contributor.SendAsync("/admin/issues/8/edit", $"#f-o-{entry}", ("Input.Words", "Bo's <i>words</i>."));
        var bos = Assert.Single((await site.IssueAsync(8)).Entries[0].Opinions);
        var path = $"/admin/issues/8/entries/{entry}/withdraw?opinion={bos.Id}";

        using var stranger = await other.Client.GetAsync(path);
        using var rewritten = await editor.SendAsync("/admin/issues/8/edit", $"#f-o-{entry}-1", ("Input.Words", "Not Bo's."), ("Input.Opinion", $"{bos.Id}"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (stranger.StatusCode, rewritten.StatusCode));
        Assert.NotNull((await editor.ReadAsync("/admin/issues/8/edit")).QuerySelector($"a[href='{path}']"));

        using var taken = await editor.SendAsync(path, "main form");
        var page = await Site.ParseAsync(taken);
        Assert.Empty((await site.IssueAsync(8)).Entries[0].Opinions);
        Assert.Contains("Bo's <i>words</i>.", page.QuerySelector("#kept")!.TextContent, StringComparison.Ordinal);
        using var forged = await editor.SendAsync(page, "", "main form", ("Input.Kept", "forged"));
        using var back = await editor.SendAsync(page, "", "main form");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (forged.StatusCode, back.StatusCode));
        var again = Assert.Single((await site.IssueAsync(8)).Entries[0].Opinions);
        Assert.Equal((bos.PersonId, "Bo Eight", bos.Words.Source), (again.PersonId, again.Author, again.Words.Source));
        using var own = await contributor.SendAsync($"/admin/issues/8/entries/{entry}/withdraw?opinion={again.Id}", "main form");
        Assert.Empty((await site.IssueAsync(8)).Entries[0].Opinions);
    }

    [Fact]
    public async Task A_paper_that_comes_back_brings_whose_words_they_were()
    {
        var issue = await site.DraftAsync(9, "One");
        var entry = issue.Entries[0].Id;
        using var editor = await site.SeatAsync(Role.Editor);
        using var contributor = await site.SeatAsync(Role.Contributor, "Bo Nine");
        using var said = await contributor.SendAsync("/admin/issues/9/edit", $"#f-o-{entry}", ("Input.Words", "Bo's."));
        var author = (await site.IssueAsync(9)).Entries[0].Opinions[0].PersonId;

        using var removed = await editor.SendAsync("/admin/issues/9/edit", $"#m-{entry} form[action$=remove]");
        var page = await Site.ParseAsync(removed);
        using var forged = await editor.SendAsync(page, "", "form[action$=restore]", ("Input.Opinions[0]", "Words of an editor"));
        using var undone = await editor.SendAsync(page, "", "form[action$=restore]");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (forged.StatusCode, undone.StatusCode));
        var back = Assert.Single((await site.IssueAsync(9)).Entries[0].Opinions);
        Assert.Equal((author, "Bo Nine"), (back.PersonId, back.Author));
    }

    [Fact]
    public async Task Two_editors_are_told_apart_by_name()
    {
        await using var named = new DeskSite();
        await named.WithDbAsync(db => db.SetUpAsync());
        await named.DraftAsync(1, "One");
        using var voice = await named.SeatAsync(Role.Owner, "Ines Marlowe");
        using var second = await named.SeatAsync(Role.Editor, "Ed Itor");
        await using var unnamed = new DeskSite();
        await unnamed.DraftAsync(1, "One");
        using var third = await unnamed.SeatAsync(Role.Editor, "Ann");
        using var fourth = await unnamed.SeatAsync(Role.Editor, "Bo");

        foreach (var seat in new[] { second, voice, third, fourth })
        {
            var page = await seat.ReadAsync("/admin/issues/1/edit");
            var form = page.QuerySelectorAll("form.edit[action$=opine]").Last();
            using var saved = await seat.SendAsync(page, "", $"#{form.Id}", ("Input.Words", "Said."));
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        Assert.Equal(["Ed Itor", ""], (await named.IssueAsync(1)).Entries[0].Opinions.OrderBy(o => o.Position).Select(o => o.Author));
        Assert.Equal(["", "Bo"], (await unnamed.IssueAsync(1)).Entries[0].Opinions.OrderBy(o => o.Position).Select(o => o.Author));
    }
}
