using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.Papers;
using Roundup.Formats.Writing;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Archive;

public sealed class MovedPaperTests
{
    [Fact]
    public async Task Every_shape_of_a_merged_paper_leads_to_the_same_shape_of_the_one_that_it_went_into()
    {
        await using var site = new ArchiveSite();
        await site.InitializeAsync();
        var (kept, moved, draft) = (await site.IdAsync("Alpha"), await site.IdAsync("Beta"), await site.IdAsync("Secret"));
        await MergeAsync(site, kept, moved);
        using var visitor = site.Visitor();

        foreach (var shape in new[] { "/papers/{0}.bib", "/papers/{0}/picture.png", "/api/v1/papers/{0}" }.Concat(WrittenFormats.OfPapers.Select(f => $"/papers/{{0}}.{f.Extension}")))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                using var reply = await visitor.SendAsync(new HttpRequestMessage(method, string.Format(null, shape, moved)));
                Assert.Equal((HttpStatusCode.Redirect, string.Format(null, shape, kept)), (reply.StatusCode, reply.Headers.Location?.OriginalString));
            }

            foreach (var id in new[] { draft, 99 })
            {
                using var nothing = await visitor.GetAsync(string.Format(null, shape, id));
                Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_merged_paper_leads_to_no_draft()
    {
        await using var site = new ArchiveSite();
        await site.InitializeAsync();
        await site.DraftAsync(7, "One", "Other");
        var (kept, moved) = (await site.IdAsync("One"), await site.IdAsync("Other"));
        await MergeAsync(site, kept, moved);
        using var visitor = site.Visitor();

        foreach (var path in new[] { $"/papers/{moved}", $"/papers/{moved}.bib", $"/papers/{moved}/picture.png", $"/api/v1/papers/{moved}" })
        {
            using var reply = await visitor.GetAsync(path);
            Assert.True(reply.StatusCode is HttpStatusCode.NotFound, path);
        }
    }

    [Theory]
    [InlineData("/papers/1/alpha")]
    [InlineData("/papers/1/picture.png")]
    [InlineData("/api/v1/papers/1")]
    public async Task A_paper_that_leaves_its_last_issue_while_its_page_is_read_is_not_there(string path)
    {
        await using var site = new BusySite();
        await site.WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            await db.PublishAsync(1, "First", Scene.Paper("Alpha"));
        });
        site.Meanwhile("\"PublishedBy\"", db => db.Set<Issue>().ExecuteDeleteAsync());
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync(path);

        Assert.True(site.HasHappened);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task A_paper_that_is_linked_as_said_of_before_tells_who_links_to_it()
    {
        await using var site = new ArchiveSite();
        await site.InitializeAsync();
        await site.WithDbAsync(async db =>
        {
            var earlier = await db.Entries.Include(e => e.Issue).SingleAsync(e => e.Paper.Title == "Delta");
            var issue = await db.Issues.Include(i => i.Entries).ThenInclude(e => e.Opinions).Include(i => i.Entries).ThenInclude(e => e.Paper).AsSplitQuery().SingleAsync(i => i.Number == 3);
            // As the desk makes it.
            Scene.Insist(issue.Entries[0].Annotate("", Scene.Words(""), [new(LinkKind.Related, $"http://localhost/issues/1/first-things#e-{earlier.Id}", "Earlier: issue 1")]));
            Scene.Insist(issue.Publish("Ines Marlowe", Scene.FirstFriday.AddDays(14)));
            await db.SaveChangesAsync();
        });

        var page = await site.PageAsync($"/papers/{await site.IdAsync("Delta")}/delta");
        Assert.Contains(page.QuerySelectorAll("#related ~ ul li"), l => l.TextContent.Contains("Secret", StringComparison.Ordinal) && l.TextContent.Contains("its opinion links here", StringComparison.Ordinal));
    }

    private static Task MergeAsync(Site site, int kept, int moved) => site.WithDbAsync(async db =>
    {
        var (refusal, _) = await db.MergeAsync((await db.PaperAsync(kept))!, (await db.PaperAsync(moved))!, "Ines", "", Scene.FirstFriday);
        Scene.Insist(refusal);
        await db.SaveChangesAsync();
    });
}
