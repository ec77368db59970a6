using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Pages.Authors;

/// <summary>Somebody's papers. Names that differ in case, accents or order are one person; nothing more is guessed.</summary>
public sealed class ShowModel(RoundupDb db) : PageModel
{
    private const int Size = 50;

    public AuthorText Author { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<PaperRow> Papers { get; private set; } = [];

    public IReadOnlyList<CoAuthor> With { get; private set; } = [];

    public IReadOnlyList<TopicName> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var number = Paging.NumberAsked(Request);
        if (await db.ReadAuthorAsync(slug, cancel) is not { } author) return NotFound();
        // Not for good: how most papers print a name may change.
        if (author.Slug != slug) return Redirect($"{author.Path}{Request.QueryString}");

        var papers = db.PapersBy(author.Key);
        (Author, Paging) = (author, new(author.Path, number, Size, await papers.CountAsync(cancel)));
        if (!Paging.IsThere) return NotFound();

        Papers = await db.ReadPaperRowsAsync(papers, Paging.Skipped, Size, cancel);
        (With, Topics) = (await db.ReadCoAuthorsAsync(author.Key, cancel), await db.ReadTopicsOfAsync(author.Key, cancel));
        return Page();
    }
}
