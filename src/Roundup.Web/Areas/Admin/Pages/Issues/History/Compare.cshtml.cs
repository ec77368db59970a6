using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Issues;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.History;

/// <summary>Two versions of a text, or one and what stands, word by word.</summary>
public sealed class CompareModel(RoundupDb db, CurrentPublication current) : TextPage(db, current)
{
    /// <summary>Null for nothing: the text was begun.</summary>
    public Revision? From { get; private set; }

    /// <summary>Null for what stands.</summary>
    public Revision? To { get; private set; }

    public IReadOnlyList<(int Id, string Name)> Choices { get; private set; } = [];

    public IReadOnlyList<WordRun> Runs { get; private set; } = [];

    public bool IsSame => Runs.All(r => r.Fate is WordFate.Kept);

    public string Seen => Restoring.Mark(Today);

    /// <summary>Whether it has to be said where a text belongs that was taken out with its paper.</summary>
    public bool NeedsPlace => Text.Of is RevisedText.Entry or RevisedText.Opinion && new[] { From, To }.OfType<Revision>().Any(v => Restoring.EntryOf(Issue, v) is null);

    /// <summary>The versions shown that are not what stands, and that this person may bring back.</summary>
    public IEnumerable<Revision> Restorable => Issue.IsPublished || (NeedsPlace && Issue.Entries is []) ? [] : new[] { From, To }.OfType<Revision>().Where(v => v.Text != Today && MayRestore(v));

    public string Sentence
    {
        get
        {
            var (gone, come) = WordDifference.Size(Runs);
            return $"{InWords.Count(gone, "word", "words")} taken out, {InWords.Count(come, "word", "words")} put in";
        }
    }

    public async Task<IActionResult> OnGetAsync(int from, int to, CancellationToken cancel)
    {
        From = await FindAsync(from, cancel);
        To = await FindAsync(to, cancel);
        if ((from > 0 && From is null) || (to > 0 && To is null)) return NotFound();

        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        string Said(DateTimeOffset at, string by) => $"{TimeZoneInfo.ConvertTime(at, zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)}{(by is "" ? "" : $", {by}")}";
        Choices = [.. (await Versions.Select(r => new { r.Id, r.At, r.By }).ToListAsync(cancel)).Select(r => (r.Id, Said(r.At, r.By)))];
        Runs = WordDifference.Between(From?.Text ?? "", To?.Text ?? Today ?? "");
        return Page();
    }

    private Task<Revision?> FindAsync(int id, CancellationToken cancel) => Versions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancel);
}
