namespace Roundup.Model.Papers;

public sealed partial class Paper
{
    /// <summary>See <see cref="PaperTwins.TitleKey"/>; kept, so that twins are found by an index.</summary>
    public string TitleKey { get; private set; } = "";

    /// <summary>See <see cref="PaperTwins.SurnameKey"/>.</summary>
    public string SurnameKey { get; private set; } = "";

    /// <summary>The paper that this one turned out to be; null while it stands for itself. Its address leads there.</summary>
    public int? MergedIntoId { get; private set; }

    public bool IsMerged => MergedIntoId is not null;

    /// <summary>
    /// Makes one paper of two. This one is kept: it takes the other's names, its places in issues and whatever else hangs on it, and the other's
    /// words where it has none itself. The other keeps its words and its id, whose address leads here from then on.
    /// </summary>
    /// <param name="things">What hangs on the two; both papers' identifiers are loaded.</param>
    /// <param name="by">An editor's name, or the source that says so.</param>
    /// <param name="merge">What was done, to be saved, so that it can be undone; null where it was refused.</param>
    public Refusal? Absorb(Paper other, PaperBelongings things, string by, string reason, DateTimeOffset now, out PaperMerge? merge)
    {
        merge = null;
        if (ReferenceEquals(this, other)) return new("A paper can’t be put together with itself.");
        if (IsMerged || other.IsMerged) return new("One of the two was put together with another paper in the meantime. Look at it again.");
        if (things.WaitingOf(this) is { } here && things.WaitingOf(other) is { } there && !here.Fits(there.Note))
            return new("Both wait in the inbox, and their notes are too long for one. Shorten one of them first.");

        merge = new PaperMerge(this, other, by, reason, now);
        merge.Carry(things, now);
        return null;
    }

    /// <summary>Makes the keys anew, after the title or the first author changed.</summary>
    internal void Rename() => (TitleKey, SurnameKey) = (PaperTwins.TitleKey(Title), PaperTwins.SurnameKey(_authors.FirstOrDefault()));

    internal void GoInto(Paper? kept)
    {
        MergedIntoId = kept?.Id;
        Version++;
    }

    /// <summary>Hands over names; the version that was covered goes with each.</summary>
    internal List<PaperIdentifier> HandOver(Func<PaperIdentifier, bool> which, Paper to)
    {
        var moved = _identifiers.Where(which).ToList();
        _identifiers.RemoveAll(moved.Contains);
        to._identifiers.AddRange(moved);
        return moved;
    }

    /// <summary>Takes the other's words where nothing stands, with where they came from; what a person emptied stays empty.</summary>
    internal List<MergeStep> TakeBlanks(Paper other)
    {
        var steps = TakeFields(other);
        foreach (var link in other._links.Where(l => !_links.Exists(k => k.Url == l.Url)).ToList())
        {
            steps.Add(new(MergeStepKind.LinkJoined, Was: link.Url));
            _links = [.. _links, link];
        }

        if (Address is "" && other.Link is not "")
        {
            steps.Add(new(MergeStepKind.AddressTaken));
            (Link, LinkHealth) = (other.Link, other.LinkHealth);
        }

        if (Covered is null && FilledAt is null && (other.Covered is not null || other.FilledAt is not null))
        {
            steps.Add(new(MergeStepKind.FillingTaken));
            (Covered, FilledFrom, FilledAt) = (other.Covered, other.FilledFrom, other.FilledAt);
        }

        Rename();
        return steps;
    }

    private List<MergeStep> TakeFields(Paper other)
    {
        var steps = new List<MergeStep>();
        foreach (var field in Enum.GetValues<PaperField>().Where(f => f is not PaperField.Links && IsBlank(f) && !other.IsBlank(f) && MayFill(f)))
        {
            steps.Add(new(MergeStepKind.FieldTaken, Was: field is PaperField.Title ? Title : "", Field: field, Origin: OriginOf(field)));
            Copy(field, other);
            SetOrigin(field, other.OriginOf(field));
        }

        return steps;
    }

    /// <summary>Takes back what <see cref="TakeBlanks"/> did, where nobody changed it since.</summary>
    /// <returns>What stays as it is now, named for a sentence; null where everything is as it was.</returns>
    private string? GiveBack(MergeStep step, Paper other)
    {
        switch (step.What)
        {
            case MergeStepKind.FieldTaken when step.Field is { } field:
                if (!IsSame(field, other)) return $"the {WordFor(field)}";
                Blank(field, step.Was);
                SetOrigin(field, step.Origin);
                break;
            case MergeStepKind.LinkJoined:
                _links = [.. _links.Where(l => l.Url != step.Was)];
                break;
            case MergeStepKind.AddressTaken:
                if (Link != other.Link) return "the link";
                (Link, LinkHealth) = ("", null);
                break;
            case MergeStepKind.FillingTaken:
                // A source that has answered since says more than the other paper did.
                if (FilledAt == other.FilledAt && Covered == other.Covered) (Covered, FilledFrom, FilledAt) = (null, "", null);
                break;
        }

        Rename();
        return null;
    }

    internal List<string> GiveBackAll(IEnumerable<MergeStep> steps, Paper other) => [.. steps.Select(s => GiveBack(s, other)).OfType<string>()];

    private void SetOrigin(PaperField field, FieldOrigin? origin) =>
        _origins = [.. _origins.Where(o => o.Field != field), .. origin is null ? Array.Empty<FieldOrigin>() : [origin]];
}
