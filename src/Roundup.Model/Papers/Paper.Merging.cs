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

    /// <summary>Makes the keys anew, after the title or the first author changed.</summary>
    internal void Rename() => (TitleKey, SurnameKey) = (PaperTwins.TitleKey(Title), PaperTwins.SurnameKey(_authors.FirstOrDefault()));
}
