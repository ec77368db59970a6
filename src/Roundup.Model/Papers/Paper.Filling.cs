using Roundup.Model.Text;

namespace Roundup.Model.Papers;

public sealed partial class Paper
{
    private List<FieldOrigin> _origins = [];

    /// <summary>The source that last filled something in; empty for none.</summary>
    public string FilledFrom { get; private set; } = "";

    public DateTimeOffset? FilledAt { get; private set; }

    /// <summary>What went wrong when it was last asked for; empty when nothing did. A sentence for the editor.</summary>
    public string FillFailure { get; private set; } = "";

    /// <summary>The text that was covered: what the source said when it was first asked.</summary>
    public PaperEdition? Covered { get; private set; }

    /// <summary>Where each field came from. A field that nobody has filled in or emptied is absent.</summary>
    public IReadOnlyList<FieldOrigin> Origins => _origins;

    /// <summary>A card that was made from an id alone has that id for a title until its source answers.</summary>
    public bool IsUntitled => _identifiers.Exists(i => Title == i.Value || Title == i.ToPaperId().ToString() || Title == Link);

    public bool WantsFilling => IsUntitled || (Abstract.IsEmpty && MayFill(PaperField.Abstract)) || (_authors is [] && MayFill(PaperField.Authors));

    public FieldOrigin? OriginOf(PaperField field) => _origins.Find(o => o.Field == field);

    /// <summary>Takes what a source says where nothing stands yet; never over what is there, nor where a person emptied a field.</summary>
    /// <param name="title">The record's title as readers see it.</param>
    /// <param name="abstract">The record's abstract as readers see it.</param>
    public void Fill(PaperRecord record, Line title, Prose @abstract, DateTimeOffset now)
    {
        void Take(PaperField field, bool isWanted, Action take)
        {
            if (!isWanted || !MayFill(field)) return;
            take();
            NoteOrigin(field, record.Source, now);
        }

        Take(PaperField.Title, IsUntitled && title.Source is not "", () => (Title, TitleHtml) = (OneLine(title.Source, TitleLength), title.Html));
        Take(PaperField.Authors, _authors is [] && record.Authors is not [], () => _authors = Clean(record.Authors));
        Take(PaperField.Abstract, Abstract.IsEmpty && !@abstract.IsEmpty, () => Abstract = @abstract);
        Take(PaperField.Venue, Venue is "" && record.Venue is { Length: > 0 }, () => Venue = OneLine(record.Venue!, VenueLength));
        Take(PaperField.PublishedOn, PublishedOn is null && record.PublishedOn is not null, () => PublishedOn = record.PublishedOn);
        Take(PaperField.Kind, Kind is PaperKind.Unknown && record.Kind is not PaperKind.Unknown, () => Kind = record.Kind);
        Take(PaperField.Imprint, Imprint.Or(record.Imprint) != Imprint, () => Imprint = Imprint.Or(record.Imprint));
        Take(PaperField.Categories, _categories is [] && record.Categories is not [], () => _categories = [.. record.Categories]);
        FillLinks(record, now);
        Rename();
        Covered ??= PaperEdition.Of(record, now);
        (FilledFrom, FilledAt, FillFailure) = (record.Source, now, "");
        Version++;
    }

    /// <summary>
    /// Gives a field back to the sources, whoever filled it in: it is empty until one of them answers, and the paper is looked up as if it never
    /// had been. The caller has it asked for (<see cref="ErrandKind.Fill"/>).
    /// </summary>
    public Refusal? AskAgain(PaperField field)
    {
        if (_identifiers is [] && Link is "") return new("No source can be asked about this paper: it has no identifier and no link. Add one first.");
        if (OriginOf(field) is null) return new($"Nobody has filled in the {WordFor(field)}; the sources may do so already.");

        // A paper whose title is asked for is called by its id meanwhile, as one that was pasted.
        Blank(field, _identifiers is [var name, ..] ? name.Value : Link.Length <= TitleLength ? Link : Title);
        _origins = [.. _origins.Where(o => o.Field != field)];
        (FilledAt, FillFailure) = (null, "");
        Rename();
        Version++;
        return null;
    }

    public void FillingFailed(string sentence)
    {
        FillFailure = sentence;
        Version++;
    }

    // Links that an editor listed are the editor's; what a source knows is added behind them.
    private void FillLinks(PaperRecord record, DateTimeOffset now)
    {
        var more = record.Links.Where(l => WebAddress.IsOne(l.Url) && !_links.Exists(k => k.Url == l.Url)).DistinctBy(l => l.Url).ToList();
        if (more is [] || !MayFill(PaperField.Links)) return;

        _links = [.. _links, .. more];
        NoteOrigin(PaperField.Links, record.Source, now);
    }

    private bool MayFill(PaperField field) => OriginOf(field) is not { IsByHand: true };

    private void NoteOrigin(PaperField field, string source, DateTimeOffset at) =>
        _origins = [.. _origins.Where(o => o.Field != field), new FieldOrigin(field, source, at)];
}
