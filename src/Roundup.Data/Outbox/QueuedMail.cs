namespace Roundup.Data.Outbox;

/// <summary>
/// A notice to one address, written in the same save as what it is about, and sent by a job. Claimed before it is sent:
/// what was claimed and not known to be sent is shown, never repeated by itself.
/// </summary>
public sealed class QueuedMail
{
    /// <summary>In characters.</summary>
    public const int KeyLength = 200;

    /// <summary>In characters: 64 before the @, 255 after (RFC 5321, 4.5.3.1).</summary>
    public const int AddressLength = 320;

    /// <summary>In characters; a line of a header has at most 998 (RFC 5322, 2.1.1).</summary>
    public const int SubjectLength = 400;

    /// <summary>In characters.</summary>
    public const int ThreadLength = 100;

    /// <summary>In characters.</summary>
    public const int MuteLength = 400;

    public const int ErrorLength = 1000;

    /// <summary>What was claimed longer ago and is not known to be sent, may have been or not.</summary>
    public static readonly TimeSpan SendingAtMost = TimeSpan.FromMinutes(5);

    private QueuedMail() { }

    public QueuedMail(string key, string to, string subject, string text, string? html, DateTimeOffset now)
    {
        (Key, To, Subject, Text, Html) = (key, to, subject, text, html);
        (CreatedAt, NextAt) = (now, now);
    }

    public int Id { get; private set; }

    /// <summary>What the mail is about, and to whom: the same notice is never queued twice.</summary>
    public string Key { get; private set; } = "";

    public string To { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>Plain text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The same as HTML; null for a mail of text alone.</summary>
    public string? Html { get; private set; }

    /// <summary>What it belongs to: mails of one thread stand together in a reader's mail program. Empty for none.</summary>
    public string Thread { get; init; } = "";

    /// <summary>Where one click ends such mails (RFC 8058): an https address that takes a post. Empty for nowhere.</summary>
    public string MuteUrl { get; init; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not before then.</summary>
    public DateTimeOffset NextAt { get; private set; }

    public DateTimeOffset? ClaimedAt { get; private set; }

    public string ClaimedBy { get; private set; } = "";

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was given up; null while there is hope.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>What the mail server, or the way to it, said last.</summary>
    public string Error { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>Lets whoever decided what it says think again.</summary>
    public QueuedMail NotBefore(DateTimeOffset at)
    {
        NextAt = at;
        return this;
    }

    public void Claim(string by, DateTimeOffset now)
    {
        (ClaimedAt, ClaimedBy, Attempts) = (now, by, Attempts + 1);
        Version++;
    }

    public void NoteSent(DateTimeOffset now)
    {
        (SentAt, Error) = (now, "");
        Version++;
    }

    /// <summary>It was handed over and nobody knows whether it was taken. It stays claimed: a person decides.</summary>
    public void NoteUncertain(string error)
    {
        Error = error.Length > ErrorLength ? error[..ErrorLength] : error;
        Version++;
    }

    /// <summary>A person wants it sent, whatever became of it before.</summary>
    public void TryAgain(DateTimeOffset now)
    {
        (ClaimedAt, ClaimedBy, FailedAt, NextAt, Attempts) = (null, "", null, now, 0);
        Version++;
    }

    public void GiveUp(DateTimeOffset now)
    {
        (ClaimedAt, ClaimedBy, FailedAt) = (null, "", now);
        Version++;
    }

    /// <param name="again">When it is tried again; null to give it up.</param>
    public void NoteFailure(string error, DateTimeOffset? again, DateTimeOffset now)
    {
        (ClaimedAt, ClaimedBy, Error) = (null, "", error.Length > ErrorLength ? error[..ErrorLength] : error);
        if (again is { } next) NextAt = next;
        else FailedAt = now;
        Version++;
    }
}
