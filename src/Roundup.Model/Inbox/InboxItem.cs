using Roundup.Model.Papers;

namespace Roundup.Model.Inbox;

/// <summary>How a paper came into the inbox.</summary>
public enum InboxOrigin
{
    /// <summary>Named at the desk.</summary>
    Pasted = 0,

    /// <summary>Sent from the page that an editor was reading.</summary>
    Clipped = 1,

    /// <summary>Named by a reader.</summary>
    Suggested = 2,
}

/// <summary>A paper that waits for an issue, with the note written at the time. A paper waits once: naming it again adds to its note.</summary>
public sealed class InboxItem
{
    /// <summary>In characters.</summary>
    public const int NoteLength = 4000;

    private InboxItem() { }

    public InboxItem(Paper paper, InboxOrigin origin, string addedBy, DateTimeOffset now) => (Paper, Origin, AddedBy, AddedAt) = (paper, origin, addedBy, now);

    public int Id { get; private set; }

    public int PaperId { get; private set; }

    public Paper Paper { get; private set; } = null!;

    public InboxOrigin Origin { get; private set; }

    /// <summary>The printed name of whoever named it.</summary>
    public string AddedBy { get; private set; } = "";

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Plain text, as typed.</summary>
    public string Note { get; private set; } = "";

    /// <summary>When it was put into an issue; null while it waits.</summary>
    public DateTimeOffset? PlacedAt { get; private set; }

    /// <summary>When it was put away without an issue; null while it waits.</summary>
    public DateTimeOffset? DeclinedAt { get; private set; }

    /// <summary>Counts the changes, so that two tabs notice each other.</summary>
    public int Version { get; private set; }

    public bool IsWaiting => PlacedAt is null && DeclinedAt is null;

    /// <summary>Adds to what was noted before; the same words twice are noted once.</summary>
    public Refusal? Remark(string note)
    {
        var whole = Joined(Note, note);
        if (whole == Note) return null;
        if (!Fits(note)) return new($"A note has at most {NoteLength:N0} characters.", nameof(Note));

        Note = whole;
        Version++;
        return null;
    }

    public Refusal? Rewrite(string note)
    {
        if (note.Length > NoteLength) return new($"A note has at most {NoteLength:N0} characters.", nameof(Note));
        Note = note.Trim();
        Version++;
        return null;
    }

    public void Place(DateTimeOffset now)
    {
        PlacedAt = now;
        Version++;
    }

    public void Decline(DateTimeOffset now)
    {
        DeclinedAt = now;
        Version++;
    }

    internal bool Fits(string note) => Joined(Note, note).Length <= NoteLength;

    internal static string Joined(string before, string note)
    {
        var words = note.Trim();
        return words is "" || before.Contains(words, StringComparison.Ordinal) ? before : before is "" ? words : $"{before}\n\n{words}";
    }

    internal void Follow(Paper paper)
    {
        Paper = paper;
        Version++;
    }

    /// <summary>Takes back that it was placed or put away.</summary>
    public void Return()
    {
        (PlacedAt, DeclinedAt) = (null, null);
        Version++;
    }
}
