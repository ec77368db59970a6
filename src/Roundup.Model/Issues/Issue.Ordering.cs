using Roundup.Model.Papers;

namespace Roundup.Model.Issues;

public sealed partial class Issue
{
    /// <summary>Puts a paper at the end of the issue.</summary>
    public Entry Add(Paper paper, DateTimeOffset now, string? section = null)
    {
        var entry = new Entry(this, paper, _entries.Count, section ?? _entries.LastOrDefault()?.Section);
        _entries.Add(entry);
        Touch(now);
        return entry;
    }

    /// <param name="id">Its own, or in a working copy that of the published entry.</param>
    public Entry? Entry(int id) => _entries.Find(e => e.Id == id || e.OriginId == id);

    public bool Covers(Paper paper) => _entries.Exists(e => ReferenceEquals(e.Paper, paper) || (paper.Id != 0 && e.PaperId == paper.Id));

    /// <summary>Moves an entry to a place counted from 0; a place past either end is that end.</summary>
    public Refusal? Move(Entry entry, int place, DateTimeOffset now)
    {
        if (Closed is { } closed) return closed;
        if (!_entries.Remove(entry)) return new("That paper is no longer in this issue.");

        _entries.Insert(Math.Clamp(place, 0, _entries.Count), entry);
        Renumber();
        Touch(now);
        return null;
    }

    public Refusal? Remove(Entry entry, DateTimeOffset now)
    {
        if (Closed is { } closed) return closed;
        if (!_entries.Remove(entry)) return new("That paper is no longer in this issue.");

        Renumber();
        Touch(now);
        return null;
    }

    /// <summary>Moves an entry, with all that was said about it, to the end of another draft.</summary>
    public Refusal? RollOver(Entry entry, Issue next, DateTimeOffset now)
    {
        if (IsPublished) return new("What is published stays in its issue.");
        if (next.IsPublished || next.IsWorkingCopy || ReferenceEquals(next, this)) return new("A paper rolls over to another draft.");
        if (!_entries.Remove(entry)) return new("That paper is no longer in this issue.");

        entry.Go(next, next._entries.Count);
        next._entries.Add(entry);
        Renumber();
        Touch(now);
        next.Touch(now);
        return null;
    }

    private void Renumber()
    {
        for (var place = 0; place < _entries.Count; place++) _entries[place].Place(place);
    }
}
