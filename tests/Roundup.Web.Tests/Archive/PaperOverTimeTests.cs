using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Archive;

public sealed class PaperOverTimeTests(ArchiveSite site) : IClassFixture<ArchiveSite>
{
    [Fact]
    public async Task Related_papers_say_why_and_no_draft_is_among_them()
    {
        var page = await site.PageAsync($"/papers/{await site.IdAsync("Alpha")}/alpha");

        var related = page.QuerySelectorAll("#related ~ ul li").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(3, related.Count);
        Assert.Contains(related, r => r.StartsWith("Gamma", StringComparison.Ordinal) && r.EndsWith("linked from the opinion in issue 1; covered in issue 2", StringComparison.Ordinal));
        Assert.Contains(related, r => r.StartsWith("Delta", StringComparison.Ordinal) && r.Contains("linked from the opinion in issue 1", StringComparison.Ordinal));
        Assert.StartsWith("Beta", related[2], StringComparison.Ordinal);
        Assert.Contains("same author: Kevin Meng", related[2], StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", page.Body!.TextContent.Replace("a secret", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_says_which_opinions_link_to_it()
    {
        var page = await site.PageAsync($"/papers/{await site.IdAsync("Gamma")}/gamma");

        Assert.Contains(page.QuerySelectorAll("#related ~ ul li"), l => l.TextContent.Contains("Alpha", StringComparison.Ordinal) && l.TextContent.Contains("its opinion links here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Authors_are_linked_to_their_pages()
    {
        var page = await site.PageAsync($"/papers/{await site.IdAsync("Alpha")}/alpha");
        Assert.Equal(["/authors/kevin-meng", "/authors/david-bau"], page.QuerySelectorAll(".facts a[rel=author]").Select(a => a.GetAttribute("href")));

        var author = await site.PageAsync("/authors/kevin-meng");
        Assert.Equal("Kevin Meng", author.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Beta", "Alpha"], author.QuerySelectorAll(".papers .title").Select(a => a.TextContent));
        Assert.Equal(["Arnab Sharma", "David Bau"], author.QuerySelectorAll("#with ~ ul a").Select(a => a.TextContent));
        Assert.Equal(["Model editing", "Interpretability"], author.QuerySelectorAll("#topics ~ p a").Select(a => a.TextContent));
        Assert.DoesNotContain("Secret", author.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", author.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_in_another_script_has_a_page_too()
    {
        var page = await site.PageAsync($"/papers/{await site.IdAsync("Delta")}/delta");
        var path = page.QuerySelector(".facts a[rel=author]")!.GetAttribute("href")!;

        Assert.Matches("^/authors/[%0-9A-F-]+$", path);
        Assert.Equal("נועה לוי", (await site.PageAsync(path)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Another_spelling_of_an_author_leads_to_the_page()
    {
        using var visitor = site.Visitor();
        using var reply = await visitor.GetAsync("/authors/Kevin--Meng");
        Assert.Equal((HttpStatusCode.Redirect, "/authors/kevin-meng"), (reply.StatusCode, reply.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Names_that_differ_in_where_a_word_ends_are_two_people_and_former_addresses_lead_on()
    {
        await using var own = new ArchiveSite();
        await own.InitializeAsync();
        await own.WithDbAsync(db => db.PublishAsync(4, "Names", Scene.Paper("Of one", "2401.00021", "Xin Gao", "Łukasz Kaiser"), Scene.Paper("Of another", "2401.00022", "Xing Ao", "Иван Ли-Петров")));
        using var visitor = own.Visitor();

        foreach (var (path, title) in new[] { ("/authors/xin-gao", "Of one"), ("/authors/xing-ao", "Of another") })
            Assert.Equal(title, Assert.Single((await own.PageAsync(path)).QuerySelectorAll("a.title")).TextContent);
        foreach (var (former, path) in new[] { ("łukasz-kaiser", "/authors/lukasz-kaiser"), ("иван-липетров", $"/authors/{Uri.EscapeDataString("иван-ли-петров")}") })
        {
            using var reply = await visitor.GetAsync($"/authors/{Uri.EscapeDataString(former)}");
            Assert.Equal((HttpStatusCode.Redirect, path), (reply.StatusCode, reply.Headers.Location?.OriginalString));
        }

        using var nobody = await visitor.GetAsync("/authors/xi-ngao");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public async Task A_collaboration_links_the_first_and_the_last_of_its_authors()
    {
        await using var own = new ArchiveSite();
        await own.InitializeAsync();
        await own.WithDbAsync(db => db.PublishAsync(4, "Large", Scene.Paper("Higgs", "2401.00009", [.. Enumerable.Range(1, 3000).Select(n => $"Ada Author{n}")])));

        var page = await own.PageAsync($"/papers/{await own.IdAsync("Higgs")}/higgs");
        var links = page.QuerySelectorAll("a[rel=author]").Select(a => a.TextContent).ToList();
        Assert.Equal(21, links.Count);
        Assert.Equal("Ada Author3000", links[^1]);
        Assert.Contains("and 2,979 more", page.QuerySelector(".facts summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ada Author3000", (await own.PageAsync("/authors/ada-author3000")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Hostile_names_do_no_harm()
    {
        await using var own = new ArchiveSite();
        await own.InitializeAsync();
        string[] hostile = ["<script>alert(1)</script>", "\u202eevil\u202c", "🙂🙂", new('w', 300), "a/b?c#d&e=%2F", "..", "' OR 1=1 --"];
        await own.WithDbAsync(db => db.PublishAsync(4, "Hostile", Scene.Paper("Odd", "2401.00009", hostile)));

        var page = await own.PageAsync($"/papers/{await own.IdAsync("Odd")}/odd");
        Assert.Empty(page.QuerySelectorAll(".facts script"));
        foreach (var path in page.QuerySelectorAll("a[rel=author]").Select(a => a.GetAttribute("href")!))
            Assert.Equal("Odd", Assert.Single((await own.PageAsync(path)).QuerySelectorAll(".papers .title")).TextContent);
    }

    [Fact]
    public async Task The_record_holds_issues_and_versions_by_day()
    {
        await using var own = new ArchiveSite();
        await own.InitializeAsync();
        await own.WithDbAsync(async db =>
        {
            var paper = await db.Papers.SingleAsync(p => p.Title == "Alpha");
            paper.Cover(new PaperEdition("arXiv", 2, new DateOnly(2022, 3, 1), new string('0', 32), Scene.FirstFriday));
            foreach (var (version, day) in new[] { ("v3", 10), ("v4", 20) })
                db.Add(new PaperChange(paper, new PaperNotice(PaperChangeKind.NewVersion, version, new DateOnly(2026, 3, day)), "arXiv", Scene.FirstFriday.AddDays(80)));
            await db.SaveChangesAsync();
            await db.PublishAsync(5, "Again", paper);
        });

        var page = await own.PageAsync($"/papers/{await own.IdAsync("Alpha")}/alpha");
        Assert.Equal(
            ["Version covered, 1 March 2022", "Featured, 2 January 2026", "Revisited, 30 January 2026", "New version, 10 March 2026", "New version, 20 March 2026"],
            page.QuerySelectorAll("#record ~ ul li small").Select(s => string.Join(' ', s.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Contains("v4, compared with the quoted abstract: unchanged", page.QuerySelector("#record ~ ul")!.TextContent, StringComparison.Ordinal);
    }
}
