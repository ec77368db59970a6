using Roundup.Model.Text;

namespace Roundup.Model.Papers;

public sealed partial class Paper
{
    /// <summary>The source that last filled something in; empty for none.</summary>
    public string FilledFrom { get; private set; } = "";

    public DateTimeOffset? FilledAt { get; private set; }

    /// <summary>What went wrong when it was last asked for; empty when nothing did. A sentence for the editor.</summary>
    public string FillFailure { get; private set; } = "";

    /// <summary>A card that was made from an id alone has that id for a title until its source answers.</summary>
    public bool IsUntitled => _identifiers.Exists(i => Title == i.Value || Title == i.ToPaperId().ToString() || Title == Link);

    public bool WantsFilling => IsUntitled || Abstract.IsEmpty || _authors is [];

    /// <summary>Takes what a source says where nothing stands yet; never over what is there.</summary>
    /// <param name="abstract">The record's abstract as readers see it.</param>
    public void Fill(PaperRecord record, Prose @abstract, DateTimeOffset now)
    {
        if (IsUntitled) Title = OneLine(record.Title, TitleLength);
        if (_authors is []) _authors = Clean(record.Authors);
        if (Abstract.IsEmpty) Abstract = @abstract;
        if (Venue is "") Venue = OneLine(record.Venue ?? "", VenueLength);
        PublishedOn ??= record.PublishedOn;
        _links = [.. _links, .. record.Links.Where(l => WebAddress.IsOne(l.Url) && !_links.Exists(k => k.Url == l.Url))];
        (FilledFrom, FilledAt, FillFailure) = (record.Source, now, "");
        Version++;
    }

    public void FillingFailed(string sentence)
    {
        FillFailure = sentence;
        Version++;
    }
}
