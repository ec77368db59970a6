using Roundup.Model.Text;

namespace Roundup.Model.Papers;

/// <summary>What a source says about a paper, cleaned to plain text. Anything that it does not say is null or empty.</summary>
public sealed record PaperRecord
{
    /// <summary>The id that was asked for, with the version that the source answered with.</summary>
    public required PaperId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>As printed, in order. Thousands are possible: collaborations.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Plain text, one line; maths stays as TeX between dollars.</summary>
    public string? Abstract { get; init; }

    public PaperKind Kind { get; init; }

    /// <summary>The journal, conference or site.</summary>
    public string? Venue { get; init; }

    public PaperImprint Imprint { get; init; } = PaperImprint.None;

    /// <summary>When the first version appeared.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>When this version appeared.</summary>
    public DateOnly? UpdatedOn { get; init; }

    /// <summary>Other ids of the same work, as the source says.</summary>
    public IReadOnlyList<PaperId> OtherIds { get; init; } = [];

    public IReadOnlyList<PaperLink> Links { get; init; } = [];

    /// <summary>The authors' remark, such as arXiv's comment: where code links and withdrawals are said.</summary>
    public string? Comment { get; init; }

    /// <summary>Subject classes, in the source's own words: cs.CL.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What the source says happened to the paper: retracted, corrected, published elsewhere.</summary>
    public IReadOnlyList<PaperNotice> Notices { get; init; } = [];

    /// <summary>The source's name, for attribution.</summary>
    public required string Source { get; init; }

    /// <summary>With every word in a form that the databases take (<see cref="Letters.Keepable"/>): a source's reader may have missed something.</summary>
    public PaperRecord Keepable() => this with
    {
        Title = Letters.Keepable(Title),
        Authors = [.. Authors.Select(Letters.Keepable)],
        Abstract = Abstract is { } words ? Letters.Keepable(words) : null,
        Venue = Venue is { } place ? Letters.Keepable(place) : null,
        Comment = Comment is { } remark ? Letters.Keepable(remark) : null,
        Categories = [.. Categories.Select(Letters.Keepable)],
    };
}
