using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Formats.Writing;
using Roundup.Model.Text;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>Papers that a text may link to, by the beginnings of their names: for the list that opens behind [[. Saves nothing.</summary>
public sealed class NamedModel(RoundupDb db) : PageModel
{
    private const int AtMost = 8;

    /// <summary>In characters; nobody types more to find a paper.</summary>
    private const int Longest = 200;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(string? q, CancellationToken cancel) => Rows = await db.Papers.Standing
        .Named(Letters.Cut(q ?? "", Longest), db.Entries).Take(AtMost).Select(p => new Row(
            p.Id, p.Title, p.TitleHtml, EF.Property<List<string>>(p, "_authors"), p.PublishedOn,
            db.Entries.Where(e => e.PaperId == p.Id).OrderBy(e => e.Issue.Number).Select(e => new Place(e.Issue.Number, e.Issue.PublishedAt != null)).ToList()))
        .AsSplitQuery().ToListAsync(cancel);

    public sealed record Place(int Number, bool IsOut);

    public sealed record Row(int Id, string Title, SafeHtml TitleHtml, IReadOnlyList<string> Authors, DateOnly? PublishedOn, IReadOnlyList<Place> Places)
    {
        /// <summary>What is put into the text: a link to the paper's own page.</summary>
        public string Link => MarkdownText.Link(Title, Paths.Paper(Id, Slug.Of(Title)));

        public string Facts => Reading.Authors.Byline(Authors, $"{PublishedOn?.Year}", Where);

        private string Where
        {
            get
            {
                var (isOut, numbers) = (Places.Any(p => p.IsOut), Places.Where(p => p.IsOut || !Places.Any(o => o.IsOut)).Select(p => $"{p.Number}").Distinct().ToList());
                return $"in {(numbers.Count == 1 ? "issue" : "issues")} {InWords.List(numbers)}{(isOut ? "" : ", not out yet")}";
            }
        }
    }
}
