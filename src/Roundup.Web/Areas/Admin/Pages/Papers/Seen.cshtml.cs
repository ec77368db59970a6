using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Model.Text;
using Roundup.Sources;
using Roundup.Web.Seen;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>Which papers of a text, or of a card, were seen before: for the element that asks while one types. Saves nothing.</summary>
public sealed class SeenModel(SeenBefore seen, PaperFinder finder) : PageModel
{
    private const int NamedAtMost = 200;
    private const int Shown = 5;

    /// <summary>In characters; shorter lines are a title that is still being typed.</summary>
    private const int ShortestTitle = 12;

    public IReadOnlyList<Sighting> Seen { get; private set; } = [];

    public int More { get; private set; }

    /// <summary>The issue that is written just now; null for none.</summary>
    public int? Issue { get; private set; }

    public async Task OnGetAsync(string? text, string? title, string? author, int? issue, CancellationToken cancel)
    {
        var found = (await seen.FindAsync([.. Mentions(text ?? "", title ?? "", author ?? "").Take(NamedAtMost)], cancel))
            .OfType<Sighting>().Where(s => s.IsSeen).DistinctBy(s => s.PaperId).ToList();
        (Seen, More, Issue) = ([.. found.Take(Shown)], Math.Max(0, found.Count - Shown), issue);
    }

    private IEnumerable<Mention> Mentions(string text, string title, string author)
    {
        if (title.Trim().Length >= ShortestTitle) yield return Mention.Of(finder, text, title, author.Split('\n')[0]);
        foreach (var named in finder.Find(text)) yield return new Mention([named.Id]);
        foreach (var page in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(WebAddress.IsOne)) yield return Mention.Of(finder, page);

        var line = text.Trim();
        if (line.Length >= ShortestTitle && !line.Contains('\n') && !WebAddress.IsOne(line)) yield return new Mention([], line);
    }
}
