namespace Roundup.Model.Issues;

/// <summary>How far a paper was read before something was said about it; each depth includes the ones before.</summary>
public enum ReadDepth
{
    AbstractOnly = 1,
    Skimmed = 2,
    Read = 3,
    RanCode = 4,
}

public static class ReadDepths
{
    public static IReadOnlyList<ReadDepth> All { get; } = Enum.GetValues<ReadDepth>();

    extension(ReadDepth depth)
    {
        /// <summary>As it stands beside an opinion, within a line.</summary>
        public string Words => depth switch
        {
            ReadDepth.AbstractOnly => "abstract only",
            ReadDepth.Skimmed => "skimmed",
            ReadDepth.Read => "read",
            ReadDepth.RanCode => "ran the code",
            _ => throw new ArgumentOutOfRangeException(nameof(depth), depth, null),
        };
    }
}
