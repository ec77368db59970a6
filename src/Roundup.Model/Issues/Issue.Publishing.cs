namespace Roundup.Model.Issues;

public sealed partial class Issue
{
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The name of the person who published it.</summary>
    public string PublishedBy { get; private set; } = "";

    /// <summary>When its words last changed after publication.</summary>
    public DateTimeOffset? CorrectedAt { get; private set; }

    public bool IsPublished => PublishedAt is not null;

    public Refusal? Publish(string by, DateTimeOffset now)
    {
        if (IsPublished) return new("This issue is already out.");
        if (IsWorkingCopy) return new("This issue is already out. Publish its corrections instead.");
        if (string.IsNullOrWhiteSpace(Title)) return new("Give the issue a title first.", nameof(Title));
        if (_entries is []) return new("Add at least one paper first.");

        (PublishedAt, PublishedBy, ChangedAt) = (now, by, now);
        // Whoever publishes at the same moment notices.
        Version++;
        return null;
    }

    /// <summary>Publishes the entries that are ready; the others go to the end of the next issue, in their order.</summary>
    /// <param name="isReady">Which ones can stand before readers.</param>
    public Refusal? PublishReady(Issue next, Func<Entry, bool> isReady, string by, DateTimeOffset now)
    {
        var left = _entries.FindAll(e => !isReady(e));
        if (left.Count == _entries.Count) return new("No paper of it is ready.");
        if (string.IsNullOrWhiteSpace(Title)) return new("Give the issue a title first.", nameof(Title));

        foreach (var entry in left)
            if (RollOver(entry, next, now) is { } refusal) return refusal;
        return Publish(by, now);
    }

    /// <summary>An opinion or a card of it has changed. A draft has no readers to tell; a published issue dates the correction.</summary>
    public void NoteChange(DateTimeOffset now) => Touch(now);

    /// <summary>Only a draft can be thrown away; what was published stays where readers linked it.</summary>
    public Refusal? Discard() => IsPublished || IsWorkingCopy ? new("A published issue can't be deleted.") : null;
}
