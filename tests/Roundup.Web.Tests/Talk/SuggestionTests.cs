using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.Discussion;
using Roundup.Data.Issues;
using Roundup.Data.Outbox;
using Roundup.Data.People;
using Roundup.Model.Discussion;
using Roundup.Model.Inbox;
using Roundup.Web.Reading;
using Roundup.Web.Releasing;
using Roundup.Web.Tests.Desk;

namespace Roundup.Web.Tests.Talk;

/// <summary>From what readers name to an issue, and back to them.</summary>
public sealed class SuggestionTests
{
    [Fact]
    public async Task From_a_guest_s_form_to_an_issue_with_thanks_and_one_mail()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var visitor = site.Visitor();
        using var sent = await site.SuggestAsync(visitor, ("Input.Paper", "Mass-Editing Memory in a Transformer\n2210.07229"), ("Input.Note", "It scales the edit."));
        using var muted = await site.SuggestAsync(visitor, ("Input.Paper", "2210.07229"), ("Input.Email", "mute@example.net"), ("Input.Name", "T. Adeyemi"), ("Input.WantsMail", "false"));
        using var unconfirmed = await site.SuggestAsync(visitor, ("Input.Paper", "2210.07229"), ("Input.Email", "never@example.net"), ("Input.Name", "Never"));
        await site.ConfirmAsync("ann@example.net");
        await site.ConfirmAsync("mute@example.net");
        using var editor = await site.SeatAsync(Role.Editor);

        var inbox = await editor.ReadAsync("/admin/inbox");
        var card = Assert.Single(inbox.QuerySelectorAll(".suggested .card"));
        Assert.Contains("2 readers: Ann and T. Adeyemi", SuggestingSite.Words(card.TextContent), StringComparison.Ordinal);
        Assert.Contains("Ann: It scales the edit.", SuggestingSite.Words(card.TextContent), StringComparison.Ordinal);
        using var added = await editor.SendAsync("/admin/inbox", ".suggested form[action$=add]");
        Assert.StartsWith("/admin/inbox?placed=", added.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Null((await editor.ReadAsync("/admin/inbox")).QuerySelector(".suggested"));
        Assert.Contains("Shortlisted", await StateAsync(site), StringComparison.Ordinal);

        var entry = Assert.Single((await site.IssueAsync(2)).Entries);
        Assert.Equal("Ann, T. Adeyemi", entry.Thanks);
        Assert.Contains("Suggested by Ann and T. Adeyemi.", SuggestingSite.Words((await editor.ReadAsync("/admin/issues/2/edit")).Body!.TextContent), StringComparison.Ordinal);
        await PublishAsync(site, editor, 2);

        Assert.Contains("In issue 2", await StateAsync(site), StringComparison.Ordinal);
        var mails = (await MailsAsync(site)).Where(m => m.Key.StartsWith("fate:", StringComparison.Ordinal)).ToList();
        var mail = Assert.Single(mails);
        Assert.Equal("ann@example.net", mail.To);
        Assert.Contains($"{SuggestingSite.Url}/issues/2", mail.Text, StringComparison.Ordinal);
        Assert.EndsWith("/mute", mail.MuteUrl, StringComparison.Ordinal);
        var page = await site.PageAsync("/issues/2/edits");
        Assert.Contains("Suggested by Ann and T. Adeyemi.", SuggestingSite.Words(page.QuerySelector("article.paper")!.TextContent), StringComparison.Ordinal);
        using var file = await visitor.GetAsync("/issues/2.md");
        Assert.Contains("**Suggested by:** Ann, T. Adeyemi", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Suggested by Ann and T. Adeyemi.", SuggestingSite.Words((await editor.ReadAsync("/admin/issues/2/preview/mail")).Body!.TextContent), StringComparison.Ordinal);

        await site.WithDbAsync(db => db.PublishAsync(9, "More", Scene.Paper("Another", "2210.00001")));
        Assert.Single((await MailsAsync(site)), m => m.Key.StartsWith("fate:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_slot_s_own_release_tells_readers_too()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        await site.CommentAsync("Do arXiv:2210.07229 next.");
        await site.WithDbAsync(async db =>
        {
            var draft = await db.DraftAsync(2, "Next", Scene.Paper("Something else", "2210.00002"));
            draft.Add(await db.Papers.SingleAsync(p => p.Identifiers.Any(i => i.Value == "2210.07229")), Scene.FirstFriday).Opine("", Scene.Words("Good."), Scene.FirstFriday);
            Scene.Insist(draft.Schedule(DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime), TimeOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime.AddMinutes(5)), "Etc/UTC", "Ines Marlowe", site.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        site.Clock.Advance(TimeSpan.FromMinutes(6));

        await site.Services.GetRequiredService<SlotRound>().RunAsync(TestContext.Current.CancellationToken);

        var suggestion = await site.OnlyAsync();
        Assert.Equal((SuggestionState.InIssue, 2), (suggestion.State, suggestion.IssueNumber));
        Assert.NotNull(suggestion.Voices[0].ToldAt);
        Assert.Single(await MailsAsync(site), m => m.To is "ann@example.net");
    }

    [Fact]
    public async Task A_correction_that_brings_a_suggested_paper_tells_its_reader()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        await site.CommentAsync("You forgot arXiv:2210.07229.");
        using var editor = await site.SeatAsync(Role.Editor);
        await site.WithDbAsync(async db =>
        {
            Scene.Insist(await db.ChangeAsync(1, site.Clock.GetUtcNow()));
            var copy = await db.Issues.WorkingCopies.Whole.SingleAsync();
            copy.Add(await db.Papers.SingleAsync(p => p.Identifiers.Any(i => i.Value == "2210.07229")), site.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });

        using var corrected = await editor.SendAsync("/admin/issues/1/correct", "main form");

        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        Assert.Equal((SuggestionState.InIssue, 1), ((await site.OnlyAsync()).State, (await site.OnlyAsync()).IssueNumber));
        Assert.Single(await MailsAsync(site));
    }

    [Fact]
    public async Task Declined_with_a_word_and_asked_again_with_the_word_in_sight()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var visitor = site.Visitor();
        using var sent = await site.SuggestAsync(visitor, ("Input.Paper", "2210.07229"));
        await site.ConfirmAsync("ann@example.net");
        using var editor = await site.SeatAsync(Role.Editor);

        using var wordy = await editor.SendAsync("/admin/inbox", ".suggested form[action$=decline]", ("Input.Word", new string('w', 301)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordy.StatusCode);
        using var declined = await editor.SendAsync("/admin/inbox", ".suggested form[action$=decline]", ("Input.Word", "We wait for <the> code."));
        Assert.Contains("Declined: arXiv:2210.07229", SuggestingSite.Words((await editor.ReadAsync(At(declined))).QuerySelector("#said")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("Not this time The editor says: We wait for <the> code.", await StateAsync(site), StringComparison.Ordinal);
        var mail = Assert.Single(await MailsAsync(site), m => m.Key.StartsWith("fate:", StringComparison.Ordinal));
        Assert.Contains("We wait for <the> code.", mail.Text, StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.CommentAsync("What about 2210.07229 (arXiv:2210.07229)?", "bo@example.net", "Bo");
        using var next = await site.SeatAsync(Role.Editor);
        var card = Assert.Single((await next.ReadAsync("/admin/inbox")).QuerySelectorAll(".suggested .card"));
        Assert.Contains("Declined before: We wait for <the> code.", SuggestingSite.Words(card.TextContent), StringComparison.Ordinal);
        Assert.StartsWith("/issues/1#c-", card.QuerySelector(".meta a")!.GetAttribute("href"), StringComparison.Ordinal);
        using var again = await next.SendAsync("/admin/inbox", ".suggested form[action$=decline]");
        Assert.Equal(["ann@example.net", "bo@example.net"], (await MailsAsync(site)).Where(m => m.Key.StartsWith("fate:", StringComparison.Ordinal)).Select(m => m.To));
    }

    [Fact]
    public async Task Shortlisted_put_away_and_brought_back()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        await site.CommentAsync("Do arXiv:2210.07229 next.");
        using var editor = await site.SeatAsync(Role.Editor);

        using var shortlisted = await editor.SendAsync("/admin/inbox", ".suggested form[action$=shortlist]");
        var item = await site.WithDbAsync(db => db.Inbox.SingleAsync());
        Assert.Equal((InboxOrigin.Suggested, "Ann"), (item.Origin, item.AddedBy));
        Assert.Contains("/issues/1#c-", item.Note, StringComparison.Ordinal);
        Assert.Contains("Shortlisted: 2210.07229", SuggestingSite.Words((await editor.ReadAsync(At(shortlisted))).QuerySelector("#said")!.TextContent), StringComparison.Ordinal);

        using var away = await editor.SendAsync("/admin/inbox", $"#i-{item.Id} form[action$=put-away]");
        Assert.Equal(SuggestionState.Declined, (await site.OnlyAsync()).State);
        Assert.Equal(site.Clock.GetUtcNow() + Web.Talk.SuggestionFates.SecondThoughts, Assert.Single(await MailsAsync(site)).NextAt);
        using var back = await editor.SendAsync(At(away), "#said form");
        Assert.Equal(SuggestionState.Shortlisted, (await site.OnlyAsync()).State);
        Assert.Empty(await MailsAsync(site));
        Assert.Null((await site.OnlyAsync()).Voices[0].ToldAt);
    }

    [Fact]
    public async Task What_is_no_suggestion_goes_and_nobody_else_decides()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        await site.CommentAsync("arXiv:2210.07229");
        var id = (await site.OnlyAsync()).Id;
        using var contributor = await site.SeatAsync(Role.Contributor);
        Assert.Null((await contributor.ReadAsync("/admin/inbox")).QuerySelector(".suggested"));
        using var editor = await site.SeatAsync(Role.Editor);
        foreach (var act in new[] { "shortlist", "add", "decline", "dismiss" })
        {
            using var denied = await contributor.Client.GetAsync($"/admin/suggestions/{id}/{act}");
            Assert.StartsWith("http://localhost/account/denied", denied.Headers.Location?.ToString(), StringComparison.Ordinal);
            await editor.ReadAsync($"/admin/suggestions/{id}/{act}");
        }

        Assert.Equal((SuggestionState.Received, 0), ((await site.OnlyAsync()).State, await site.WithDbAsync(db => db.Inbox.CountAsync())));
        using var dismissed = await editor.SendAsync($"/admin/suggestions/{id}/dismiss", "main form");
        Assert.Contains("Taken out of the suggestions", SuggestingSite.Words((await editor.ReadAsync(At(dismissed))).QuerySelector("#said")!.TextContent), StringComparison.Ordinal);
        Assert.Empty(await site.SuggestionsAsync());
        using var gone = await editor.Client.GetAsync($"/admin/suggestions/{id}/add");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_reader_who_named_it_twice_counts_by_the_comment_that_readers_see()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        var first = await site.CommentAsync("Do arXiv:2210.07229 next.");
        var second = await site.CommentAsync("Once more: arXiv:2210.07229.");
        await site.WithDbAsync(async db => Assert.Equal([1, 1], (await db.ReadSlipsAsync([first.Id, second.Id])).Select(s => s.Count())));

        await HideAsync(site, first.Id);

        var voice = Assert.Single((await site.OnlyAsync()).Heard);
        Assert.Equal(second.Id, voice.CommentId);
        await HideAsync(site, second.Id);
        Assert.Empty((await site.OnlyAsync()).Heard);
    }

    [Fact]
    public async Task Thanks_have_the_name_that_was_given_with_the_words_and_not_what_somebody_else_typed_for_the_address()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        using var stranger = site.Visitor();
        using var rude = await site.SuggestAsync(stranger, ("Input.Paper", "2209.10652"), ("Input.Name", "Rude Name"));
        await site.WithTalkAsync(async (db, intake) => await intake.DisownAsync(await db.Commenters.SingleAsync()));
        Assert.Empty(await site.SuggestionsAsync());

        using var ann = await site.SuggestAsync(stranger, ("Input.Paper", "2210.07229"), ("Input.Name", "Ann"));
        await site.ConfirmAsync("ann@example.net");

        Assert.Equal(["Ann"], (await site.OnlyAsync()).Printed);
        Assert.Equal("Ann", (await site.OnlyAsync()).Voices[0].Commenter.Name);
    }

    [Theory]
    [InlineData("card")]
    [InlineData("draft")]
    public async Task What_leaves_its_draft_is_asked_about_again(string what)
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        await site.CommentAsync("Do arXiv:2210.07229 next.");
        using var editor = await site.SeatAsync(Role.Editor);
        using var added = await editor.SendAsync("/admin/inbox", ".suggested form[action$=add]");
        var entry = Assert.Single((await site.IssueAsync(2)).Entries);

        using var gone = what is "card" ? await editor.SendAsync("/admin/issues/2/edit", $"form[action$='/{entry.Id}/remove']") : await editor.SendAsync("/admin/issues/2/delete", "main form");

        Assert.True(gone.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect);
        Assert.Equal(SuggestionState.Received, (await site.OnlyAsync()).State);
        Assert.Single((await editor.ReadAsync("/admin/inbox")).QuerySelectorAll(".suggested .card"));
    }

    [Fact]
    public async Task Who_confirms_after_it_was_decided_hears_of_it_too()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        await site.CommentAsync("arXiv:2210.07229");
        using var visitor = site.Visitor();
        using var late = await site.SuggestAsync(visitor, ("Input.Paper", "2210.07229"), ("Input.Email", "late@example.net"), ("Input.Name", "Late"));
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        using var editor = await site.SeatAsync(Role.Editor);
        using var declined = await editor.SendAsync("/admin/inbox", ".suggested form[action$=decline]", ("Input.Word", "Not yet."));
        Assert.DoesNotContain(await FatesAsync(site), m => m.To is "late@example.net");
        site.Clock.Advance(TimeSpan.FromHours(1));

        await site.ConfirmAsync("late@example.net");

        Assert.Contains("Not yet.", Assert.Single(await FatesAsync(site), m => m.To is "late@example.net").Text, StringComparison.Ordinal);
        Assert.Equal(SuggestionState.Declined, (await site.OnlyAsync()).State);
    }

    [Fact]
    public async Task A_no_that_was_not_mailed_yet_is_taken_back_by_a_yes()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        await site.CommentAsync("arXiv:2210.07229");
        using var editor = await site.SeatAsync(Role.Editor);
        using var shortlisted = await editor.SendAsync("/admin/inbox", ".suggested form[action$=shortlist]");
        var item = await site.WithDbAsync(db => db.Inbox.SingleAsync());
        using var away = await editor.SendAsync("/admin/inbox", $"#i-{item.Id} form[action$=put-away]");
        Assert.Single(await FatesAsync(site));

        using var again = await editor.SendAsync($"/admin/suggestions/{(await site.OnlyAsync()).Id}/shortlist", "main form");

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Empty(await FatesAsync(site));
        Assert.Null((await site.OnlyAsync()).Voices[0].ToldAt);
    }

    [Fact]
    public async Task An_editor_says_who_is_thanked()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        await site.CommentAsync("arXiv:2210.07229");
        using var editor = await site.SeatAsync(Role.Editor);
        using var added = await editor.SendAsync("/admin/inbox", ".suggested form[action$=add]");
        var entry = Assert.Single((await site.IssueAsync(2)).Entries);

        using var changed = await editor.SendAsync($"/admin/issues/2/entries/{entry.Id}/thanks", "main form", ("Input.Names", "Ann B.\n\n Bo, of Bonn \n"));
        Assert.Equal("Ann B., Bo of Bonn", Assert.Single((await site.IssueAsync(2)).Entries).Thanks);
        using var wordy = await editor.SendAsync($"/admin/issues/2/entries/{entry.Id}/thanks", "main form", ("Input.Names", new string('n', 401)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordy.StatusCode);
    }

    private static Task HideAsync(SuggestingSite site, int comment) => site.WithTalkAsync(async (db, intake) =>
    {
        var there = await db.CommentAsync(comment);
        Scene.Insist(there!.Hide("Ines", site.Clock.GetUtcNow()));
        await intake.TakeAsync(there);
    });

    private static async Task<List<QueuedMail>> FatesAsync(SuggestingSite site) => (await MailsAsync(site)).FindAll(m => m.Key.StartsWith("fate:", StringComparison.Ordinal));

    private static string At(HttpResponseMessage reply) => reply.Headers.Location!.ToString().Split('#')[0];

    private static Task<List<QueuedMail>> MailsAsync(SuggestingSite site) => site.WithDbAsync(db => db.Outbox.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    private static async Task<string> StateAsync(SuggestingSite site) => SuggestingSite.Words((await site.PageAsync(await site.FateAsync())).Body!.TextContent);

    private static async Task PublishAsync(SuggestingSite site, Seat editor, int number)
    {
        await site.WithDbAsync(async db =>
        {
            var issue = await db.Issues.Whole.SingleAsync(i => i.Number == number);
            Scene.Insist(issue.Name($"Shelf {number}", "Edits", site.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        using var published = await editor.SendAsync($"/admin/issues/{number}/publish", "main form");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
    }
}
