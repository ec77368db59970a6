namespace Roundup.Model.Issues;

/// <summary>Which text a revision keeps.</summary>
public enum RevisedText
{
    Title = 0,
    Theme = 1,
    Introduction = 2,
    Closing = 3,

    /// <summary>The editor's summary of an entry.</summary>
    Entry = 4,

    Opinion = 5,
}

/// <summary>A text of an issue as one person left it. What the same person saves within ten minutes is one revision.</summary>
public sealed class Revision
{
    /// <summary>How long one person's savings of one text fold into one revision.</summary>
    public static readonly TimeSpan Fold = TimeSpan.FromMinutes(10);

    private Revision() { }

    public Revision(Issue issue, RevisedText of, int? entryId, int? opinionId, int? personId, string by, string text, DateTimeOffset now)
    {
        (Issue, Of, EntryId, OpinionId) = (issue, of, entryId, opinionId);
        (PersonId, By, Text, From, At) = (personId, by, text, now, now);
    }

    public int Id { get; private set; }

    public int IssueId { get; private set; }

    public Issue Issue { get; private set; } = null!;

    public RevisedText Of { get; private set; }

    /// <summary>The entry that it belongs to, or belonged to; null for the issue's own words.</summary>
    public int? EntryId { get; private set; }

    /// <summary>The opinion, which may have been taken out since.</summary>
    public int? OpinionId { get; private set; }

    public int? PersonId { get; private set; }

    /// <summary>The printed name of whoever wrote it.</summary>
    public string By { get; private set; } = "";

    /// <summary>When the first of the savings that it folds was made.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>When the last of them was made.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Markdown, or plain text for title and theme.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Goes on with it: the same person, not later than <see cref="Fold"/> after its beginning.</summary>
    public bool TakesOn(int? personId, DateTimeOffset now) => PersonId == personId && now - From <= Fold;

    /// <summary>Whether so much has gone that it is no longer the same text with a few words changed: such a loss has to be seen, and undone.</summary>
    public bool WouldLoseMuch(string text) => text.Length < Text.Length / 2;

    public void Rewrite(string text, DateTimeOffset now) => (Text, At) = (text, now);

    /// <summary>Goes over to another issue and its ids: a working copy's revisions become the published issue's.</summary>
    public void Rehome(Issue issue, int? entryId, int? opinionId) => (Issue, EntryId, OpinionId) = (issue, entryId, opinionId);
}
