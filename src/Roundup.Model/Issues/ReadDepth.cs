namespace Roundup.Model.Issues;

/// <summary>How far a paper was read before something was said about it; each depth includes the ones before.</summary>
public enum ReadDepth
{
    AbstractOnly = 1,
    Skimmed = 2,
    Read = 3,
    RanCode = 4,
}
