using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Model.Discussion;

namespace Roundup.Web.Tests.Moderating;

public sealed class RulesTests
{
    [Fact]
    public async Task The_rules_are_kept_and_the_queue_says_them()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        using var editor = await site.SeatAsync(Role.Editor);
        Assert.Contains("Now 1 issue is open and 0 are closed", QueueTests.Squeeze((await editor.ReadAsync("/admin/comments/rules")).QuerySelector("#said-days")!), StringComparison.Ordinal);

        using var reply = await editor.SendAsync("/admin/comments/rules", "#rules", ("Input.CloseAfterDays", "30"), ("Input.MostLinks", "1"), ("Input.HeldWords", "casino\r\n\r\nessays\r\n"), ("Input.HouseRules", "Be **kind**."), ("Input.IsOn", "true"), ("Input.AsksForWork", "true"));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        var kept = await site.WithDbAsync(db => db.Publications.AsNoTracking().SingleAsync());
        Assert.Equal(new DiscussionRules(true, 30, 1, "casino\n\nessays", true), kept.Discussion);
        Assert.Contains("<strong>kind</strong>", kept.HouseRules.Html.ToString(), StringComparison.Ordinal);
        var page = await editor.ReadAsync("/admin/comments/rules");
        Assert.Contains("Now 0 issues are open and 1 is closed", QueueTests.Squeeze(page.QuerySelector("#said-days")!), StringComparison.Ordinal);
        var held = QueueTests.Squeeze((await editor.ReadAsync("/admin/comments")).QuerySelector("aside")!);
        Assert.Contains("More than one link", held, StringComparison.Ordinal);
        Assert.Contains("Words on the list, 2 of them", held, StringComparison.Ordinal);
        Assert.Equal("discussion.changed", (await site.WithDbAsync(db => db.AuditLog.SingleAsync())).Act);
    }

    [Theory]
    [InlineData("Input.CloseAfterDays", "-1", "said-days")]
    [InlineData("Input.CloseAfterDays", "4000", "said-days")]
    [InlineData("Input.CloseAfterDays", "soon", "said-days")]
    [InlineData("Input.MostLinks", "101", "said-links")]
    public async Task What_makes_no_sense_is_refused_at_its_field(string field, string value, string said)
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/comments/rules", "#rules", (field, value), ("Input.HeldWords", "kept words"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        Assert.NotEqual("", page.QuerySelector($"#{said} .error, #{said}.error")!.TextContent.Trim());
        Assert.Equal("kept words", page.QuerySelector("textarea[name='Input.HeldWords']")!.TextContent.Trim());
    }

    [Fact]
    public async Task Of_two_who_change_them_the_second_sees_both()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        using var one = await site.SeatAsync(Role.Editor);
        using var two = await site.SeatAsync(Role.Editor, "Bo");
        var open = await two.ReadAsync("/admin/comments/rules");
        using var first = await one.SendAsync("/admin/comments/rules", "#rules", ("Input.HeldWords", "casino"));

        using var late = await two.SendAsync(open, "/admin/comments/rules", "#rules", ("Input.HeldWords", "essays"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await Site.ParseAsync(late);
        Assert.Equal(("essays", "casino"), (page.QuerySelector("textarea[name='Input.HeldWords']")!.TextContent.Trim(), page.QuerySelector("#t-words")!.TextContent.Trim()));
        Assert.Equal("casino", (await site.WithDbAsync(db => db.Publications.SingleAsync())).Discussion.HeldWords);
    }

    [Fact]
    public async Task Keys_and_mails_are_everybody_s_own_to_switch_off()
    {
        await using var site = new ModerationSite();
        await site.OpenAsync();
        using var editor = await site.SeatAsync(Role.Editor);
        Assert.NotEqual("off", (await editor.ReadAsync("/admin/comments")).Body!.GetAttribute("data-letters"));

        using var reply = await editor.SendAsync("/admin/reminders", "main form", ("Input.Comments", "false"), ("Input.Keys", "false"));

        Assert.Equal("off", (await editor.ReadAsync("/admin/comments")).Body!.GetAttribute("data-letters"));
        Assert.Equal((true, false, false), await site.WithDbAsync(db => db.Users.Select(p => new ValueTuple<bool, bool, bool>(p.WantsReminders, p.WantsComments, p.WantsKeys)).SingleAsync()));
    }
}
