using Roundup.Model.Text;

namespace Roundup.Model.Issues;

/// <summary>A numbered edition: introduction, entries in order, closing words. A draft until it is published.</summary>
public sealed partial class Issue
{
    /// <summary>In characters, for title and theme.</summary>
    public const int TitleLength = 300;

    private readonly List<Entry> _entries = [];

    private Issue() { }

    public Issue(int number, DateTimeOffset now) => (Number, CreatedAt, ChangedAt) = (number, now, now);

    public int Id { get; private set; }

    /// <summary>Counted from 1, without gaps; what addresses are made of.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>What the issue is about, in a line; may be empty.</summary>
    public string Theme { get; private set; } = "";

    public Prose Introduction { get; private set; } = Prose.Empty;

    public Prose Closing { get; private set; } = Prose.Empty;

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts the changes to the issue's own words, so that two tabs notice each other.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<Entry> Entries => _entries;

    /// <summary>What stands over the issue: its theme, else its title.</summary>
    public string Heading => HeadingOf(Number, Title, Theme);

    public string Slug => Text.Slug.OfIssue(Heading);

    /// <summary>As <see cref="Heading"/>, where the issue itself is not at hand.</summary>
    public static string HeadingOf(int number, string title, string theme) => theme is not "" ? theme : title is not "" ? title : $"Issue {number}";

    public Refusal? Name(string title, string theme, DateTimeOffset now)
    {
        if (title.Length > TitleLength) return new($"A title has at most {TitleLength} characters.", nameof(Title));
        if (theme.Length > TitleLength) return new($"A theme has at most {TitleLength} characters.", nameof(Theme));
        if (Closed is { } closed) return closed;

        (Title, Theme) = (title.Trim(), theme.Trim());
        Touch(now);
        return null;
    }

    public Refusal? Renumber(int number, DateTimeOffset now)
    {
        if (number == Number) return null;
        if (number < 1) return new("Issues are numbered from 1.", nameof(Number));
        if (IsPublished || IsWorkingCopy) return new("A published issue keeps its number: readers have linked it.", nameof(Number));

        Number = number;
        Touch(now);
        return null;
    }

    /// <summary>Sets the words around the papers.</summary>
    public void Frame(Prose introduction, Prose closing, DateTimeOffset now)
    {
        (Introduction, Closing) = (introduction, closing);
        Touch(now);
    }

    private void Touch(DateTimeOffset now)
    {
        ChangedAt = now;
        if (IsPublished) CorrectedAt = now;
        Version++;
    }
}
