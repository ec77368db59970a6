using System.Net;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.Papers;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model.Papers;

namespace Roundup.Web.Tests.Desk;

/// <summary>What a card says beside title, authors and abstract, where it is from, and how it is given back to the sources.</summary>
public sealed class CardFactsTests(DeskSite site) : IClassFixture<DeskSite>
{
    private static readonly DateTimeOffset Then = new(2026, 11, 19, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_editor_sets_kind_date_and_imprint_by_hand()
    {
        var issue = await site.DraftAsync(1, "Bounds by hand");
        var path = $"/admin/issues/1/entries/{issue.Entries[0].Id}/edit";
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync(path, "#card", ("Paper.Kind", "ConferencePaper"), ("Paper.PublishedOn", "2022-03"), ("Paper.Volume", "119"), ("Paper.Number", "47"), ("Paper.Pages", "1–9"), ("Paper.Publisher", "PNAS"));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        var paper = (await site.IssueAsync(1)).Entries[0].Paper;
        Assert.Equal((PaperKind.ConferencePaper, new DateOnly(2022, 3, 1), new PaperImprint("119", "47", "1–9", "PNAS")), (paper.Kind, paper.PublishedOn, paper.Imprint));
        Assert.All([PaperField.Kind, PaperField.PublishedOn, PaperField.Imprint], field => Assert.True(paper.OriginOf(field)?.IsByHand));
        var shown = await editor.ReadAsync(path);
        Assert.Equal("Conference paper", shown.QuerySelector("#paper-kind option[selected]")!.TextContent);
        Assert.Equal("2022-03-01", shown.QuerySelector("#paper-publishedon")!.GetAttribute("value"));
        Assert.Contains("by hand, 20 November 2026", shown.QuerySelector("#paper-kind-from")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_card_takes_them_too()
    {
        await site.DraftAsync(2);
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/2/entries/new", "main form", ("Paper.Title", "A thesis of one’s own"), ("Paper.Kind", "Thesis"), ("Paper.PublishedOn", "1929"), ("Paper.Publisher", "Girton College"));

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        var paper = Assert.Single((await site.IssueAsync(2)).Entries).Paper;
        Assert.Equal((PaperKind.Thesis, new DateOnly(1929, 1, 1), "Girton College"), (paper.Kind, paper.PublishedOn, paper.Imprint.Publisher));
    }

    [Theory]
    [InlineData("Paper.PublishedOn", "soon", "“soon” is no date. Write 2024, 2024-03 or 2024-03-15, or leave it empty.")]
    [InlineData("Paper.PublishedOn", "2024-13", "is no date")]
    [InlineData("Paper.PublishedOn", "0001-01-01", "is no date")]
    [InlineData("Paper.PublishedOn", "<script>", "“<script>” is no date")]
    [InlineData("Paper.Kind", "77", "Choose a kind of work from the list.")]
    [InlineData("Paper.Kind", "Novel", "Choose a kind of work from the list.")]
    [InlineData("Paper.Kind", "Unknown", "Choose a kind of work from the list.")]
    public async Task Nonsense_gets_a_sentence_at_its_place_and_the_details_stand_open(string field, string typed, string sentence)
    {
        var number = 100 + Math.Abs($"{field}{typed}".GetHashCode(StringComparison.Ordinal) % 100_000);
        var issue = await site.DraftAsync(number, "Kept as it was");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync($"/admin/issues/{number}/entries/{issue.Entries[0].Id}/edit", "#card", (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        var page = await Site.ParseAsync(reply);
        var said = page.QuerySelector($"#{field.Replace('.', '-').ToLowerInvariant()}-said .error")!;
        Assert.NotEqual("", said.TextContent.Trim());
        Assert.Contains(sentence, said.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector("details.more")!.HasAttribute("open"));
        Assert.Null((await site.IssueAsync(number)).Entries[0].Paper.OriginOf(PaperField.PublishedOn));
    }

    [Fact]
    public async Task A_card_that_is_saved_as_it_was_shown_makes_nothing_its_editor_s()
    {
        var issue = await site.DraftAsync(4, "Filled by a source");
        await FillAsync(issue.Entries[0].PaperId);
        using var editor = await site.SeatAsync(Role.Editor);
        var path = $"/admin/issues/4/entries/{issue.Entries[0].Id}/edit";
        Assert.Contains("from Crossref, 19 November 2026", (await editor.ReadAsync(path)).QuerySelector("#paper-volume-from")!.TextContent, StringComparison.Ordinal);

        using var reply = await editor.SendAsync(path, "#card");

        var paper = (await site.IssueAsync(4)).Entries[0].Paper;
        Assert.All([PaperField.Kind, PaperField.PublishedOn, PaperField.Imprint], field => Assert.Equal("Crossref", paper.OriginOf(field)?.Source));
    }

    [Fact]
    public async Task A_field_goes_back_to_the_sources_after_a_look()
    {
        var issue = await site.DraftAsync(5, "Given back");
        var id = issue.Entries[0].PaperId;
        await FillAsync(id);
        await site.WithDbAsync(db => db.Errands.ExecuteDeleteAsync());
        using var editor = await site.SeatAsync(Role.Editor);
        var shown = await editor.ReadAsync($"/admin/papers/{id}");
        var link = Assert.Single(shown.QuerySelectorAll("a"), a => a.GetAttribute("href")!.EndsWith("ask-again?field=Imprint", StringComparison.Ordinal));
        Assert.Contains("119", (await editor.ReadAsync(link.GetAttribute("href")!)).Body!.TextContent, StringComparison.Ordinal);

        using var reply = await editor.SendAsync(link.GetAttribute("href")!, "main form");

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        var paper = await site.WithDbAsync(db => db.Papers.SingleAsync(p => p.Id == id));
        Assert.Equal((true, null, null), (paper.Imprint.IsEmpty, paper.OriginOf(PaperField.Imprint), paper.FilledAt));
        Assert.Equal("Crossref", paper.OriginOf(PaperField.Kind)?.Source);
        Assert.Equal([id], await site.WithDbAsync(db => db.Errands.Of(ErrandKind.Fill).Select(e => e.PaperId).ToListAsync()));
    }

    [Fact]
    public async Task What_changed_meanwhile_is_looked_at_before_it_goes()
    {
        var issue = await site.DraftAsync(6, "Changed meanwhile");
        var id = issue.Entries[0].PaperId;
        await FillAsync(id);
        using var editor = await site.SeatAsync(Role.Editor);
        var path = $"/admin/papers/{id}/ask-again?field=Venue";
        var old = await editor.ReadAsync(path);
        using var card = await editor.SendAsync($"/admin/issues/6/entries/{issue.Entries[0].Id}/edit", "#card", ("Paper.Venue", "A better venue"));

        using var reply = await editor.SendAsync(old, path, "main form");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Contains("A better venue", (await Site.ParseAsync(reply)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("A better venue", (await site.IssueAsync(6)).Entries[0].Paper.Venue);
    }

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("99")]
    public async Task A_field_that_there_is_not_is_not_found(string field)
    {
        var issue = await site.DraftAsync(200 + field.Length, "No such field");
        using var editor = await site.SeatAsync(Role.Editor);
        using var reply = await editor.Client.GetAsync($"/admin/papers/{issue.Entries[0].PaperId}/ask-again?field={field}");
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    private Task FillAsync(int id) => site.WithDbAsync(async db =>
    {
        var paper = await db.Papers.Include(p => p.Identifiers).SingleAsync(p => p.Id == id);
        paper.Identify(new(PaperScheme.Doi, $"10.1234/{id}"));
        var record = new PaperRecord { Id = new(PaperScheme.Doi, $"10.1234/{id}"), Title = paper.Title, Source = "Crossref", Kind = PaperKind.Article, PublishedOn = new(2022, 3, 4), Imprint = new("119", "47") };
        paper.Fill(record, Typeset.Line(record.Title), PlainText.Render(""), Then);
        await db.SaveChangesAsync();
    });
}
