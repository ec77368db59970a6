using System.Text.RegularExpressions;

namespace Roundup.Formats.Reading;

/// <summary>Finds what the issue is called.</summary>
internal static partial class TitlePlace
{
    /// <summary>How far down a title without the look of a heading is searched for.</summary>
    private const int FirstBlocks = 8;

    /// <returns>The block of the title, -1 for none, and whether the page's own title is to stand there instead.</returns>
    public static (int Place, bool IsPageTitle) Find(Outline outline, int firstPaper, string? pageTitle)
    {
        var blocks = outline.Blocks;
        var until = Math.Min(blocks.Count, Math.Max(firstPaper, FirstSectionEnd(outline, firstPaper)));
        if (pageTitle is not null)
        {
            var same = Enumerable.Range(0, until).FirstOrDefault(at => blocks[at].Kind != BlockKind.Rule && outline.Parts[at] != BlockPart.Paper && Same(blocks[at].Plain, pageTitle), -1);
            if (same >= 0) return (same, false);
        }

        var heading = Heading(outline, until);
        if (heading >= 0 && (pageTitle is null || blocks[heading].Level == 1 || !PageWords.NameIssue(pageTitle))) return (heading, false);
        if (pageTitle is not null) return (-1, true);
        return (Line(outline, Math.Min(Math.Min(firstPaper, until), FirstBlocks)), false);
    }

    private static int FirstSectionEnd(Outline outline, int firstPaper) =>
        firstPaper < outline.Blocks.Count && outline.Parts[firstPaper] == BlockPart.Section ? firstPaper + 1 : firstPaper;

    private static int Heading(Outline outline, int until)
    {
        var blocks = outline.Blocks;
        var headings = Enumerable.Range(0, until).Where(at => blocks[at].Kind == BlockKind.Heading && outline.Parts[at] != BlockPart.Paper && !Sections.AreFurniture(blocks[at].Plain) && blocks[at].Plain.Trim().Length > 0).ToArray();
        if (headings.Length == 0) return -1;
        var first = headings[0];
        var isTop = blocks.Where((_, at) => at != first && outline.Parts[at] == BlockPart.Section && blocks[at].Kind == BlockKind.Heading).All(block => block.Level > blocks[first].Level);
        var opensPaste = !blocks.Take(first).Any(block => block.Kind != BlockKind.Rule && block.Plain.Trim().Length > 0 && !PageWords.AreFurniture(block.Plain));
        return isTop || opensPaste || blocks[first].Level == 1 || PageWords.NameIssue(blocks[first].Plain) ? first : -1;
    }

    private static int Line(Outline outline, int until)
    {
        var lines = Enumerable.Range(0, until).Where(at => IsLine(outline.Blocks[at]) && outline.Parts[at] == BlockPart.Content).ToArray();
        var named = lines.Where(at => PageWords.NameIssue(outline.Blocks[at].Plain)).Select(at => (int?)at).FirstOrDefault();
        if (named is not null) return named.Value;
        return lines.Length > 0 && lines[0] == 0 && outline.Blocks.Count > 1 && outline.Blocks[1].Break == LineBreak.Paragraph ? 0 : -1;
    }

    private static bool IsLine(Block block)
    {
        if (block.Kind != BlockKind.Paragraph || block.Text.Length is 0 or > 150) return false;
        var plain = block.Plain.Trim();
        return plain.Length > 3 && !plain.EndsWith('.') && !plain.EndsWith(',') && !plain.EndsWith(':') && LeadFinder.WordCount(plain) is > 1 and <= 16
            && !PageWords.AreFurniture(plain) && !Sections.AreFurniture(plain) && !block.Inline.Links.Any() && Labels.At(block.Inline) is null;
    }

    private static bool Same(string first, string second) => Letters(first) == Letters(second);

    private static string Letters(string text) => NoLetter().Replace(text, "").ToUpperInvariant();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoLetter();
}
