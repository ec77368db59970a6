namespace Roundup.Tests.Sources;

/// <summary>Tests that assert time or memory run when nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Measured
{
    public const string Name = "Measured";
}
