namespace Roundup.Model.Topics;

public sealed partial class Topic
{
    /// <summary>Takes everything from another topic: its papers, and every address that led to it. The caller removes the other one.</summary>
    /// <param name="other">With its papers and addresses, as this one.</param>
    /// <returns>Why not.</returns>
    public Refusal? Absorb(Topic other)
    {
        if (ReferenceEquals(this, other)) return new("A topic can’t go into itself. Choose another one.", "Into");

        _papers.AddRange([.. other._papers.Except(_papers)]);
        other._papers.Clear();
        _slugs.AddRange(other._slugs);
        other._slugs.Clear();
        if (About is "") About = other.About;
        Version++;
        return null;
    }

    /// <summary>Why it can’t be deleted; null where it can.</summary>
    /// <param name="papers">How many papers are about it.</param>
    public static Refusal? Keep(int papers) =>
        papers == 0 ? null : new(papers == 1 ? "One paper is about it. Merge it into another topic instead." : $"{papers:N0} papers are about it. Merge it into another topic instead.");
}
