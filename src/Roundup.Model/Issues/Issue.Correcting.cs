namespace Roundup.Model.Issues;

public sealed partial class Issue
{
    private readonly List<IssueCorrection> _corrections = [];

    private Issue(Issue original, DateTimeOffset now) : this(original.Number, now)
    {
        (IsWorkingCopy, Title, Theme, Introduction, Closing) = (true, original.Title, original.Theme, original.Introduction, original.Closing);
        _entries.AddRange(original._entries.Select(e => e.CopyTo(this)));
    }

    /// <summary>
    /// Whether this is the private copy of a published issue, with the same number, in which corrections are prepared.
    /// Nobody outside the desk sees it.
    /// </summary>
    public bool IsWorkingCopy { get; private set; }

    /// <summary>What readers were told of changes after publication, oldest first.</summary>
    public IReadOnlyList<IssueCorrection> Corrections => _corrections;

    /// <summary>Why its words can't be changed where they stand; null while it is a draft or a working copy.</summary>
    public Refusal? Closed => IsPublished
        ? new("This issue is out. Choose “Change it” first: you then write in a private copy, and readers see the changes once you publish them.")
        : null;

    /// <summary>Makes the private copy in which corrections are prepared.</summary>
    /// <param name="copy">Not saved; the index on number and copy lets one exist at a time.</param>
    public Refusal? Change(DateTimeOffset now, out Issue? copy)
    {
        copy = null;
        if (!IsPublished) return new("This issue is not out yet: it is changed where it is.");

        copy = new Issue(this, now);
        // Whoever corrects the issue at this instant is noticed: the copy would undo it.
        Version++;
        return null;
    }

    /// <summary>
    /// Makes what was changed in a working copy public, and tells readers so. Entries and opinions that readers know keep their ids; number and
    /// date stay. What is left of the copy is for the caller to delete in the same save.
    /// </summary>
    /// <param name="copy">Loaded whole, as this issue has to be.</param>
    /// <param name="note">What readers are told; if empty, what was changed is named.</param>
    public Refusal? Correct(Issue copy, string note, string by, DateTimeOffset now)
    {
        if (!IsPublished || !copy.IsWorkingCopy || copy.Number != Number) return new("There is no working copy of this issue.");
        if (string.IsNullOrWhiteSpace(copy.Title)) return new("A published issue keeps a title. Give it one again.");
        if (copy._entries is []) return new("A published issue keeps at least one paper.");
        if (note.Length > IssueCorrection.NoteLength) return new($"A note has at most {IssueCorrection.NoteLength} characters.", nameof(IssueCorrection.Note));

        var changes = IssueChanges.Between(this, copy);
        if (changes.IsNone) return new("Nothing is changed: there is no correction to publish.");

        (Title, Theme, Introduction, Closing) = (copy.Title, copy.Theme, copy.Introduction, copy.Closing);
        TakeEntries(copy);
        _corrections.Add(new(by, string.IsNullOrWhiteSpace(note) ? changes.Sentence : note.Trim(), now));
        Touch(now);
        return null;
    }

    private void TakeEntries(Issue copy)
    {
        var wanted = copy._entries.ToList();
        var known = _entries.ToDictionary(e => e.Id);
        _entries.Clear();
        foreach (var entry in wanted)
        {
            if (entry.OriginId is { } id && known.TryGetValue(id, out var kept))
            {
                kept.TakeOver(entry);
                _entries.Add(kept);
                continue;
            }

            copy._entries.Remove(entry);
            entry.MoveTo(this);
            _entries.Add(entry);
        }

        Renumber();
    }
}
