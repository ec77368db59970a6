using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Data.Papers;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>Pairs of papers that look like one, for an editor to say.</summary>
public sealed class TwinsModel(RoundupDb db) : PageModel
{
    private const int Shown = 20;

    public IReadOnlyList<(DeskPaper One, DeskPaper Other)> Pairs { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var twins = await db.TwinsAsync(cancel);
        Total = twins.Count;
        var shown = twins.Take(Shown).ToList();
        var papers = (await DeskPaper.ReadAsync(db, [.. shown.SelectMany(t => new[] { t.FirstId, t.SecondId }).Distinct()], cancel)).ToDictionary(p => p.Paper.Id);
        Pairs = [.. shown.Where(t => papers.ContainsKey(t.FirstId) && papers.ContainsKey(t.SecondId)).Select(t => (papers[t.FirstId], papers[t.SecondId]))];
    }
}
