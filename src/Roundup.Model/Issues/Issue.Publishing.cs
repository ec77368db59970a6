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
        return null;
    }

    /// <summary>An opinion or a card of it has changed. A draft has no readers to tell; a published issue dates the correction.</summary>
    public void NoteChange(DateTimeOffset now) => Touch(now);

    /// <summary>Only a draft can be thrown away; what was published stays where readers linked it.</summary>
    public Refusal? Discard() => IsPublished || IsWorkingCopy ? new("A published issue can't be deleted.") : null;
}
