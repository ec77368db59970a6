using Microsoft.EntityFrameworkCore;
using Roundup.Model.Issues;
using static Roundup.Web.Tests.Schedule.ScheduleSite;

namespace Roundup.Web.Tests.Schedule;

/// <summary>What the schedule does at a slot, before it, and when it comes too late.</summary>
public sealed class SlotTests
{
    [Fact]
    public async Task At_its_slot_an_issue_is_held_and_its_editors_are_told_once()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync(remindHours: 0);
        await site.EditorAsync("ines@example.org");
        await site.DraftAsync(1, "One");

        await site.RoundAtAsync(Slot.AddSeconds(-1));
        Assert.Equal(SlotOutcome.Open, (await site.SlotAsync(SlotDay)).Outcome);
        await site.RoundAtAsync(Slot);
        await site.RoundAsync();

        var slot = await site.SlotAsync(SlotDay);
        Assert.Equal((SlotOutcome.Held, 1, Slot), (slot.Outcome, slot.IssueNumber, slot.DecidedAt));
        Assert.False((await site.IssueAsync(1)).IsPublished);
        Assert.Equal(["ines@example.org: Issue 1 waits for you"], await site.MailsAsync());
        Assert.Equal(["The schedule held issue 1 at its slot"], await site.DeedsAsync());
        Assert.Equal(SlotOutcome.Open, (await site.SlotAsync(SlotDay.AddDays(7))).Outcome);
    }

    [Fact]
    public async Task What_is_ready_goes_out_at_the_slot_and_the_rest_rolls_over()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync(SlotRule.PublishReady, remindHours: 0);
        await site.EditorAsync("ines@example.org");
        var draft = await site.DraftAsync(3, "One", "Two");
        var bare = await site.WithDbAsync(async db =>
        {
            var issue = await db.Issues.Include(i => i.Entries).ThenInclude(e => e.Paper).SingleAsync(i => i.Number == 3);
            var entry = issue.Add(new Model.Papers.Paper("Nothing of it is known", Scene.FirstFriday), Scene.FirstFriday);
            entry.Paper.Identify(new(Model.Papers.PaperScheme.Arxiv, "2301.00009"));
            await db.SaveChangesAsync();
            return entry.Id;
        });

        // Late, and yet in time.
        await site.RoundAtAsync(Slot.AddHours(1.9));
        await site.RoundAsync();

        var (issue, next) = (await site.IssueAsync(3), await site.IssueAsync(4));
        Assert.Equal((Slot.AddHours(1.9), SlotDay), (issue.PublishedAt, issue.SlotDay));
        Assert.Equal(draft.Entries.Select(e => e.Id), issue.Entries.Select(e => e.Id));
        Assert.Equal(bare, Assert.Single(next.Entries).Id);
        Assert.Equal((SlotOutcome.Published, 3), ((await site.SlotAsync(SlotDay)).Outcome, (await site.SlotAsync(SlotDay)).IssueNumber));
        Assert.Equal(["ines@example.org: Issue 3 is out"], await site.MailsAsync());
        Assert.Equal(["The schedule published what was ready of issue 3"], await site.DeedsAsync());
        Assert.Equal([3, 4], await site.WithDbAsync(db => db.Issues.OrderBy(i => i.Number).Select(i => i.Number).ToListAsync()));
    }

    [Fact]
    public async Task An_issue_of_which_nothing_is_ready_is_held_whole()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync(SlotRule.PublishReady);
        await site.DraftAsync(1);

        await site.RoundAtAsync(Slot);

        var slot = await site.SlotAsync(SlotDay);
        Assert.Equal((SlotOutcome.Held, "No paper of it is ready."), (slot.Outcome, slot.Reason));
        Assert.Equal(1, await site.WithDbAsync(db => db.Issues.CountAsync()));
    }

    [Theory]
    [InlineData(SlotRule.HoldAndRemind)]
    [InlineData(SlotRule.PublishReady)]
    public async Task What_is_found_more_than_two_hours_late_is_asked_about_and_does_not_fire(SlotRule rule)
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync(rule, remindHours: 0);
        await site.EditorAsync("ines@example.org");
        await site.DraftAsync(1, "One");

        // Down for nine days: one slot was awaited, and one more has passed.
        await site.RoundAtAsync(Slot.AddDays(9));
        await site.RoundAsync();

        Assert.False((await site.IssueAsync(1)).IsPublished);
        Assert.Equal(SlotOutcome.Asked, (await site.SlotAsync(SlotDay)).Outcome);
        Assert.Equal(["ines@example.org: Issue 1 is overdue: publish it now?"], await site.MailsAsync());
        Assert.Equal([SlotDay, SlotDay.AddDays(14)], await site.WithDbAsync(db => db.Slots.OrderBy(s => s.Day).Select(s => s.Day).ToListAsync()));
    }

    [Fact]
    public async Task Editors_are_reminded_once_before_a_slot_if_something_is_lacking()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync();
        await site.EditorAsync("ines@example.org");
        await site.EditorAsync("quiet@example.org", p => p.WantsReminders = false);
        await site.EditorAsync("unknown@example.org", p => p.EmailConfirmed = false);
        await site.EditorAsync("left@example.org", p => p.LeftAt = Scene.FirstFriday);
        await site.EditorAsync("writer@example.org", p => p.Role = Data.People.Role.Contributor);
        await site.DraftAsync(1, "One");

        await site.RoundAtAsync(Slot.AddHours(-25));
        Assert.Empty(await site.MailsAsync());
        await site.RoundAtAsync(Slot.AddHours(-24));
        await site.RoundAtAsync(Slot.AddHours(-1));

        Assert.Equal(["ines@example.org: Issue 1 is due on Friday, 27 November, 09:00 in Berlin"], await site.MailsAsync());
        var text = await site.WithDbAsync(db => db.Outbox.Select(m => m.Text).SingleAsync());
        Assert.Contains("1 without opinion", text, StringComparison.Ordinal);
        Assert.Contains("/admin/reminders", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_issue_goes_out_whole_at_its_moment_and_takes_the_slot_that_it_stands_for()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync();
        await site.DraftAsync(1, "One");
        await site.DraftAsync(2, "Two");
        var noon = Slot.AddHours(3);
        await site.WithDbAsync(async db =>
        {
            var issue = await db.Issues.SingleAsync(i => i.Number == 1);
            Scene.Insist(issue.Schedule(SlotDay, new(12, 0), "Europe/Berlin", "Ines Marlowe", site.Clock.GetUtcNow()));
            issue.Aim(SlotDay);
            await db.SaveChangesAsync();
        });

        // At the slot itself nothing is held: the issue says when.
        await site.RoundAtAsync(Slot.AddHours(2.5));
        Assert.Equal(SlotOutcome.Open, (await site.SlotAsync(SlotDay)).Outcome);
        await site.RoundAtAsync(noon);
        await site.RoundAsync();

        var out_ = await site.IssueAsync(1);
        Assert.Equal((noon, "Ines Marlowe", SlotDay), (out_.PublishedAt, out_.PublishedBy, out_.SlotDay));
        Assert.False((await site.IssueAsync(2)).IsPublished);
        Assert.Equal(SlotOutcome.Published, (await site.SlotAsync(SlotDay)).Outcome);
        Assert.Equal(["The schedule published issue 1, as Ines Marlowe had set"], await site.DeedsAsync());
    }

    [Fact]
    public async Task A_scheduled_issue_that_is_found_too_late_is_asked_about()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync(remindHours: 0);
        await site.EditorAsync("ines@example.org");
        await site.DraftAsync(1, "One");
        await site.WithDbAsync(async db =>
        {
            Scene.Insist((await db.Issues.SingleAsync()).Schedule(new(2026, 11, 24), new(9, 0), "Europe/Berlin", "Ines Marlowe", site.Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });

        await site.RoundAtAsync(new DateTimeOffset(2026, 11, 24, 10, 0, 1, TimeSpan.Zero));
        await site.RoundAsync();

        Assert.False((await site.IssueAsync(1)).IsPublished);
        Assert.Equal(["ines@example.org: Issue 1 is overdue: publish it now?"], await site.MailsAsync());
    }

    [Fact]
    public async Task A_clock_that_jumps_far_ahead_publishes_nothing_twice()
    {
        await using var site = new ScheduleSite();
        await site.KeepAsync(SlotRule.PublishReady, remindHours: 0);
        await site.DraftAsync(1, "One");
        await site.RoundAtAsync(Slot);

        foreach (var days in (double[])[0, 0.01, 400, 400.1]) await site.RoundAtAsync(Slot.AddDays(days));

        Assert.Equal(1, await site.WithDbAsync(db => db.Issues.CountAsync(i => i.PublishedAt != null)));
        Assert.Equal(Slot, (await site.IssueAsync(1)).PublishedAt);
    }
}
