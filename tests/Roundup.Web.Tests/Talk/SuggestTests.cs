using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Model.Discussion;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Talk;

/// <summary>The form for papers, and the page that says what became of them.</summary>
public sealed class SuggestTests
{
    [Fact]
    public async Task A_guest_suggests_and_nothing_is_fetched_before_the_address_is_shown_to_be_theirs()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var visitor = site.Visitor();

        using var sent = await site.SuggestAsync(visitor, ("Input.Paper", "https://arxiv.org/abs/2210.07229v2"), ("Input.Note", "It scales the edit."));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var suggestion = await site.OnlyAsync();
        var voice = Assert.Single(suggestion.Voices);
        Assert.Equal("/suggest?done=asked#said", sent.Headers.Location?.ToString());
        Assert.Equal(("arxiv:2210.07229", SuggestionState.Received, null, "It scales the edit.", false), (suggestion.Key, suggestion.State, suggestion.PaperId, voice.Note, voice.Counts));
        var mail = await site.WithDbAsync(db => db.Outbox.SingleAsync());
        Assert.Equal("ann@example.net", mail.To);
        Assert.Contains($"{SuggestingSite.Url}/comments/{voice.Commenter.Token}", mail.Text, StringComparison.Ordinal);
        Assert.Contains("arXiv:2210.07229", mail.Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.WithDbAsync(db => db.Papers.CountAsync()));
        Assert.Equal(0, await site.WithDbAsync(db => db.Errands.CountAsync(e => e.Kind == ErrandKind.Fill)));

        Assert.Contains("Waits for your confirmation", await SaidAsync(site, voice.Token), StringComparison.Ordinal);
        await site.ConfirmAsync("ann@example.net");
        Assert.Contains("Received: an editor has not decided yet", await SaidAsync(site, voice.Token), StringComparison.Ordinal);
        Assert.NotNull((await site.OnlyAsync()).PaperId);
        Assert.Equal(1, await site.WithDbAsync(db => db.Errands.CountAsync(e => e.Kind == ErrandKind.Fill)));
    }

    [Theory]
    [InlineData("Mass-Editing Memory in a Transformer", "title:masseditingmemoryinatransformer")]
    [InlineData("Read doi:10.1038/s41586-021-03819-2, please", "doi:10.1038/s41586-021-03819-2")]
    [InlineData("https://example.org/our-new-paper", "url:https://example.org/our-new-paper")]
    [InlineData("Mass-Editing Memory in a Transformer\nhttps://arxiv.org/abs/2210.07229", "arxiv:2210.07229")]
    [InlineData("One of 2210.07229\n\n  Toy Models of Superposition  \narXiv:2209.10652", "arxiv:2210.07229 arxiv:2209.10652")]
    [InlineData("@article{a, title={Toy Models of {S}uperposition}, author={Nelson Elhage}, year={2022}}", "title:toymodelsofsuperposition")]
    [InlineData("2210.07229\n2210.07229v2\narxiv.org/pdf/2210.07229", "arxiv:2210.07229")]
    [InlineData("Emergent World Representations\nToy Models of Superposition", "title:emergentworldrepresentations title:toymodelsofsuperposition")]
    public async Task Anything_that_says_which_one_is_taken(string typed, string keys)
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var visitor = site.Visitor();

        using var sent = await site.SuggestAsync(visitor, ("Input.Paper", typed));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(keys, string.Join(' ', (await site.SuggestionsAsync()).Select(s => s.Key)));
        Assert.Equal(1, await site.WithDbAsync(db => db.Outbox.CountAsync()));
        using var shown = await visitor.GetAsync(await site.FateAsync());
        Assert.Equal(keys.Split(' ').Length, (await Site.ParseAsync(shown)).QuerySelectorAll(".fate").Length);
        Assert.True(shown.Headers.CacheControl?.NoStore);
        Assert.Contains("noindex", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Paper", "", "Say which paper", "#paper-said")]
    [InlineData("Input.Paper", " \n\t ", "Say which paper", "#paper-said")]
    [InlineData("Input.Paper", "???", "names no paper", "#paper-said")]
    [InlineData("Input.Paper", "1\n2\n3", "names no paper", "#paper-said")]
    [InlineData("Input.Email", "nobody", "e-mail address", "#email-said")]
    [InlineData("Input.Email", "a@b.c>\r\nBcc: x@example.org", "e-mail address", "#email-said")]
    [InlineData("Input.Name", "\u200b\u202e ", "Give the name", "#name-said")]
    [InlineData("Guard.Website", "https://spam.example", "no person sees", ".error")]
    public async Task What_can_t_be_taken_is_said_at_its_field_and_nothing_typed_is_lost(string field, string value, string sentence, string place)
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var visitor = site.Visitor();

        using var sent = await site.SuggestAsync(visitor, [.. new[] { ("Input.Paper", "arXiv:2210.07229"), ("Input.Note", "Because <b>of</b> it.") }.Where(f => f.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var page = await Site.ParseAsync(sent);
        Assert.Contains(sentence, page.QuerySelector(place)!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Because <b>of</b> it.", page.QuerySelector("#note")!.TextContent.Trim());
        if (field is "Input.Email" or "Input.Name") Assert.Equal("arXiv:2210.07229", page.QuerySelector("#paper")!.TextContent.Trim());
        Assert.Empty(await site.SuggestionsAsync());
        Assert.Equal(0, await site.WithDbAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task A_script_s_haste_listed_words_and_a_note_of_links_are_refused()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        await site.WithDbAsync(async db =>
        {
            var publication = await db.Publications.SingleAsync();
            Scene.Insist(publication.Moderate(publication.Discussion with { HeldWords = "casino", MostLinks = 1 }, publication.HouseRules));
            await db.SaveChangesAsync();
        });
        using var visitor = site.Visitor();
        using var seat = new Desk.Seat(visitor, isOwn: false);
        using var quick = await seat.SendAsync("/suggest", "form.suggest", ("Input.Paper", "2210.07229"), ("Input.Name", "Ann"), ("Input.Email", "ann@example.net"));
        Assert.Contains("faster than a person writes", await SuggestingSite.SaidAsync(quick), StringComparison.Ordinal);

        using var listed = await site.SuggestAsync(visitor, ("Input.Paper", "2210.07229"), ("Input.Note", "The CASINO pays."));
        Assert.Contains("“casino” is not taken here", await SuggestingSite.SaidAsync(listed), StringComparison.Ordinal);
        using var links = await site.SuggestAsync(visitor, ("Input.Paper", "2210.07229"), ("Input.Note", "https://a.example and www.b.example"));
        Assert.Contains("At most 1 link beside", await SuggestingSite.SaidAsync(links), StringComparison.Ordinal);
        Assert.Equal(0, await site.WithDbAsync(db => db.Outbox.CountAsync()));
        using var kept = await site.SuggestAsync(visitor, ("Input.Paper", "2210.07229"), ("Input.Note", "https://a.example"));
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
    }

    [Fact]
    public async Task Too_much_at_once_is_refused()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var visitor = site.Visitor();

        using var eleven = await site.SuggestAsync(visitor, ("Input.Paper", string.Join('\n', Enumerable.Range(1, 11).Select(n => $"2210.{n:00000}"))));
        Assert.Contains("At most 10 papers at once; these are 11.", await SuggestingSite.SaidAsync(eleven), StringComparison.Ordinal);
        using var wordy = await site.SuggestAsync(visitor, ("Input.Paper", "2210.07229"), ("Input.Note", new string('n', 1001)));
        Assert.Contains("At most 1,000 characters.", await SuggestingSite.SaidAsync(wordy), StringComparison.Ordinal);
        using var novel = await site.SuggestAsync(visitor, ("Input.Paper", new string('x', 301)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, novel.StatusCode);
        using var ten = await site.SuggestAsync(visitor, ("Input.Paper", string.Join('\n', Enumerable.Range(1, 10).Select(n => $"2210.{n:00000}"))));
        Assert.Equal(HttpStatusCode.Redirect, ten.StatusCode);
        using var more = await site.SuggestAsync(visitor, ("Input.Paper", "2210.07229"));
        Assert.Contains("Confirm first what waits", await SuggestingSite.SaidAsync(more), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script> a title that runs")]
    [InlineData("javascript:alert(1)//a-title-of-a-kind")]
    [InlineData("'; DROP TABLE Suggestions; -- a title")]
    [InlineData("A title \u202eturned round\u202c and nothing \ud83d\ude00")]
    [InlineData("https://user:pass@127.0.0.1:8080/paper.pdf?a=<b>&c=%00")]
    [InlineData("http://[::1]/paper.pdf")]
    [InlineData("https://example.org/\ud800paper")]
    public async Task Hostile_words_are_only_words(string typed)
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var visitor = site.Visitor();

        using var sent = await site.SuggestAsync(visitor, ("Input.Paper", typed), ("Input.Note", typed), ("Input.Name", "<img src=x>Ann"));

        Assert.True(sent.StatusCode is HttpStatusCode.Redirect, await SuggestingSite.SaidAsync(sent));
        using var shown = await visitor.GetAsync(await site.FateAsync());
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var page = await Site.ParseAsync(shown);
        Assert.Empty(page.QuerySelectorAll("main script, main img, a[href^='javascript']"));
        Assert.DoesNotContain("DROP", (await site.WithDbAsync(db => db.Outbox.SingleAsync())).Text, StringComparison.Ordinal);
        await site.ConfirmAsync("ann@example.net");
        using var editor = await site.SeatAsync(Data.People.Role.Editor);
        var inbox = await editor.ReadAsync("/admin/inbox");
        Assert.Single(inbox.QuerySelectorAll(".suggested .card"));
        Assert.Empty(inbox.QuerySelectorAll(".suggested :is(script, img, a[href^='javascript'])"));
    }

    [Fact]
    public async Task A_paper_that_was_in_an_issue_is_answered_at_once()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var visitor = site.Visitor();

        foreach (var typed in new[] { SuggestingSite.Covered, $"https://arxiv.org/pdf/{SuggestingSite.Covered}v3", "Locating and editing factual associations" })
        {
            using var answered = await site.SuggestAsync(visitor, ("Input.Paper", typed));
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
            var page = await Site.ParseAsync(answered);
            Assert.Contains("was in issue 1", page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
            Assert.StartsWith("/issues/1/what-models-know#e-", page.QuerySelector(".answer a")!.GetAttribute("href"), StringComparison.Ordinal);
            Assert.Equal(typed, page.QuerySelector("#paper")!.TextContent.Trim());
        }

        Assert.Empty(await site.SuggestionsAsync());
        using var sent = await site.SuggestAsync(visitor, ("Input.Paper", SuggestingSite.Covered), ("Input.Anyway", "true"));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal(SuggestionState.Received, (await site.OnlyAsync()).State);
    }

    [Fact]
    public async Task Who_suggests_the_same_is_counted_and_folded()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var ann = site.Visitor();
        using var bo = site.Visitor();
        using var first = await site.SuggestAsync(ann, ("Input.Paper", "arXiv:2210.07229"));
        await site.ConfirmAsync("ann@example.net");
        using var second = await site.SuggestAsync(bo, ("Input.Paper", "https://doi.org/10.48550/arXiv.2210.07229"), ("Input.Name", "Bo"), ("Input.Email", "bo@example.net"));

        var suggestion = await site.OnlyAsync();
        Assert.Equal(2, suggestion.Voices.Count);
        Assert.Single(suggestion.Heard);
        using var shown = await bo.GetAsync(await site.FateAsync("bo@example.net"));
        Assert.Contains("1 other reader suggested it too.", await SuggestingSite.SaidAsync(shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_types_an_address_learns_nothing_of_what_came_from_it()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var ann = site.Visitor();
        using var first = await site.SuggestAsync(ann, ("Input.Paper", "2210.07229"), ("Input.Note", "My secret reason."));
        await site.ConfirmAsync("ann@example.net");
        using var other = site.Visitor();

        using var again = await site.SuggestAsync(other, ("Input.Paper", "2210.07229"), ("Input.Name", "Not Ann"));

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(1, await site.WithDbAsync(db => db.Outbox.CountAsync()));
        Assert.Equal("Ann", Assert.Single((await site.OnlyAsync()).Voices).Name);
    }

    [Fact]
    public async Task A_reader_mutes_and_takes_back_and_looking_changes_nothing()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var visitor = site.Visitor();
        using var sent = await site.SuggestAsync(visitor, ("Input.Paper", "2210.07229"));
        await site.ConfirmAsync("ann@example.net");
        var token = (await site.OnlyAsync()).Voices[0].Token;

        foreach (var path in new[] { "", "/mute", "/withdraw" })
        {
            using var looked = await visitor.GetAsync($"/suggestions/{token}{path}");
            Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        }

        Assert.True((await site.OnlyAsync()).Voices[0].WantsMail);
        using var muted = await visitor.PostAsync($"/suggestions/{token}/mute", new FormUrlEncodedContent([]));
        Assert.Equal($"/suggestions/{token}", muted.Headers.Location?.ToString());
        Assert.False((await site.OnlyAsync()).Voices[0].WantsMail);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, $"/suggestions/{token}/withdraw");
        elsewhere.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var refused = await visitor.SendAsync(elsewhere);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var back = await visitor.PostAsync($"/suggestions/{token}/withdraw", new FormUrlEncodedContent([]));
        Assert.Equal("/suggest?done=withdrawn#said", back.Headers.Location?.ToString());
        Assert.Empty(await site.SuggestionsAsync());
        using var gone = await visitor.GetAsync($"/suggestions/{token}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Somebody_who_is_signed_in_is_asked_for_nothing_more()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var editor = await site.SeatAsync(Data.People.Role.Editor, "Ines Marlowe");

        using var sent = await site.SuggestAsync(editor.Client, ("Input.Paper", "2210.07229"), ("Input.WantsMail", "false"));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var voice = Assert.Single((await site.OnlyAsync()).Voices);
        Assert.Equal(("Ines Marlowe", true, false), (voice.Name, voice.Counts, voice.WantsMail));
        Assert.Equal(0, await site.WithDbAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task The_form_is_the_same_for_every_stranger_and_closed_where_the_discussion_is()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var visitor = site.Visitor();
        using var shown = await visitor.GetAsync("/suggest");
        Assert.Empty(shown.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
        Assert.NotNull((await site.PageAsync("/")).QuerySelector("nav a[href='/suggest']"));

        await site.WithDbAsync(async db =>
        {
            var publication = await db.Publications.SingleAsync();
            Scene.Insist(publication.Moderate(DiscussionRules.Default with { IsOn = false }, publication.HouseRules));
            await db.SaveChangesAsync();
        });
        Assert.Null((await site.PageAsync("/suggest")).QuerySelector("form.suggest"));
        Assert.Null((await site.PageAsync("/")).QuerySelector("nav a[href='/suggest']"));
        using var sent = await visitor.PostAsync("/suggest", new FormUrlEncodedContent([new("Input.Paper", "2210.07229")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Equal("2210.07229", (await Site.ParseAsync(sent)).QuerySelector("#paper")!.TextContent.Trim());
    }

    private static async Task<string> SaidAsync(SuggestingSite site, string token) => SuggestingSite.Words((await site.PageAsync($"/suggestions/{token}")).Body!.TextContent);
}
