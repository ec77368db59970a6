using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Model.Issues;
using static Roundup.Web.Tests.Schedule.ScheduleSite;

namespace Roundup.Web.Tests.Schedule;

/// <summary>What an editor does about slots, by forms.</summary>
public sealed class DeskScheduleTests
{
    [Fact]
    public async Task Publishing_takes_the_slot_and_opens_the_next_draft()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync();
        await site.DraftAsync(1, "One");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/1/publish", "main form");

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal(SlotDay, (await site.IssueAsync(1)).SlotDay);
        Assert.False((await site.IssueAsync(2)).IsPublished);
        var desk = await editor.ReadAsync("/admin");
        Assert.Contains("Issue 2 is due on Friday, 4 December, 09:00 in Berlin", desk.QuerySelector(".say-it")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("issue 1 published", desk.QuerySelector(".cal .is-done")!.TextContent, StringComparison.Ordinal);
        await site.RoundAtAsync(Slot);
        Assert.Equal(SlotOutcome.Published, (await site.SlotAsync(SlotDay)).Outcome);
        Assert.False((await site.IssueAsync(2)).IsPublished);
    }

    [Fact]
    public async Task A_held_issue_that_is_published_a_day_later_is_that_slots_issue()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync();
        await site.DraftAsync(1, "One");
        await site.RoundAtAsync(Slot);
        site.Clock.Advance(TimeSpan.FromDays(1));
        using var editor = await site.SeatAsync(Role.Editor);
        Assert.Contains("is held", (await editor.ReadAsync("/admin")).QuerySelector(".ask")!.TextContent, StringComparison.Ordinal);

        using var reply = await editor.SendAsync("/admin/issues/1/publish", "main form");

        Assert.Equal(SlotDay, (await site.IssueAsync(1)).SlotDay);
        Assert.Equal((SlotOutcome.Published, "Ines Marlowe"), ((await site.SlotAsync(SlotDay)).Outcome, (await site.SlotAsync(SlotDay)).DecidedBy));
        Assert.Null((await editor.ReadAsync("/admin")).QuerySelector(".ask"));
    }

    [Fact]
    public async Task An_overdue_slot_asks_at_the_desk_and_takes_either_answer()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync();
        await site.DraftAsync(1, "One");
        await site.RoundAtAsync(Slot.AddHours(3));
        using var editor = await site.SeatAsync(Role.Editor);
        var asked = await editor.ReadAsync("/admin");
        Assert.Contains("more than two hours late", asked.QuerySelector(".ask")!.TextContent, StringComparison.Ordinal);

        using var held = await editor.SendAsync("/admin", "form[action='/admin/slots/hold']");
        Assert.Equal("/admin", held.Headers.Location?.ToString());
        Assert.Equal((SlotOutcome.Held, "Ines Marlowe"), ((await site.SlotAsync(SlotDay)).Outcome, (await site.SlotAsync(SlotDay)).DecidedBy));
        using var published = await editor.SendAsync(asked, "/admin", "form[action='/admin/issues/1/publish']");

        Assert.True((await site.IssueAsync(1)).IsPublished);
        Assert.Equal(SlotOutcome.Published, (await site.SlotAsync(SlotDay)).Outcome);
    }

    [Fact]
    public async Task A_slot_is_skipped_without_a_gap_in_the_numbers_and_kept_after_all()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync(SlotRule.PublishReady);
        await site.DraftAsync(1, "One");
        using var editor = await site.SeatAsync(Role.Editor);

        using var skipped = await editor.SendAsync("/admin/slots/skip", "main form", ("Input.Reason", "Thanksgiving"));
        Assert.Equal(HttpStatusCode.Redirect, skipped.StatusCode);
        Assert.Contains("4 December", (await editor.ReadAsync("/admin")).QuerySelector(".say-it")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("planned break", (await editor.ReadAsync("/admin")).QuerySelector(".cal .is-rest")!.TextContent, StringComparison.Ordinal);
        using var kept = await editor.SendAsync("/admin/slots/skip", "form[action='/admin/slots/keep']");
        Assert.Contains("27 November", (await editor.ReadAsync("/admin")).QuerySelector(".say-it")!.TextContent, StringComparison.Ordinal);
        using var again = await editor.SendAsync("/admin/slots/skip", "main form", ("Input.Day", "2026-11-27"));

        await site.RoundAtAsync(Slot.AddMinutes(1));
        using var later = await site.SeatAsync(Role.Editor);
        var token = (await later.ReadAsync("/admin/slots/skip")).QuerySelector("input[name=_token]")!.GetAttribute("value")!;
        using var tooLate = await later.Client.PostAsync("/admin/slots/keep", new FormUrlEncodedContent([new("_token", token), new("Input.Day", "2026-11-27")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLate.StatusCode);
        Assert.False((await site.IssueAsync(1)).IsPublished);
        await site.RoundAtAsync(Slot.AddDays(7));
        Assert.Equal((1, SlotDay.AddDays(7)), (await site.WithDbAsync(db => db.Issues.CountAsync(i => i.PublishedAt != null)), (await site.IssueAsync(1)).SlotDay));
        using var last = await site.SeatAsync(Role.Editor);
        using var past = await last.SendAsync("/admin/slots/skip", "main form", ("Input.Day", "2026-11-20"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.StatusCode);
    }

    [Theory]
    [InlineData("2026-11-20", "08:30", "passed")]
    [InlineData("2027-03-28", "02:30", "There is no 02:30 on 28 March 2027")]
    [InlineData("", "09:00", "Choose a day.")]
    [InlineData("2026-12-01", "", "Choose a time.")]
    public async Task A_moment_that_cannot_be_is_refused_at_its_field(string day, string time, string sentence)
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync();
        await site.DraftAsync(1, "One");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/1/schedule", "main form", ("Input.Day", day), ("Input.Time", time));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Contains(sentence, string.Concat((await Site.ParseAsync(reply)).QuerySelectorAll(".field .error").Select(e => e.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_issue_is_scheduled_and_taken_off_again()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync();
        await site.DraftAsync(1, "One");
        await site.DraftAsync(2, "Two");
        using var editor = await site.SeatAsync(Role.Editor);
        var form = await editor.ReadAsync("/admin/issues/1/schedule");
        Assert.Equal(("2026-11-27", "09:00"), (form.QuerySelector("[name='Input.Day']")!.GetAttribute("value"), form.QuerySelector("[name='Input.Time']")!.GetAttribute("value")));

        using var reply = await editor.SendAsync("/admin/issues/1/schedule", "main form", ("Input.Day", "2026-11-26"), ("Input.Time", "18:30"));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        var page = await editor.ReadAsync("/admin/issues/1/schedule");
        Assert.Contains("Thursday, 26 November, 18:30 in Berlin, as 26 November 2026, 17:30 UTC", string.Concat(page.QuerySelectorAll("[role=status]").Select(e => e.TextContent)), StringComparison.Ordinal);
        Assert.Equal(SlotDay, (await site.IssueAsync(1)).SlotDay);
        // It stands for Friday: the other draft has the week after.
        var second = await editor.ReadAsync("/admin/issues/2/edit");
        Assert.Contains("due Friday, 4 December", second.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Due Friday, 4 December 2026, 09:00 (UTC+1), Europe/Berlin", second.QuerySelector("#ready")!.TextContent, StringComparison.Ordinal);
        using var off = await editor.SendAsync("/admin/issues/1/schedule", "form[action$=unschedule]");
        Assert.False((await site.IssueAsync(1)).IsScheduled);
        Assert.Contains("due Friday, 27 November", (await editor.ReadAsync("/admin/issues/1/edit")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_rolls_over_with_what_was_said_about_it()
    {
        await using var site = new ScheduleSite();
        var issue = await site.DraftAsync(1, "One", "Two");
        var entry = issue.Entries[0].Id;
        using var editor = await site.SeatAsync(Role.Editor);
        using var said = await editor.SendAsync("/admin/issues/1/edit", $"#f-o-{entry}", ("Input.Words", "Later, but well."));

        using var reply = await editor.SendAsync($"/admin/issues/1/entries/{entry}/roll-over", "main form");

        Assert.True(reply.IsSuccessStatusCode);
        Assert.Equal("Two", Assert.Single((await site.IssueAsync(1)).Entries).Paper.Title);
        var moved = Assert.Single((await site.IssueAsync(2)).Entries);
        Assert.Equal((entry, "Later, but well."), (moved.Id, moved.Opinions[0].Words.Source));
    }

    [Fact]
    public async Task Another_cadence_forgets_the_slot_that_was_awaited()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync();
        using var owner = await site.SeatAsync(Role.Owner);

        using var reply = await owner.SendAsync("/admin/settings", "main form", ("Input.Day", "2"), ("Input.Rule", "PublishReady"), ("Input.RemindHours", "48"));
        await site.RoundAsync();

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal([new DateOnly(2026, 11, 24)], await site.WithDbAsync(db => db.Slots.Select(s => s.Day).ToListAsync()));
        var kept = (await site.WithDbAsync(db => db.Publications.SingleAsync())).Cadence;
        Assert.Equal((SlotRule.PublishReady, 48, new DateOnly(2026, 11, 20)), (kept.Rule, kept.RemindHours, kept.Since));
    }

    [Fact]
    public async Task Reminders_are_everyones_own_to_stop()
    {
        await using var site = new ScheduleSite();
        using var editor = await site.SeatAsync(Role.Editor);
        var page = await editor.ReadAsync("/admin/reminders");
        Assert.True(page.QuerySelector("#wants")!.HasAttribute("checked"));

        using var reply = await editor.SendAsync("/admin/reminders", "main form", ("Input.Wants", "false"));

        Assert.False(await site.WithDbAsync(db => db.Users.Select(p => p.WantsReminders).SingleAsync()));
    }
}
