namespace Roundup.Data.People;

/// <summary>Who did what at the desk. Written in the same save as the deed, never changed.</summary>
public sealed class AuditRecord
{
    public const int ActLength = 60;
    public const int WordsLength = 500;
    public const int PathLength = 300;

    private AuditRecord() { }

    public AuditRecord(int? personId, string by, string act, string words, string path, DateTimeOffset now)
    {
        (PersonId, By, At) = (personId, by, now);
        (Act, Words, Path) = (act, words.Length > WordsLength ? words[..WordsLength] : words, path.Length > PathLength ? "" : path);
    }

    public int Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Null for the schedule itself, or a command.</summary>
    public int? PersonId { get; private set; }

    /// <summary>The printed name at the time.</summary>
    public string By { get; private set; } = "";

    /// <summary>What kind of deed: issue.published, person.invited.</summary>
    public string Act { get; private set; } = "";

    /// <summary>The deed as a sentence says it: "published issue 3".</summary>
    public string Words { get; private set; } = "";

    /// <summary>Where it can be looked at; empty for nowhere.</summary>
    public string Path { get; private set; } = "";
}
