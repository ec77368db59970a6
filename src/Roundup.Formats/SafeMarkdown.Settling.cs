using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Roundup.Formats;

// What Markdown may say and a page of ours may not.
public static partial class SafeMarkdown
{
    // A page has its own h1, and a section h2.
    private const int TopHeading = 3;

    private static MarkdownDocument Settle(MarkdownDocument document)
    {
        var nodes = document.Descendants().ToList();
        foreach (var heading in nodes.OfType<HeadingBlock>()) heading.Level = Math.Min(heading.Level + TopHeading - 1, 6);

        // From the inside out, so that what a link holds is settled before the link itself.
        nodes.Reverse();
        foreach (var node in nodes)
        {
            if (node is LinkInline link) Settle(link);
            else if (node is AutolinkInline auto && IsInsideLink(auto)) auto.ReplaceBy(new LiteralInline(auto.Url));
        }

        return document;
    }

    // An image becomes a link to it: loading it would tell its host about each reader. A link within a link is none in HTML:
    // its words stay.
    private static void Settle(LinkInline link)
    {
        link.IsImage = false;
        if (IsInsideLink(link))
        {
            while (link.FirstChild is { } child)
            {
                child.Remove();
                link.InsertBefore(child);
            }

            link.Remove();
        }
        else if (link.FirstChild is null && link.Url is { Length: > 0 } url)
        {
            link.AppendChild(new LiteralInline(url));
        }
    }

    private static bool IsInsideLink(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline) return true;
        }

        return false;
    }
}
