using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Issues;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.History;

/// <summary>The versions of one text: who, when, and how much each changed.</summary>
public sealed class ShowModel(RoundupDb db, CurrentPublication current) : TextPage(db, current)
{
    private const int AtMost = 50;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var versions = await Versions.Take(AtMost + 1).AsNoTracking().ToListAsync(cancel);
        if (versions.Count > AtMost) More = await Versions.CountAsync(cancel) - AtMost;
        Rows = [.. versions.Take(AtMost).Select((v, place) => Row.Of(v, versions.ElementAtOrDefault(place + 1), place == 0 && v.Text == Today))];
    }

    /// <param name="Before">The version before it; 0 for none.</param>
    public sealed record Row(int Id, int Before, string By, DateTimeOffset At, string HowMuch, bool IsToday)
    {
        public static Row Of(Revision version, Revision? before, bool isToday) => new(version.Id, before?.Id ?? 0, version.By, version.At, Words(version, before), isToday);

        private static string Words(Revision version, Revision? before)
        {
            var (gone, come) = WordDifference.Size(WordDifference.Between(before?.Text ?? "", version.Text));
            if (before is null) return InWords.Count(come, "word", "words");
            if ((gone, come) is (0, 0)) return "marks or spaces only";
            return string.Join(", ", new[] { come > 0 ? $"{InWords.Count(come, "word", "words")} put in" : "", gone > 0 ? $"{InWords.Count(gone, "word", "words")} taken out" : "" }.Where(w => w is not ""));
        }
    }
}
