using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.Papers;
using Roundup.Data.People;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Desk;

/// <summary>Identifiers that an editor gives and takes.</summary>
public sealed class PaperNameTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Theory]
    [InlineData("arXiv:2202.05262v3", "arxiv:2202.05262")]
    [InlineData("https://doi.org/10.1073/pnas.2218523120", "doi:10.1073/pnas.2218523120")]
    [InlineData("https://papers.example/one", "url:https://papers.example/one")]
    public async Task A_name_is_added_and_its_source_is_asked(string typed, string key)
    {
        var id = await PaperAsync($"Named {key}");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync($"/admin/papers/{id}/names/add", "main form", ("Input.Name", typed));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal([key], await KeysAsync(id));
        Assert.True(await site.WithDbAsync(db => db.Errands.Of(ErrandKind.Fill).AnyAsync(e => e.PaperId == id)));
    }

    [Fact]
    public async Task A_name_that_another_paper_has_leads_to_a_comparison()
    {
        var (id, other) = (await PaperAsync("One of two"), await PaperAsync("The other of two", "2011.09468"));
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync($"/admin/papers/{id}/names/add", "main form", ("Input.Name", "2011.09468"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        Assert.Contains($"Paper {other} is arxiv:2011.09468 already.", page.QuerySelector("#name-said")!.TextContent, StringComparison.Ordinal);
        var compare = Assert.Single(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/admin/papers/{id}/merge?with={other}");
        await editor.ReadAsync(compare.GetAttribute("href")!);
        Assert.Empty(await KeysAsync(id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no name at all")]
    [InlineData("javascript:alert(1)")]
    public async Task What_names_nothing_gets_a_sentence(string typed)
    {
        var id = await PaperAsync("Unnamed");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync($"/admin/papers/{id}/names/add", "main form", ("Input.Name", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Contains("This names no paper.", (await Site.ParseAsync(reply)).QuerySelector("#name-said")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_removed_and_is_free_for_another_paper()
    {
        var (id, other) = (await PaperAsync("Wrongly named", "1905.11604"), await PaperAsync("Rightly named"));
        using var editor = await site.SeatAsync(Role.Editor);
        var link = Assert.Single((await editor.ReadAsync($"/admin/papers/{id}")).QuerySelectorAll("#names ~ ul a"), a => a.TextContent.StartsWith("Remove", StringComparison.Ordinal)).GetAttribute("href")!;

        using var removed = await editor.SendAsync(link, "main form");
        using var gone = await editor.Client.GetAsync(link);
        using var given = await editor.SendAsync($"/admin/papers/{other}/names/add", "main form", ("Input.Name", "1905.11604"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.Redirect), (removed.StatusCode, gone.StatusCode, given.StatusCode));
        Assert.Empty(await KeysAsync(id));
        Assert.Equal(["arxiv:1905.11604"], await KeysAsync(other));
    }

    private Task<int> PaperAsync(string title, string arxiv = "") => site.WithDbAsync(async db =>
    {
        var paper = Scene.Paper(title, arxiv, "Ada One");
        db.Add(paper);
        await db.SaveChangesAsync();
        return paper.Id;
    });

    private Task<List<string>> KeysAsync(int id) => site.WithDbAsync(async db =>
        (await db.Papers.AsNoTracking().Include(p => p.Identifiers).SingleAsync(p => p.Id == id)).Identifiers.Select(i => i.ToPaperId().Key).ToList());
}
