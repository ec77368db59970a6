using Roundup.Model.Text;

namespace Roundup.Model.Papers;

/// <summary>
/// Something that happened to a paper after it was taken up: found at a source, shown to readers with its date, settled by an editor. The
/// quoted abstract stays until the editor takes the new one.
/// </summary>
public sealed class PaperChange
{
    private PaperChange() { }

    public PaperChange(Paper paper, PaperNotice notice, string source, DateTimeOffset now)
    {
        (Paper, Kind, Source, NoticedAt) = (paper, notice.Kind, source, now);
        Detail = Letters.Cut(notice.Detail, PaperNotice.DetailLength);
        Address = notice.Address is { } address && WebAddress.IsOne(address) ? address : "";
        HappenedOn = notice.On;
        if (notice.IsSure) ShownAt = now;
    }

    public int Id { get; private set; }

    public int PaperId { get; private set; }

    public Paper Paper { get; private set; } = null!;

    public PaperChangeKind Kind { get; private set; }

    /// <summary>See <see cref="PaperNotice.Detail"/>. A paper has one change of a kind and detail.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Where it is announced; empty for nowhere.</summary>
    public string Address { get; private set; } = "";

    public string Source { get; private set; } = "";

    public DateOnly? HappenedOn { get; private set; }

    public DateTimeOffset NoticedAt { get; private set; }

    /// <summary>The title of the new version, plain text, where its words differ from those that were covered; empty otherwise.</summary>
    public string NewTitle { get; private set; } = "";

    /// <summary>The abstract of the new version, plain text; empty like <see cref="NewTitle"/>.</summary>
    public string NewAbstract { get; private set; } = "";

    /// <summary>Since when readers see it; null while an editor has to say whether it is so.</summary>
    public DateTimeOffset? ShownAt { get; private set; }

    /// <summary>When an editor was done with it; null while it stands on the desk.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The name of the editor who settled it.</summary>
    public string SettledBy { get; private set; } = "";

    public bool IsOpen => SettledAt is null;

    /// <summary>Whether it brings other words than those that were covered.</summary>
    public bool HasNewWords => NewTitle is not "";

    /// <summary>Which version it is about, where it is about a new one; null elsewhere.</summary>
    public int? NewVersion => Kind is PaperChangeKind.NewVersion && int.TryParse(Detail.AsSpan().TrimStart('v'), out var version) ? version : null;

    /// <summary>The state of the paper that it brings.</summary>
    public PaperEdition Edition => new(Source, NewVersion, HappenedOn, PaperEdition.FingerprintOf(NewTitle, NewAbstract), NoticedAt);

    /// <summary>Keeps what the new version says, for the editor to compare.</summary>
    public void Quote(string title, string @abstract) => (NewTitle, NewAbstract) = (
        Letters.Cut(title, Paper.TitleLength),
        Letters.Cut(@abstract, Paper.AbstractLength));

    /// <summary>It is so: readers see it, the desk is done with it.</summary>
    public void Confirm(string by, DateTimeOffset now)
    {
        ShownAt ??= now;
        (SettledAt, SettledBy) = (now, by);
    }

    /// <summary>It is not so, or not worth a word: readers don't see it.</summary>
    public void Dismiss(string by, DateTimeOffset now) => (ShownAt, SettledAt, SettledBy) = (null, now, by);

    internal void Follow(Paper paper) => Paper = paper;

    /// <summary>Puts it back on the desk.</summary>
    /// <param name="isShown">Whether readers saw it before an editor settled it.</param>
    public void Reopen(bool isShown) => (ShownAt, SettledAt, SettledBy) = (isShown ? ShownAt ?? NoticedAt : null, null, "");
}
