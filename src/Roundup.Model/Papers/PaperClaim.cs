namespace Roundup.Model.Papers;

/// <summary>That a source says two papers are one, though they don't look like it: an editor is asked.</summary>
public sealed class PaperClaim
{
    private PaperClaim() { }

    /// <param name="one">Order does not matter: the paper with the lower id is kept first. Both are saved already.</param>
    public PaperClaim(Paper one, Paper other, string source, DateTimeOffset now) =>
        (FirstId, SecondId, Source, At) = (Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id), source, now);

    public int Id { get; private set; }

    public int FirstId { get; private set; }

    public int SecondId { get; private set; }

    public string Source { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
