using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model.Inbox;
using Roundup.Model.Papers;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>Everything that is known of a paper, and where it is from.</summary>
public sealed class ShowModel(RoundupDb db) : PaperPage(db)
{
    public DeskPaper Shown { get; private set; } = null!;

    public IReadOnlyList<DeskPaper> Twins { get; private set; } = [];

    /// <summary>Those that others were taken in by, the last one first.</summary>
    public IReadOnlyList<PaperMerge> Merges { get; private set; } = [];

    public IReadOnlyList<PaperChange> Changes { get; private set; } = [];

    public InboxItem? Waiting { get; private set; }

    public CardTopics Topics { get; private set; } = CardTopics.None;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Shown = new(Paper, await DeskPaper.PlacesAsync(Db, [Id], cancel));
        var twins = await Db.TwinsOfAsync(PaperLook.Of(Paper), cancel);
        Twins = await DeskPaper.ReadAsync(Db, [.. twins.Select(t => t.FirstId == Id ? t.SecondId : t.FirstId)], cancel);
        Merges = await Db.PaperMerges.Include(m => m.Absorbed).Where(m => m.KeptId == Id).OrderByDescending(m => m.Id).ToListAsync(cancel);
        Changes = await Db.PaperChanges.Where(c => c.PaperId == Id).OrderByDescending(c => c.Id).ToListAsync(cancel);
        Waiting = await Db.Inbox.Where(i => i.PaperId == Id && i.PlacedAt == null && i.DeclinedAt == null).OrderBy(i => i.Id).FirstOrDefaultAsync(cancel);
        Topics = await CardTopics.ReadAsync(Db, [Paper], cancel);
    }

    /// <summary>The fields by name, as they are shown, with where each came from.</summary>
    public IEnumerable<(string Name, string Value, FieldOrigin? Origin)> Fields =>
    [
        ("Title", Paper.Title, Paper.OriginOf(PaperField.Title)),
        ("Authors", string.Join(", ", Paper.Authors), Paper.OriginOf(PaperField.Authors)),
        ("Venue", Paper.Venue, Paper.OriginOf(PaperField.Venue)),
        ("Where in it", InWhich(Paper.Imprint), Paper.OriginOf(PaperField.Imprint)),
        ("Appeared", Paper.PublishedOn is { } on ? Site.InWords.Date(on) : "", Paper.OriginOf(PaperField.PublishedOn)),
        ("Kind", Paper.Kind is PaperKind.Unknown ? "" : Site.InWords.Kind(Paper.Kind), Paper.OriginOf(PaperField.Kind)),
        ("Subjects", string.Join(", ", Paper.Categories), Paper.OriginOf(PaperField.Categories)),
    ];

    internal static string InWhich(PaperImprint imprint) =>
        string.Join(", ", new[] { imprint.Volume, imprint.Number, imprint.Pages, imprint.Publisher, TypedDay.Write(imprint.IssuedOn) }.Where(part => part is not ""));
}
