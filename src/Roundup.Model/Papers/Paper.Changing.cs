using Roundup.Model.Text;

namespace Roundup.Model.Papers;

public sealed partial class Paper
{
    /// <summary>Keeps the state that was covered. What stands already stays: a later state is a change, not what was covered.</summary>
    public void Cover(PaperEdition edition)
    {
        if (Covered is not null) return;
        Covered = edition;
        Version++;
    }

    /// <summary>
    /// What a source's answer says that happened since the paper was covered. Empty where it is not known what was covered: nothing is claimed then.
    /// </summary>
    /// <param name="record">About this paper, asked for without a version.</param>
    /// <param name="saysWithdrawn">Whether its words hint at a withdrawal, for which arXiv has no flag.</param>
    public IEnumerable<PaperNotice> NewsIn(PaperRecord record, bool saysWithdrawn)
    {
        if (Covered is not { } covered) yield break;

        if (saysWithdrawn)
            yield return new(PaperChangeKind.Withdrawn, record.Comment ?? "", record.UpdatedOn, IsSure: false);
        // Versions of different sources are different counts.
        else if (covered.Source == record.Source && covered.Version < record.Id.Version)
            yield return new(PaperChangeKind.NewVersion, $"v{record.Id.Version}", record.UpdatedOn, PaperAddress.Of(record.Id));

        foreach (var notice in record.Notices.Where(n => n.Kind is not PaperChangeKind.Published || !IsVenue(n.Detail))) yield return notice;
        // That a preprint names a journal later is how most publications become known; whether it is the same work, an editor says.
        if (Venue is "" && MayFill(PaperField.Venue) && record.Venue is { Length: > 0 } venue && !record.Notices.Any(n => n.Kind is PaperChangeKind.Published))
            yield return new(PaperChangeKind.Published, venue, IsSure: false);
    }

    /// <summary>Makes a change of a notice, with the words of the new version where they are others.</summary>
    public PaperChange Changed(PaperNotice notice, PaperRecord record, DateTimeOffset now)
    {
        var change = new PaperChange(this, notice, record.Source, now);
        if (notice.Kind is PaperChangeKind.NewVersion && PaperEdition.FingerprintOf(record.Title, record.Abstract ?? "") != Covered?.Fingerprint)
            change.Quote(record.Title, record.Abstract ?? "");
        return change;
    }

    /// <summary>Takes the words of a new version in place of those that were covered, as an editor wishes.</summary>
    /// <param name="title">Null to keep the one that stands.</param>
    /// <param name="abstract">Null to keep the one that stands. Only with the new abstract the new version is the one that is covered.</param>
    public Refusal? Take(PaperChange change, Line? title, Prose? @abstract, DateTimeOffset now)
    {
        if (change.Paper != this || !change.HasNewWords) return new("This version says the same as the one that was covered.");
        if (title is null && @abstract is null) return new("Choose what to take: the title, the abstract, or both.");

        var refusal = Describe(title ?? new Line(Title, TitleHtml), _authors, @abstract ?? Abstract, Venue, Link, now, change.Source);
        if (refusal is null && @abstract is not null) Covered = change.Edition;
        return refusal;
    }

    /// <summary>The words that <see cref="Take"/> replaces.</summary>
    public PaperWords Words => new(Title, Abstract.Source, Covered, OriginOf(PaperField.Title), OriginOf(PaperField.Abstract));

    /// <summary>Undoes a <see cref="Take"/>.</summary>
    public Refusal? PutBack(PaperWords words, Line title, Prose @abstract, DateTimeOffset now)
    {
        if (Describe(title, _authors, @abstract, Venue, Link, now) is { } refusal) return refusal;

        Covered = words.Covered;
        _origins = [.. _origins.Where(o => o.Field is not (PaperField.Title or PaperField.Abstract)), .. new[] { words.TitleFrom, words.AbstractFrom }.OfType<FieldOrigin>()];
        return null;
    }

    private bool IsVenue(string name) => Venue is not "" && Letters.Only(Venue) == Letters.Only(name);
}

/// <summary>A paper's words, where they came from, and which state of it they are.</summary>
public sealed record PaperWords(string Title, string Abstract, PaperEdition? Covered, FieldOrigin? TitleFrom, FieldOrigin? AbstractFrom);
