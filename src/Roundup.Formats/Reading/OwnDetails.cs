using Roundup.Formats.Writing;

namespace Roundup.Formats.Reading;

/// <summary>
/// Knows a file that was written here, by the lines below its title (<see cref="DetailLines"/>), and puts what it says of the issue and its papers beside the blocks that it
/// stands below: nobody has to guess what those lines are, and none of them becomes a word of an editor's.
/// </summary>
internal static class OwnDetails
{
    /// <returns>The same list where it is no such file.</returns>
    public static IReadOnlyList<Block> Part(IReadOnlyList<Block> blocks)
    {
        if (blocks is not [{ Kind: BlockKind.Heading, Level: 1 } title, ..] || AddressAt(blocks) is not { } address) return blocks;

        var parted = new List<Block> { title with { Details = [.. blocks.Skip(1).Take(address)] } };
        for (var at = address + 1; at < blocks.Count;)
        {
            var holder = blocks[at++];
            if (at > 1 && (IsTitle(holder) || (IsAuthors(holder) && IsTitle(blocks[at - 2]))))
            {
                var end = at;
                while (end < blocks.Count && end < at + 2 && blocks[end].Kind == BlockKind.Paragraph && DetailLines.IsOfPaper(blocks[end].Text)) end++;
                holder = holder with { Details = [.. blocks.Skip(at).Take(end - at)] };
                at = end;
            }

            parted.Add(holder);
        }

        return parted;
    }

    private static int? AddressAt(IReadOnlyList<Block> blocks)
    {
        for (var at = 1; at < blocks.Count && blocks[at].Kind == BlockKind.Paragraph && DetailLines.IsOfIssue(blocks[at].Text); at++)
            if (DetailLines.IsAddress(blocks[at].Text)) return at;
        return null;
    }

    private static bool IsTitle(Block block) => block is { Kind: BlockKind.Heading, Level: 3 };

    private static bool IsAuthors(Block block) => block.Kind == BlockKind.Paragraph && block.Text.StartsWith("**Authors:** ", StringComparison.Ordinal);
}
