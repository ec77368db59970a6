using Roundup.Model.Issues;

namespace Roundup.Model.Papers;

public sealed partial class Paper
{
    /// <summary>Makes a paper of its own of some names and places of this one. Putting the two together again undoes it.</summary>
    /// <param name="names">Identifiers of this paper.</param>
    /// <param name="entries">Entries of this paper.</param>
    /// <param name="all">All entries of this paper.</param>
    /// <param name="withWords">
    /// Whether the new paper begins with a copy of this one's words; else it has an identifier for a title and waits for its source.
    /// </param>
    public Refusal? Split(
        IReadOnlyCollection<PaperIdentifier> names, IReadOnlyCollection<Entry> entries, IReadOnlyCollection<Entry> all, bool withWords, DateTimeOffset now, out Paper? part)
    {
        part = null;
        if (IsMerged) return new("This paper was put together with another one. Undo that instead.");
        if (names.Count + entries.Count == 0) return new("Choose what belongs to the other paper.", "Names");
        if (names.Count == _identifiers.Count && entries.Count == all.Count) return new("Leave something with this paper: all of it would only be renamed.", "Names");
        if (!withWords && names.Count == 0) return new("Without an identifier no source can be asked. Choose one, or take the words along.", "Names");

        part = new Paper(withWords ? Title : names.First().Value, now);
        if (withWords) part.CopyWords(this);
        HandOver(names.Contains, part);
        foreach (var entry in entries) entry.Follow(part);
        part.Rename();
        Version++;
        return null;
    }

    private void CopyWords(Paper other)
    {
        foreach (var field in Enum.GetValues<PaperField>()) Copy(field, other);
        _origins = [.. other._origins];
        (Covered, FilledFrom, FilledAt) = (other.Covered, other.FilledFrom, other.FilledAt);
        JoinTopics(other);
    }
}
