using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Sources;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>All papers, the newest first, with a box that takes words of a title, a surname, an id or an address.</summary>
public sealed class IndexModel(RoundupDb db, PaperFinder finder) : PageModel
{
    private const int Size = 50;

    [FromQuery(Name = "q")]
    public string? Sought { get; set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number = 1, CancellationToken cancel = default)
    {
        var found = Matching(Sought?.Trim() ?? "");
        Paging = new("/admin/papers", number, Size, await found.CountAsync(cancel));
        if (!Paging.IsThere) return NotFound();

        Rows = await found.OrderByDescending(p => p.Id).Skip(Paging.Skipped).Take(Size).Select(p => new Row(
            p.Id, p.Title, p.TitleHtml, EF.Property<List<string>>(p, "_authors"), p.Venue, p.PublishedOn, p.CreatedAt,
            p.Identifiers.OrderBy(i => i.Id).Select(i => new PaperId(i.Scheme, i.Value, i.CoveredVersion)).ToList(),
            db.Entries.Where(e => e.PaperId == p.Id && e.OriginId == null).OrderBy(e => e.Issue.Number).Select(e => e.Issue.Number).ToList())).AsSplitQuery().ToListAsync(cancel);
        return Page();
    }

    /// <summary>Another page of the same search.</summary>
    public string At(int page) => $"/admin/papers?page={page}{(string.IsNullOrWhiteSpace(Sought) ? "" : $"&q={Uri.EscapeDataString(Sought)}")}";

    private IQueryable<Paper> Matching(string sought)
    {
        if (sought is "") return db.Papers.Standing;
        if (finder.Recognise(sought) is { } id) return db.Papers.Standing.KnownAs(id.Scheme, id.Value);

        var (key, number) = (PaperTwins.TitleKey(sought), int.TryParse(sought, out var n) ? n : 0);
        return key is "" ? db.Papers.Where(_ => false)
            : db.Papers.Standing.Where(p => p.TitleKey.Contains(key) || p.SurnameKey.Contains(key) || p.Id == number || p.Identifiers.Any(i => i.Value == sought));
    }

    public sealed record Row(
        int Id, string Title, SafeHtml TitleHtml, IReadOnlyList<string> Authors, string Venue, DateOnly? PublishedOn, DateTimeOffset CreatedAt, IReadOnlyList<PaperId> Ids, IReadOnlyList<int> Issues)
    {
        public string Byline => Reading.Authors.Byline(Authors, Venue, $"{PublishedOn?.Year}");
    }
}
