using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Roundup.Formats;

// What each kind of text may hold. Extensions are named one by one: UseAdvancedExtensions would add generic attributes, which
// turn `text {onclick=…}` into a live handler even with HTML off.
public static partial class SafeMarkdown
{
    private static readonly Dictionary<ProseKind, MarkdownPipeline> Pipelines = new()
    {
        [ProseKind.Editorial] = Guarded(new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough), headings: true),
        [ProseKind.Comment] = Guarded(new MarkdownPipelineBuilder()
            .UseSoftlineBreakAsHardlineBreak(), headings: false),
    };

    private static MarkdownPipeline Guarded(MarkdownPipelineBuilder builder, bool headings)
    {
        builder.DisableHtml();
        builder.BlockParsers.Replace<ParagraphBlockParser>(new Paragraphs { ParseSetextHeadings = headings });
        if (headings) builder.BlockParsers.Replace<HeadingBlockParser>(new Headings());
        else builder.BlockParsers.TryRemove<HeadingBlockParser>();
        builder.InlineParsers.Insert(0, new BareAddresses());
        builder.InlineParsers.Insert(0, new Dollars());
        return builder.Build();
    }

    private sealed class Paragraphs : ParagraphBlockParser
    {
        public override bool Close(BlockProcessor processor, Block block) => base.Close(processor, block) && Tangle.Guard(block);
    }

    private sealed class Headings : HeadingBlockParser
    {
        public override bool Close(BlockProcessor processor, Block block) => base.Close(processor, block) && Tangle.Guard(block);
    }

    /// <summary>Makes links of web addresses that stand bare in the text.</summary>
    private sealed class BareAddresses : InlineParser
    {
        public BareAddresses() => OpeningCharacters = ['h', 'H'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (char.IsLetterOrDigit(slice.PeekCharExtra(-1))) return false;
            var length = Address.Length(slice.AsSpan());
            if (length is 0) return false;
            var address = slice.AsSpan()[..length].ToString();
            processor.Inline = new LinkInline(address, "") { IsClosed = true, IsAutoLink = true };
            ((LinkInline)processor.Inline).AppendChild(new LiteralInline(address));
            slice.Start += length;
            return true;
        }
    }
}
