using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>A line of several ids or addresses, and nothing else, is as many papers.</summary>
internal static partial class IdLines
{
    public static IReadOnlyList<Block> Part(IReadOnlyList<Block> blocks)
    {
        var parted = new List<Block>(blocks.Count);
        foreach (var block in blocks)
        {
            var pieces = block.Kind is BlockKind.Paragraph or BlockKind.Item && block.Text.Length < 100_000 ? Pieces(block.Text) : [];
            if (pieces.Length < 2) parted.Add(block);
            else parted.AddRange(pieces.Select((piece, at) => block with { Text = piece, Break = at == 0 ? block.Break : LineBreak.Line }));
        }

        return parted;
    }

    private static string[] Pieces(string text)
    {
        var pieces = Between().Split(text).Where(piece => piece.Length > 0).ToArray();
        return pieces.Length > 1 && pieces.All(PaperMarks.IsBare) ? pieces : [];
    }

    [GeneratedRegex(@"(?:[,;]?\s+|[,;])")]
    private static partial Regex Between();
}
