using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Roundup.Data.People;

namespace Roundup.Web.Tests.Desk;

/// <summary>What a form that saves by itself is answered, and what becomes of words that are posted too late.</summary>
public sealed class SavingTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Each_saving_names_the_version_of_the_next()
    {
        var issue = await site.DraftAsync(1, "One");
        var entry = issue.Entries[0].Id;
        using var editor = await site.SeatAsync(Role.Editor);
        var page = await editor.ReadAsync("/admin/issues/1/edit");

        using var first = await SaveAsync(editor, page, $"/admin/issues/1/entries/{entry}/opine", ("Input.Opinion", ""), ("Input.Version", "0"), ("Input.Words", "One."));
        var hidden = (await ReadAsync(first)).GetProperty("hidden");
        using var second = await SaveAsync(editor, page, $"/admin/issues/1/entries/{entry}/opine", ("Input.Opinion", Text(hidden, "Input.Opinion")), ("Input.Version", Text(hidden, "Input.Version")), ("Input.Words", "One. Two."));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Equal($"/admin/issues/1/edit?open={entry}#e-{entry}", Text(await ReadAsync(second), "address"));
        Assert.Equal("One. Two.", Assert.Single((await site.IssueAsync(1)).Entries[0].Opinions).Words.Source);
    }

    [Fact]
    public async Task A_version_that_is_too_old_is_answered_with_both_texts()
    {
        var issue = await site.DraftAsync(2, "One");
        var path = $"/admin/issues/2/entries/{issue.Entries[0].Id}/opine";
        using var editor = await site.SeatAsync(Role.Editor);
        var page = await editor.ReadAsync("/admin/issues/2/edit");
        using var first = await SaveAsync(editor, page, path, ("Input.Opinion", ""), ("Input.Version", "0"), ("Input.Words", "Read it twice."));

        using var second = await SaveAsync(editor, page, path, ("Input.Opinion", ""), ("Input.Version", "0"), ("Input.Words", "Read it once."));
        var clash = await ReadAsync(second);

        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (second.StatusCode, second.Content.Headers.ContentType?.MediaType));
        Assert.Equal("Read it twice.", Text(clash.GetProperty("fields"), "Input.Words"));
        Assert.True(clash.GetProperty("mine").GetBoolean());
        Assert.Equal(site.Clock.GetUtcNow(), clash.GetProperty("at").GetDateTimeOffset());
        Assert.Equal(["Kept Read it ", "TakenOut twice", "PutIn once", "Kept ."], clash.GetProperty("differences").GetProperty("Input.Words").EnumerateArray().Select(r => $"{Text(r, "fate")} {Text(r, "words")}"));
        Assert.Equal("Read it twice.", (await site.IssueAsync(2)).Entries[0].Opinions[0].Words.Source);

        var hidden = clash.GetProperty("hidden");
        using var knowing = await SaveAsync(editor, page, path, ("Input.Opinion", Text(hidden, "Input.Opinion")), ("Input.Version", Text(hidden, "Input.Version")), ("Input.Words", "Read it once."));
        Assert.Equal(HttpStatusCode.OK, knowing.StatusCode);
        Assert.Equal("Read it once.", Assert.Single((await site.IssueAsync(2)).Entries[0].Opinions).Words.Source);
    }

    [Fact]
    public async Task What_is_kept_already_is_no_clash_whatever_version_it_was_sent_with()
    {
        var issue = await site.DraftAsync(3, "One");
        var path = $"/admin/issues/3/entries/{issue.Entries[0].Id}/opine";
        using var editor = await site.SeatAsync(Role.Editor);
        var page = await editor.ReadAsync("/admin/issues/3/edit");
        using var first = await SaveAsync(editor, page, path, ("Input.Opinion", ""), ("Input.Version", "0"), ("Input.Words", "Sent twice."));
        using var again = await SaveAsync(editor, page, path, ("Input.Opinion", ""), ("Input.Version", "0"), ("Input.Words", "Sent twice."));

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(Text((await ReadAsync(first)).GetProperty("hidden"), "Input.Version"), Text((await ReadAsync(again)).GetProperty("hidden"), "Input.Version"));
    }

    [Fact]
    public async Task People_who_save_on_cards_of_one_issue_at_one_moment_do_not_meet()
    {
        var issue = await site.DraftAsync(4, "One", "Two", "Three", "Four");
        using var editor = await site.SeatAsync(Role.Editor);
        var page = await editor.ReadAsync("/admin/issues/4/edit");

        var replies = await Task.WhenAll(issue.Entries.Select(e => SaveAsync(editor, page, $"/admin/issues/4/entries/{e.Id}/opine", ("Input.Opinion", ""), ("Input.Version", "0"), ("Input.Words", $"On {e.Id}."))));

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.StatusCode));
        Assert.Equal(issue.Entries.Select(e => $"On {e.Id}."), (await site.IssueAsync(4)).Entries.OrderBy(e => e.Id).Select(e => e.Opinions.Single().Words.Source));
        Array.ForEach(replies, r => r.Dispose());
    }

    [Fact]
    public async Task Two_first_opinions_at_one_instant_are_one_opinion_and_one_clash()
    {
        var issue = await site.DraftAsync(5, "One");
        var path = $"/admin/issues/5/entries/{issue.Entries[0].Id}/opine";
        using var editor = await site.SeatAsync(Role.Editor);
        var page = await editor.ReadAsync("/admin/issues/5/edit");

        var replies = await Task.WhenAll(Enumerable.Range(1, 4).Select(n => SaveAsync(editor, page, path, ("Input.Opinion", ""), ("Input.Version", "0"), ("Input.Words", $"Text {n}"))));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], replies.Select(r => r.StatusCode).Order());
        Assert.Single((await site.IssueAsync(5)).Entries[0].Opinions);
        Array.ForEach(replies, r => r.Dispose());
    }

    [Fact]
    public async Task The_issue_s_own_words_clash_field_by_field()
    {
        await site.DraftAsync(6, "One");
        using var editor = await site.SeatAsync(Role.Editor);
        var page = await editor.ReadAsync("/admin/issues/6/edit");
        var seen = page.QuerySelector("input[name='Input.Seen']")!.GetAttribute("value")!;
        Task<HttpResponseMessage> FrameAsync(string introduction, string closing) => SaveAsync(editor, page, "/admin/issues/6/edit",
            ("Input.Seen", seen), ("Input.Number", "6"), ("Input.Title", "Shelf 6"), ("Input.Theme", ""), ("Input.Introduction", introduction), ("Input.Closing", closing));

        using var first = await FrameAsync("Theirs", "");
        using var second = await FrameAsync("", "Mine");
        var clash = await ReadAsync(second);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Equal(("Theirs", ""), (Text(clash.GetProperty("fields"), "Input.Introduction"), Text(clash.GetProperty("fields"), "Input.Closing")));
        Assert.Equal(Text((await ReadAsync(first)).GetProperty("hidden"), "Input.Seen"), Text(clash.GetProperty("hidden"), "Input.Seen"));
    }

    [Fact]
    public async Task A_refusal_is_a_problem_with_its_sentence()
    {
        var issue = await site.DraftAsync(7, "One");
        using var editor = await site.SeatAsync(Role.Editor);
        var page = await editor.ReadAsync("/admin/issues/7/edit");

        using var reply = await SaveAsync(editor, page, $"/admin/issues/7/entries/{issue.Entries[0].Id}/opine", ("Input.Opinion", ""), ("Input.Version", "0"), ("Input.Words", new string('a', 200_001)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Contains("200,000 is the most", (await ReadAsync(reply)).GetProperty("errors").GetProperty("Input.Words")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_is_signed_out_is_told_so()
    {
        await site.DraftAsync(8, "One");
        using var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "empty");

        using var shown = await visitor.GetAsync("/admin/session");
        using var posted = await visitor.PostAsync("/admin/issues/8/edit", new FormUrlEncodedContent([new("Input.Theme", "Words")]));

        Assert.All([shown, posted], reply => Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (reply.StatusCode, reply.Content.Headers.ContentType?.MediaType)));
        Assert.Equal("Your session has ended. Sign in again.", Text(await ReadAsync(posted), "title"));
    }

    [Fact]
    public async Task A_session_says_who_it_is_and_gives_a_token_that_saves()
    {
        var issue = await site.DraftAsync(9, "One");
        using var editor = await site.SeatAsync(Role.Editor, "Ines Marlowe");

        var session = await editor.Client.GetFromJsonAsync<JsonElement>("/admin/session");
        using var reply = await editor.Client.PostAsync($"/admin/issues/9/entries/{issue.Entries[0].Id}/opine", new FormUrlEncodedContent([new("Input.Words", "Said."), new("_token", Text(session, "token"))]));

        Assert.Equal("Ines Marlowe", Text(session, "name"));
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
    }

    [Fact]
    public async Task Words_that_are_posted_after_the_session_has_ended_come_back_and_can_be_posted_again()
    {
        var issue = await site.DraftAsync(10, "One");
        const string words = "A \"text\" of\nsome <b>length</b> & more";
        using var editor = await site.SeatAsync(Role.Editor);
        using var nobody = site.Visitor();
        var page = await editor.ReadAsync("/admin/issues/10/edit");
        var path = $"/admin/issues/10/entries/{issue.Entries[0].Id}/opine";

        using var late = await nobody.PostAsync(path, new FormUrlEncodedContent([new("Input.Words", words), new("Input.Version", "0"), new("_token", Token(page))]));
        var carried = await Site.ParseAsync(late);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        Assert.Equal(words, Assert.IsAssignableFrom<IHtmlTextAreaElement>(carried.QuerySelector("#written")).Value.ReplaceLineEndings("\n"));

        using var saved = await editor.SendAsync(carried, "", "form:has(#written)");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(words, (await site.IssueAsync(10)).Entries[0].Opinions[0].Words.Source);
    }

    [Fact]
    public async Task Words_with_a_token_that_is_too_old_come_back_with_a_new_one()
    {
        var issue = await site.DraftAsync(11, "One");
        using var editor = await site.SeatAsync(Role.Editor);

        using var late = await editor.Client.PostAsync($"/admin/issues/11/entries/{issue.Entries[0].Id}/opine", new FormUrlEncodedContent([new("Input.Words", "Old, and good."), new("_token", "stale")]));
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
        using var saved = await editor.SendAsync(await Site.ParseAsync(late), "", "form:has(#written)");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("Old, and good.", (await site.IssueAsync(11)).Entries[0].Opinions[0].Words.Source);
    }

    [Fact]
    public async Task Another_site_s_form_is_not_carried_anywhere()
    {
        using var nobody = site.Visitor();
        nobody.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        using var reply = await nobody.PostAsync("/admin/issues/1/edit", new FormUrlEncodedContent([new("Input.Theme", "Planted")]));

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.DoesNotContain("Planted", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SaveAsync(Seat seat, IHtmlDocument page, string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("_token", Token(page))]) };
        request.Headers.Accept.ParseAdd("application/json");
        return await seat.Client.SendAsync(request);
    }

    private static string Token(IHtmlDocument page) => page.QuerySelector("input[name=_token]")!.GetAttribute("value")!;

    private static Task<JsonElement> ReadAsync(HttpResponseMessage reply) => reply.Content.ReadFromJsonAsync<JsonElement>();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
