using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Text;

namespace Roundup.Model;

/// <summary>The site. One a deployment.</summary>
public sealed class Publication
{
    public const int TitleLength = 200;
    public const int TaglineLength = 300;
    public const int LabelLength = 60;
    public const int LicenceLength = 300;

    private Publication() { }

    public Publication(string title, DateTimeOffset now) => (Title, CreatedAt) = (title, now);

    public int Id { get; private set; }

    public string Title { get; private set; } = "";

    public string Tagline { get; private set; } = "";

    public Prose About { get; private set; } = Prose.Empty;

    /// <summary>Who is named as the editor of issues.</summary>
    public string EditedBy { get; private set; } = "";

    /// <summary>Under which terms opinions may be used, in a few words.</summary>
    public string Licence { get; private set; } = "";

    /// <summary>What stands beside the editor's opinions.</summary>
    public string OpinionLabel { get; private set; } = "My opinion";

    public Cadence Cadence { get; private set; } = Cadence.Default;

    /// <summary>What readers may say, and what is held.</summary>
    public DiscussionRules Discussion { get; private set; } = DiscussionRules.Default;

    /// <summary>The rules of the house for readers who comment; empty for the usual ones.</summary>
    public Prose HouseRules { get; private set; } = Prose.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    public int Version { get; private set; }

    public Refusal? Describe(string title, string tagline, Prose about, string editedBy, string licence, string opinionLabel)
    {
        if (string.IsNullOrWhiteSpace(title)) return new("A publication needs a title.", nameof(Title));
        if (title.Length > TitleLength) return new($"A title has at most {TitleLength} characters.", nameof(Title));
        if (tagline.Length > TaglineLength) return new($"A tagline has at most {TaglineLength} characters.", nameof(Tagline));
        if (editedBy.Length > TitleLength) return new($"A name has at most {TitleLength} characters.", nameof(EditedBy));
        if (licence.Length > LicenceLength) return new($"A licence line has at most {LicenceLength} characters.", nameof(Licence));
        if (opinionLabel.Length > LabelLength) return new($"A label has at most {LabelLength} characters.", nameof(OpinionLabel));

        (Title, Tagline, About, EditedBy, Licence) = (title.Trim(), tagline.Trim(), about, editedBy.Trim(), licence.Trim());
        OpinionLabel = string.IsNullOrWhiteSpace(opinionLabel) ? "My opinion" : opinionLabel.Trim();
        Version++;
        return null;
    }

    public Refusal? Keep(Cadence cadence)
    {
        if (cadence.Check() is { } refusal) return refusal;

        Cadence = cadence;
        Version++;
        return null;
    }

    public Refusal? Moderate(DiscussionRules rules, Prose houseRules)
    {
        if (rules.Check() is { } refusal) return refusal;

        (Discussion, HouseRules) = (rules, houseRules);
        Version++;
        return null;
    }
}
