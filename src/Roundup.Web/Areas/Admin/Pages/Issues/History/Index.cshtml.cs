using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;
using Roundup.Web.Reading;

namespace Roundup.Web.Areas.Admin.Pages.Issues.History;

/// <summary>Which texts of an issue have changed: its own words first, then paper by paper, then what was taken out.</summary>
public sealed class IndexModel(RoundupDb db, CurrentPublication current) : WorkPage(db)
{
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public string Zone { get; private set; } = "Etc/UTC";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var publication = await current.ShownAsync();
        Zone = publication.Cadence.Zone;
        var texts = await Db.Revisions.OfNumber(Number).GroupBy(r => new { r.Of, r.EntryId, r.OpinionId })
            .Select(g => new { g.Key.Of, g.Key.EntryId, g.Key.OpinionId, Count = g.Count(), At = g.Max(r => r.At), Last = g.Max(r => r.Id) }).ToListAsync(cancel);
        var last = texts.Select(t => t.Last).ToList();
        var by = await Db.Revisions.Where(r => last.Contains(r.Id)).Select(r => new { r.Id, r.By }).ToDictionaryAsync(r => r.Id, r => r.By, cancel);
        Row[] rows = [.. texts.Select(t => Row.Of(NamedText.Make(t.Of, t.EntryId, t.OpinionId), t.EntryId is { } entry ? Issue.Entry(entry) : null, Issue, publication.OpinionLabel, t.Count, by[t.Last], t.At)).OrderBy(r => r.Text.Of).ThenBy(r => r.Text.Key)];

        Group[] groups =
        [
            new("words", "Words of the issue", [.. rows.Where(r => r.IsOfIssue)]),
            .. Issue.Entries.Select(e => new Group($"h-{e.Key}", $"{e.Position + 1}. {e.Paper.Title}", [.. rows.Where(r => r.Entry == e)])),
            new("gone", "Taken out", [.. rows.Where(r => !r.IsOfIssue && r.Entry is null)]),
        ];
        Groups = [.. groups.Where(g => g.Rows is not [])];
    }

    public sealed record Group(string Id, string Title, IReadOnlyList<Row> Rows);

    /// <param name="Entry">Null for the issue's own words, and for what was taken out with its paper.</param>
    /// <param name="By">Who wrote the last version; empty for nobody that is known.</param>
    public sealed record Row(NamedText Text, string Name, Entry? Entry, int Count, string By, DateTimeOffset At)
    {
        public bool IsOfIssue => Text.Of is not (RevisedText.Entry or RevisedText.Opinion);

        public static Row Of(NamedText text, Entry? entry, Issue issue, string label, int count, string by, DateTimeOffset at) =>
            new(text, text.ShortNameIn(issue, label, by), entry, count, by, at);
    }
}
