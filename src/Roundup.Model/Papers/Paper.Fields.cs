using Roundup.Model.Text;

namespace Roundup.Model.Papers;

// The fields by their names, for what treats them all alike: two papers that become one, and one that becomes two.
public sealed partial class Paper
{
    private bool IsBlank(PaperField field) => field switch
    {
        PaperField.Title => IsUntitled,
        PaperField.Authors => _authors is [],
        PaperField.Abstract => Abstract.IsEmpty,
        PaperField.Venue => Venue is "",
        PaperField.PublishedOn => PublishedOn is null,
        PaperField.Kind => Kind is PaperKind.Unknown,
        PaperField.Imprint => Imprint.IsEmpty,
        PaperField.Categories => _categories is [],
        PaperField.Links => _links is [],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private bool IsSame(PaperField field, Paper other) => field switch
    {
        PaperField.Title => Title == other.Title,
        PaperField.Authors => _authors.SequenceEqual(other._authors),
        PaperField.Abstract => Abstract.Source == other.Abstract.Source,
        PaperField.Venue => Venue == other.Venue,
        PaperField.PublishedOn => PublishedOn == other.PublishedOn,
        PaperField.Kind => Kind == other.Kind,
        PaperField.Imprint => Imprint == other.Imprint,
        PaperField.Categories => _categories.SequenceEqual(other._categories),
        PaperField.Links => _links.SequenceEqual(other._links),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private void Copy(PaperField field, Paper other)
    {
        switch (field)
        {
            case PaperField.Title: (Title, TitleHtml) = (other.Title, other.TitleHtml); break;
            case PaperField.Authors: _authors = [.. other._authors]; break;
            // Two papers never share one text: the database keeps it in the row of each.
            case PaperField.Abstract: Abstract = other.Abstract with { }; break;
            case PaperField.Venue: Venue = other.Venue; break;
            case PaperField.PublishedOn: PublishedOn = other.PublishedOn; break;
            case PaperField.Kind: Kind = other.Kind; break;
            case PaperField.Imprint: Imprint = other.Imprint with { }; break;
            case PaperField.Categories: _categories = [.. other._categories]; break;
            case PaperField.Links: _links = [.. other._links]; break;
        }
    }

    private void Blank(PaperField field, string title)
    {
        switch (field)
        {
            case PaperField.Title: (Title, TitleHtml) = (title, SafeHtml.Empty); break;
            case PaperField.Authors: _authors = []; break;
            case PaperField.Abstract: Abstract = Prose.Empty with { }; break;
            case PaperField.Venue: Venue = ""; break;
            case PaperField.PublishedOn: PublishedOn = null; break;
            case PaperField.Kind: Kind = PaperKind.Unknown; break;
            case PaperField.Imprint: Imprint = PaperImprint.None with { }; break;
            case PaperField.Categories: _categories = []; break;
            case PaperField.Links: _links = []; break;
        }
    }

    /// <summary>What an editor calls a field: venue, volume and pages.</summary>
    public static string WordFor(PaperField field) => field switch
    {
        PaperField.PublishedOn => "date",
        PaperField.Kind => "kind of work",
        PaperField.Imprint => "volume and pages",
        _ => field.ToString().ToLowerInvariant(),
    };
}
