using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Formats;
using Roundup.Model.Inbox;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Browser.Tests.Journeys;

/// <summary>The desk with a half year of issues behind it, and the pages of its schedule and mail, on wide and narrow screens, light and dark.</summary>
public sealed class The_desk_keeps_the_week(BrowserSite site) : BrowserTest(site)
{
    private static readonly SemaphoreSlim OneAtATime = new(1);

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task On_screens_of_every_width(int width, ColorScheme scheme)
    {
        await Desk.OpenAsync(Site);
        var draft = await FurnishAsync();
        await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await Page.SetViewportSizeAsync(width, 800);
        await Desk.SignInAsync(Page);
        foreach (var (name, path) in new[]
        {
            ("home", "/admin"), ("skip", "/admin/slots/skip"), ("schedule", $"/admin/issues/{draft}/schedule"), ("mail", "/admin/mail"),
            ("reminders", "/admin/reminders"), ("settings", "/admin/settings"), ("publish", $"/admin/issues/{draft}/publish"),
        })
        {
            await Page.GotoAsync(path);
            await ShootAsync($"{name}-{width}-{scheme}".ToLowerInvariant());
            Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} scrolls sideways at {width} px");
            Assert.Empty((await Page.RunAxe()).Violations.Select(v => $"{path}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        }
    }

    private async Task<int> FurnishAsync()
    {
        await OneAtATime.WaitAsync();
        try
        {
            await using var scope = Site.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
            if (!await db.Issues.AnyAsync()) await FurnishAsync(db);
            return await db.Issues.Where(i => i.PublishedAt == null).MinAsync(i => i.Number);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>Twenty weeks: some missed, three rested, the last one held. The site's own job awaits the slot after them, and touches none of these.</summary>
    private static async Task FurnishAsync(RoundupDb db)
    {
        var now = BrowserSite.Start;
        var calendar = new SlotCalendar((await db.Publications.SingleAsync()).Cadence);
        var slots = calendar.Before(now, calendar.DayOf(now).AddDays(-140)).Take(20).Reverse().ToList();
        var number = 1;
        for (var week = 0; week < slots.Count; week++)
        {
            var slot = slots[week];
            var record = await db.Slots.SingleOrDefaultAsync(s => s.Day == slot.Day) ?? db.Add(new SlotRecord(slot.Day)).Entity;
            if (week is 5 or 9) record.Decide(SlotOutcome.Held, null, "", slot.At);
            else if (week is 10 or 11 or 12) record.Decide(SlotOutcome.Skipped, null, "Ann", slot.At, "Summer");
            else if (week == slots.Count - 1) record.Decide(SlotOutcome.Asked, null, "", now);
            else
            {
                var issue = Issue(number++, slot.At.AddDays(-6), Paper("Toy Models of Superposition"));
                Assert.Null(issue.Publish("Ann", slot.At));
                issue.Aim(slot.Day);
                record.Decide(SlotOutcome.Published, issue.Number, "Ann", slot.At);
                db.Add(issue);
            }
        }

        var draft = Issue(number, now.AddDays(-3), Paper("Loss Landscapes are All You Need"), Paper("Model Ratatouille"));
        draft.Entries[0].Opine("", Words("Worth it."), now);
        db.Add(draft);
        foreach (var title in (string[])["A paper that waits", "Another one that waits, with a title that goes on for a while so that it wraps"]) db.Add(new InboxItem(Paper(title), InboxOrigin.Pasted, "Ann", now));
        var mail = new QueuedMail("held:1", "ann@example.org", "Issue 15 waits for you", "It does.", null, now);
        mail.Claim("test", now.AddHours(-1));
        mail.NoteUncertain("The mail server went silent.");
        db.Add(mail);
        await db.SaveChangesAsync();
    }

    private static Issue Issue(int number, DateTimeOffset begun, params Paper[] papers)
    {
        var issue = new Issue(number, begun);
        Assert.Null(issue.Name($"Shelf {number}", number % 2 == 0 ? "The shape of the loss" : "Small models, read slowly", begun));
        foreach (var paper in papers) issue.Add(paper, begun);
        return issue;
    }

    private static Paper Paper(string title)
    {
        var paper = new Paper(title, BrowserSite.Start);
        Assert.Null(paper.Describe(Typeset.Line(title), ["Ada One", "Bo Two"], PlainText.Render("We do."), "", "", BrowserSite.Start));
        return paper;
    }

    private static Model.Text.Prose Words(string markdown)
    {
        Assert.Null(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var prose));
        return prose;
    }
}
