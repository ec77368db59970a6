using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model.Text;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Snippets;

/// <summary>Somebody's own snippets by a part of their names: for the list that opens behind ;;. Saves nothing.</summary>
public sealed class NamedModel(RoundupDb db) : PageModel
{
    private const int AtMost = 8;

    /// <summary>In characters: about two lines of the list.</summary>
    private const int Shown = 120;

    [FromQuery(Name = "q")]
    public string? Sought { get; set; }

    public IReadOnlyList<Snippet> Snippets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (owner, key) = (User.Id(), Letters.Only(Sought ?? ""));
        // A person has some dozens at most, and neither database compares without accents.
        var all = await db.Snippets.AsNoTracking().Where(s => s.PersonId == owner).OrderBy(s => s.Name).ToListAsync(cancel);
        Snippets = [.. all.Where(s => Letters.Only(s.Name).Contains(key, StringComparison.Ordinal))
            .OrderByDescending(s => Letters.Only(s.Name).StartsWith(key, StringComparison.Ordinal)).Take(AtMost)];
    }

    public static string Beginning(string text) => text.Length > Shown ? $"{Letters.Cut(text, Shown).TrimEnd()}…" : text;
}
