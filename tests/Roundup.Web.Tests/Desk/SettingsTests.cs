using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Model.Issues;

namespace Roundup.Web.Tests.Desk;

public sealed class SettingsTests
{
    [Fact]
    public async Task The_owner_describes_the_publication_and_its_cadence()
    {
        await using var site = new DeskSite();
        await site.WithDbAsync(db => db.SetUpAsync());
        using var owner = await site.SeatAsync(Role.Owner);
        Assert.Equal("09:00", (await owner.ReadAsync("/admin/settings")).QuerySelector("#Input_Time")!.GetAttribute("value"));

        using var reply = await owner.SendAsync("/admin/settings", "main form",
            ("Input.Title", "The Quick Shelf"), ("Input.OpinionLabel", "We think"), ("Input.Day", "2"), ("Input.Time", "18:30"), ("Input.EveryWeeks", "2"), ("Input.Zone", "America/Argentina/Buenos_Aires"));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        var kept = await site.WithDbAsync(db => db.Publications.SingleAsync());
        Assert.Equal(("The Quick Shelf", "We think"), (kept.Title, kept.OpinionLabel));
        Assert.Equal(new Cadence(DayOfWeek.Tuesday, new TimeOnly(18, 30), 2, "America/Argentina/Buenos_Aires", Since: new(2026, 11, 20)), kept.Cadence);
    }

    [Theory]
    [InlineData("Input.Title", "")]
    [InlineData("Input.Zone", "Mars/Olympus")]
    [InlineData("Input.EveryWeeks", "0")]
    [InlineData("Input.Time", "late")]
    public async Task A_refusal_stands_at_its_field_and_keeps_what_was_typed(string field, string typed)
    {
        await using var site = new DeskSite();
        await site.WithDbAsync(db => db.SetUpAsync());
        using var owner = await site.SeatAsync(Role.Owner);

        using var reply = await owner.SendAsync("/admin/settings", "main form", (field, typed), ("Input.Tagline", "Typed at length"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        Assert.NotEqual("", page.QuerySelector($"[data-valmsg-for='{field}'], .field:has([name='{field}']) .error")!.TextContent);
        Assert.Equal("Typed at length", page.QuerySelector("[name='Input.Tagline']")!.GetAttribute("value"));
        Assert.Equal(typed, page.QuerySelector($"[name='{field}']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_tabs_see_each_other()
    {
        await using var site = new DeskSite();
        await site.WithDbAsync(db => db.SetUpAsync());
        using var owner = await site.SeatAsync(Role.Owner);
        var old = await owner.ReadAsync("/admin/settings");
        using var first = await owner.SendAsync("/admin/settings", "main form", ("Input.Tagline", "First"));

        using var second = await owner.SendAsync(old, "/admin/settings", "main form", ("Input.Tagline", "Second"));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var page = await Site.ParseAsync(second);
        Assert.Equal("Second", page.QuerySelector("[name='Input.Tagline']")!.GetAttribute("value"));
        Assert.Contains("First", page.QuerySelector("#t-Tagline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_has_no_settings()
    {
        await using var site = new DeskSite();
        await site.WithDbAsync(db => db.SetUpAsync());
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.Client.GetAsync("/admin/settings");

        Assert.StartsWith("http://localhost/account/denied", reply.Headers.Location?.ToString(), StringComparison.Ordinal);
    }
}
