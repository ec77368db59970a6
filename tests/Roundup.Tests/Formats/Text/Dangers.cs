using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Roundup.Tests.Formats.Text;

/// <summary>
/// What a browser would find in HTML that a text of a stranger must not hold. Its lists are its own, not the sanitiser's, so
/// that a slip there shows here.
/// </summary>
public static partial class Dangers
{
    private static readonly HashSet<string> Tags = [.. ("p br hr h3 h4 h5 h6 ul ol li blockquote pre code em strong del a table thead tbody tr th td").Split(' ')];

    private static readonly HtmlParser Scripting = new(new HtmlParserOptions { IsScripting = true });
    private static readonly HtmlParser Scriptless = new(new HtmlParserOptions { IsScripting = false });

    // What MathML Core has for showing maths. Nothing in it links, loads, runs, or takes a name or a style.
    private static readonly HashSet<string> Maths =
    [
        .. ("math mrow mi mn mo mtext ms mspace mstyle mfrac msqrt mroot mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts " +
            "mprescripts mtable mtr mtd").Split(' '),
    ];

    private static readonly HashSet<string> OfMaths =
    [
        .. ("alttext display displaystyle scriptlevel mathvariant form stretchy symmetric largeop movablelimits lspace rspace minsize maxsize width height depth " +
            "voffset linethickness accent accentunder columnspan rowspan").Split(' '),
    ];

    /// <param name="html">A fragment.</param>
    /// <param name="mayHoldMaths">Whether MathML is no danger.</param>
    public static IEnumerable<string> In(string html, bool mayHoldMaths = false)
    {
        foreach (var parser in new[] { Scripting, Scriptless })
        {
            using var document = parser.ParseDocument("<!doctype html><html><head></head><body>" + html);
            if (document.Body!.InnerHtml != html) yield return "reads otherwise when it is parsed again";
            if (document.Head!.HasChildNodes) yield return "reaches the head";
            foreach (var danger in document.Descendants().SelectMany(node => In(node, mayHoldMaths))) yield return danger;
        }
    }

    private static IEnumerable<string> In(INode node, bool mayHoldMaths)
    {
        if (node is IComment or IProcessingInstruction) return ["a comment"];
        if (node is not IElement element) return [];
        if (element.LocalName is "html" or "head" or "body") return element.Attributes.Select(attribute => $"{element.LocalName} gets {attribute.Name}");
        if (mayHoldMaths && element.NamespaceUri is "http://www.w3.org/1998/Math/MathML" && Maths.Contains(element.LocalName))
        {
            return element.Attributes.Where(attribute => !OfMaths.Contains(attribute.Name)).Select(attribute => $"<{element.LocalName} {attribute.Name}>");
        }

        if (element.NamespaceUri is not "http://www.w3.org/1999/xhtml" || !Tags.Contains(element.LocalName)) return [$"<{element.LocalName}>"];
        return element.Attributes.Where(attribute => !IsHarmless(element.LocalName, attribute)).Select(attribute => $"<{element.LocalName} {attribute.Name}={attribute.Value}>");
    }

    private static bool IsHarmless(string tag, IAttr attribute) => (tag, attribute.Name) switch
    {
        ("a", "title") => true,
        ("a", "rel") => attribute.Value is "ugc nofollow noopener",
        ("a", "href") => GoesSomewhereHarmless(attribute.Value),
        ("ol", "start") => attribute.Value.All(char.IsAsciiDigit),
        _ => false,
    };

    // As the URL Standard has it: control characters and spaces at the ends go, tabs and line ends go everywhere, a backslash is
    // a slash. More than it asks: other control characters and zero-width ones are dropped too.
    private static bool GoesSomewhereHarmless(string address)
    {
        var repaired = Invisible().Replace(address, "").Trim().Replace('\\', '/');
        var scheme = Scheme().Match(repaired);
        if (scheme.Success) return scheme.Groups[1].Value.ToLowerInvariant() is "http" or "https" or "mailto";
        return repaired is ['#', ..] or ['/'] or ['/', not '/', ..];
    }

    [GeneratedRegex(@"[\p{Cc}\p{Cf}]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"^([A-Za-z][A-Za-z0-9+.\-]*):")]
    private static partial Regex Scheme();
}
