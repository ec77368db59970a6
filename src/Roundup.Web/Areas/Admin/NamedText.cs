using System.Globalization;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin;

/// <summary>One text of an issue, as an address names it: introduction, entry-12, opinion-34.</summary>
/// <param name="Key">The id of the entry or of the opinion that stays; 0 for the issue's own words.</param>
public sealed record NamedText(RevisedText Of, int Key)
{
    public string Slug => Of is RevisedText.Entry or RevisedText.Opinion ? $"{Word}-{Key}" : Word;

    private string Word => Of.ToString().ToLowerInvariant();

    public int? EntryId => Of is RevisedText.Entry ? Key : null;

    public int? OpinionId => Of is RevisedText.Opinion ? Key : null;

    public static NamedText Make(RevisedText of, int? entry, int? opinion) => new(of, (of is RevisedText.Opinion ? opinion : of is RevisedText.Entry ? entry : null) ?? 0);

    public static NamedText? Parse(string slug)
    {
        var parts = slug.Split('-');
        if (!Enum.GetNames<RevisedText>().Contains(parts[0], StringComparer.OrdinalIgnoreCase)) return null;

        var of = Enum.Parse<RevisedText>(parts[0], ignoreCase: true);
        if (of is not (RevisedText.Entry or RevisedText.Opinion)) return parts.Length == 1 ? new(of, 0) : null;
        return parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? new(of, key) : null;
    }

    /// <summary>The entry that it is said in; null for the issue's own words, and where the entry or the opinion was taken out.</summary>
    public Entry? EntryIn(Issue issue) => Of switch
    {
        RevisedText.Entry => issue.Entry(Key),
        RevisedText.Opinion => OpinionIn(issue)?.Entry,
        _ => null,
    };

    public Opinion? OpinionIn(Issue issue) => Of is RevisedText.Opinion ? issue.Entries.Select(e => e.Opinion(Key)).FirstOrDefault(o => o is not null) : null;

    /// <summary>As it stands; null where it was taken out.</summary>
    public string? TextIn(Issue issue) => Of switch
    {
        RevisedText.Title => issue.Title,
        RevisedText.Theme => issue.Theme,
        RevisedText.Introduction => issue.Introduction.Source,
        RevisedText.Closing => issue.Closing.Source,
        RevisedText.Entry => issue.Entry(Key)?.Text.Source,
        _ => OpinionIn(issue)?.Words.Source,
    };

    /// <summary>Introduction, My opinion on “Title”.</summary>
    /// <param name="label">What the editor's own opinion is called.</param>
    /// <param name="by">Whose it was, where it was taken out.</param>
    public string NameIn(Issue issue, string label, string by = "")
    {
        var name = ShortNameIn(issue, label, by);
        if (EntryIn(issue) is not { } entry) return name;
        return Of is RevisedText.Entry ? $"Text beside “{entry.Paper.Title}”" : $"{name} on “{entry.Paper.Title}”";
    }

    /// <summary>The same where the paper's title stands above it.</summary>
    public string ShortNameIn(Issue issue, string label, string by = "") => Of switch
    {
        RevisedText.Closing => "Closing words",
        RevisedText.Entry => "Text beside the paper",
        RevisedText.Opinion when OpinionIn(issue) is { } opinion => Opinion.LabelOf(opinion.Author, label),
        RevisedText.Opinion => by is "" ? "An opinion that was taken out" : $"An opinion of {by} that was taken out",
        _ => $"{Of}",
    };
}
