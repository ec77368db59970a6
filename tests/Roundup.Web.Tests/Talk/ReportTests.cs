using System.Net;
using AngleSharp.Html.Dom;
using Roundup.Model.Discussion;

namespace Roundup.Web.Tests.Talk;

/// <summary>Readers tell the editors about a comment.</summary>
public sealed class ReportTests(TalkSite site) : IClassFixture<TalkSite>
{
    [Fact]
    public async Task A_report_is_kept_for_the_editors_and_one_reader_counts_once()
    {
        var said = await site.SayAsync("Questionable.");
        using var guest = site.Guest();
        Assert.Contains("Questionable.", (await guest.ReadAsync($"/comments/{said.Id}/report")).QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);

        using var sent = await site.SendAsync(guest, $"/comments/{said.Id}/report", ("Input.Reason", "It <b>advertises</b>."));
        using var again = await site.SendAsync(guest, $"/comments/{said.Id}/report", ("Input.Reason", "Still."));

        TalkSite.AssertSentTo("/comments/sent?next=report&issue=1", sent);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var comment = await site.ReadAsync(said.Id);
        var report = Assert.Single(comment.Reports);
        Assert.Equal(("It <b>advertises</b>.", CommentState.Public), (report.Reason, comment.State));
        Assert.Matches("^[0-9a-f]{64}$", report.From);
    }

    [Fact]
    public async Task Nobody_is_told_apart_who_reports_two_comments()
    {
        var (one, other) = (await site.SayAsync("One."), await site.SayAsync("Other."));
        using var guest = site.Guest();
        foreach (var said in new[] { one, other })
        {
            using var sent = await site.SendAsync(guest, $"/comments/{said.Id}/report", ("Input.Reason", "Both."));
            Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        }

        Assert.NotEqual((await site.ReadAsync(one.Id)).Reports[0].From, (await site.ReadAsync(other.Id)).Reports[0].From);
    }

    [Fact]
    public async Task What_is_not_taken_is_said_and_still_there()
    {
        var said = await site.SayAsync("Questionable.");
        using var guest = site.Guest();
        var path = $"/comments/{said.Id}/report";
        var form = await guest.ReadAsync(path);

        using var quick = await guest.SendAsync(form, path, "main form", ("Input.Reason", "At once."));
        using var empty = await site.SendAsync(guest, path, ("Input.Reason", " "));
        using var longer = await site.SendAsync(guest, path, ("Input.Reason", new string('r', 501)));
        await site.ChangeAsync(said.Id, c => c.Hide("Ines", site.Clock.GetUtcNow()));
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        using var late = await guest.SendAsync(form, path, "main form", ("Input.Reason", "Too late."));
        using var hidden = await guest.Client.GetAsync(path);

        Assert.All([quick, empty, longer, late], reply => Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Contains("faster than a person writes", (await Site.ParseAsync(quick)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Say in a few words what is wrong with it.", (await Site.ParseAsync(empty)).QuerySelector("#reason-error")!.TextContent);
        Assert.Equal(501, Assert.IsAssignableFrom<IHtmlTextAreaElement>((await Site.ParseAsync(longer)).QuerySelector("#reason")).Value.Length);
        var page = await Site.ParseAsync(late);
        Assert.Contains("is not here any more", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Questionable.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await site.ReadAsync(said.Id)).Reports);
    }

    [Fact]
    public async Task Two_readers_take_it_from_the_page_until_an_editor_has_looked()
    {
        var said = await site.SayAsync("Questionable.");
        using var first = site.Guest();
        using var guest = site.Guest();
        using var before = await site.SendAsync(first, $"/comments/{said.Id}/report", ("Input.Reason", "It advertises."));
        Assert.Equal(CommentState.Public, (await site.ReadAsync(said.Id)).State);

        using var sent = await site.SendAsync(guest, $"/comments/{said.Id}/report", ("Input.Reason", "I think so too."));

        Assert.Equal((CommentState.Held, CommentHolds.Reported), ((await site.ReadAsync(said.Id)).State, (await site.ReadAsync(said.Id)).Holds));
        Assert.Null((await site.PageAsync(TalkSite.Issue)).QuerySelector($"#{said.Anchor}"));
    }
}
