using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Web.Drawings;
using Roundup.Web.Reading;

namespace Roundup.Web.Pages.Topics;

/// <summary>All topics that readers can see a paper of.</summary>
public sealed class IndexModel(RoundupDb db, CurrentPublication current) : PageModel
{
    private const int Drawn = 12;

    public IReadOnlyList<TopicRow> Topics { get; private set; } = [];

    /// <summary>Null where there is nothing to draw.</summary>
    public Tallies? Tallies { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Topics = await db.ReadTopicsAsync(cancel);
        if (Topics is not []) Tallies = (await db.ReadOverTimeAsync(await current.ShownAsync(), null, cancel))?.Tallies(Drawn);
    }
}
