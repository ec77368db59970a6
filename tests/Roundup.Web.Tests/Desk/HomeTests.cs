using Roundup.Data.People;
using Roundup.Model.Issues;
using Roundup.Web.Areas.Admin;

namespace Roundup.Web.Tests.Desk;

public sealed class HomeTests
{
    private static readonly Cadence Fridays = new(DayOfWeek.Friday, new TimeOnly(9, 0), 1, "Europe/Berlin");
    private static readonly DateTimeOffset Now = new(2026, 10, 6, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(4, 2, "Issue 3 is due on Friday, 9 October, 09:00 in Berlin and has four papers, two without an opinion.")]
    [InlineData(1, 1, "Issue 3 is due on Friday, 9 October, 09:00 in Berlin and has one paper, without an opinion.")]
    [InlineData(2, 0, "Issue 3 is due on Friday, 9 October, 09:00 in Berlin and has two papers, each with an opinion.")]
    [InlineData(0, 0, "Issue 3 is due on Friday, 9 October, 09:00 in Berlin and has no papers yet.")]
    public void The_desk_opens_with_a_sentence(int papers, int unopined, string sentence) =>
        Assert.Equal(sentence, Slot.Sentence(Fridays, Now, 3, new(papers, unopined)));

    [Fact]
    public void An_issue_that_nobody_began_is_due_all_the_same() =>
        Assert.Equal("Issue 3 is due on Friday, 9 October, 09:00 UTC. It has not been started.", Slot.Sentence(Fridays with { Zone = "Etc/UTC" }, Now, 3, null));

    [Fact]
    public async Task An_empty_desk_offers_the_sample()
    {
        await using var site = new DeskSite();
        using var owner = await site.SeatAsync(Role.Owner);
        await site.WithDbAsync(db => db.SetUpAsync());

        using var reply = await owner.SendAsync("/admin", "form[action='/admin/issues/sample']");

        Assert.Equal("/admin/issues", reply.Headers.Location?.ToString());
        var desk = await owner.ReadAsync("/admin");
        Assert.Contains("ten papers, each with an opinion", desk.QuerySelector(".say-it")!.TextContent, StringComparison.Ordinal);
        Assert.Null(desk.QuerySelector("form[action='/admin/issues/sample']"));
        var edit = await owner.ReadAsync("/admin/issues/1/edit");
        Assert.Equal(10, edit.QuerySelectorAll(".item").Length);
    }

    [Fact]
    public async Task The_paste_field_posts_to_where_pastes_are_read()
    {
        await using var site = new DeskSite();
        await site.DraftAsync(1, "One");
        using var editor = await site.SeatAsync(Role.Editor);

        var form = (await editor.ReadAsync("/admin/issues/1/edit")).QuerySelector("form[action='/admin/read']")!;

        Assert.NotNull(form.QuerySelector("textarea[name=text]"));
        Assert.NotNull(form.QuerySelector("input[type=hidden][name=html]"));
        Assert.Equal("1", form.QuerySelector("input[name=issue]")!.GetAttribute("value"));
        Assert.NotNull(form.QuerySelector("input[name=_token]"));
    }
}
