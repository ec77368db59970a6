namespace Roundup.Formats.Reading;

/// <summary>A post that lost all its line breaks: one line with everything in it.</summary>
internal static class Flattened
{
    public static bool Is(IReadOnlyList<Block> blocks) => false;

    public static IReadOnlyList<Line> Lines(IReadOnlyList<Block> blocks, string? pageTitle) => [];
}
