namespace Roundup.Model.Papers;

/// <summary>That two papers which look like one are two: an editor was asked, and is not asked again.</summary>
public sealed class PaperDistinction
{
    private PaperDistinction() { }

    /// <param name="one">Order does not matter: the paper with the lower id is kept first. Both are saved already.</param>
    public PaperDistinction(Paper one, Paper other, string by, DateTimeOffset now) =>
        (FirstId, SecondId, By, At) = (Math.Min(one.Id, other.Id), Math.Max(one.Id, other.Id), by, now);

    public int Id { get; private set; }

    public int FirstId { get; private set; }

    public int SecondId { get; private set; }

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public bool IsOf(int one, int other) => FirstId == Math.Min(one, other) && SecondId == Math.Max(one, other);
}
