using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Roundup.Formats.Maths;

/// <summary>
/// Rewrites what a library calls MathML: reads it as XML and writes those elements and attributes of MathML Core
/// (https://www.w3.org/TR/mathml-core/) that are listed here. Addresses, styles, classes, identifiers and handlers are not.
/// </summary>
internal static partial class MathMl
{
    private const int MaxLength = 60_000;
    private const int MaxDepth = 60;

    // In em. Space that is wider or that goes back further would lay maths over its surroundings or push it off the page.
    private const double MaxLengthInEm = 10;
    private const double MinLengthInEm = -2;

    private static readonly string[] Tokens = ["mi", "mn", "mo", "mtext", "ms"];

    private static readonly Dictionary<string, string[]> Elements = new(StringComparer.Ordinal)
    {
        ["mi"] = ["mathvariant"],
        ["mn"] = [],
        ["mo"] = ["form", "stretchy", "symmetric", "largeop", "movablelimits", "lspace", "rspace", "minsize", "maxsize"],
        ["mtext"] = [],
        ["ms"] = [],
        ["mspace"] = ["width", "height", "depth"],
        ["mrow"] = [],
        ["mstyle"] = [],
        ["mfrac"] = ["linethickness"],
        ["msqrt"] = [],
        ["mroot"] = [],
        ["mpadded"] = ["width", "height", "depth", "lspace", "voffset"],
        ["mphantom"] = [],
        ["msub"] = [],
        ["msup"] = [],
        ["msubsup"] = [],
        ["munder"] = ["accentunder"],
        ["mover"] = ["accent"],
        ["munderover"] = ["accent", "accentunder"],
        ["mmultiscripts"] = [],
        ["mprescripts"] = [],
        ["mtable"] = [],
        ["mtr"] = [],
        ["mtd"] = ["columnspan", "rowspan"],
    };

    private static readonly string[] Everywhere = ["displaystyle", "scriptlevel"];

    private static readonly XmlWriterSettings Plain = new() { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, NewLineHandling = NewLineHandling.None };

    /// <summary>Null for what is not one <c>math</c> element, holds an element that is not listed, is empty, or is too deep or too long.</summary>
    public static string? Rewrite(string markup, string tex, bool isDisplay)
    {
        if (markup.Length > MaxLength) return null;
        try
        {
            if (Read(markup) is not { Name: { NamespaceName: "", LocalName: "math" } } root || !root.HasElements) return null;
            var rewritten = new StringBuilder(markup.Length);
            using (var writer = XmlWriter.Create(rewritten, Plain))
            {
                writer.WriteStartElement("math");
                if (isDisplay) writer.WriteAttributeString("display", "block");
                writer.WriteAttributeString("alttext", Blanks().Replace(tex.Trim(), " "));
                if (!AreWritten(root.Elements(), writer, 0)) return null;
                writer.WriteFullEndElement();
            }
            return rewritten.ToString();
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static XElement? Read(string markup)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxLength };
        using var reader = XmlReader.Create(new StringReader(markup), settings);
        return XDocument.Load(reader).Root;
    }

    private static bool AreWritten(IEnumerable<XElement> elements, XmlWriter writer, int depth) => elements.All(element => IsWritten(element, writer, depth));

    private static bool IsWritten(XElement element, XmlWriter writer, int depth)
    {
        if (depth > MaxDepth || element.Name.NamespaceName is not "") return false;
        var name = element.Name.LocalName;
        if (name is "menclose") return IsLineWritten(element, writer, depth);
        // Core shows it as an empty row.
        if (name is "none") name = "mrow";
        if (!Elements.TryGetValue(name, out var attributes)) return false;

        writer.WriteStartElement(name);
        foreach (var attribute in element.Attributes())
        {
            var (key, value) = (attribute.Name.LocalName, attribute.Value);
            if (attribute.Name.NamespaceName is "" && (attributes.Contains(key) || Everywhere.Contains(key)) && IsFit(key, value)) writer.WriteAttributeString(key, value);
        }
        if (AccentOf(element) is { } accent) writer.WriteAttributeString(accent, "true");

        // In a browser's eyes a token may hold HTML, so it holds text and nothing else.
        if (Tokens.Contains(name) && element.HasElements) return false;
        if (Tokens.Contains(name)) writer.WriteString(element.Value);
        else if (!AreWritten(element.Elements(), writer, depth + 1)) return false;
        writer.WriteFullEndElement();
        return true;
    }

    /// <summary>
    /// <c>menclose</c> is not in Core, and a browser shows what is in it without the line. A line above or below can be written in Core; one
    /// that strikes out can't, and would be missed.
    /// </summary>
    private static bool IsLineWritten(XElement element, XmlWriter writer, int depth)
    {
        var (name, line) = element.Attribute("notation")?.Value switch { "top" => ("mover", "‾"), "bottom" => ("munder", "_"), _ => ("", "") };
        if (name is "") return false;

        writer.WriteStartElement(name);
        writer.WriteStartElement("mrow");
        if (!AreWritten(element.Elements(), writer, depth + 2)) return false;
        writer.WriteFullEndElement();
        writer.WriteStartElement("mo");
        writer.WriteAttributeString("stretchy", "true");
        writer.WriteString(line);
        writer.WriteFullEndElement();
        writer.WriteFullEndElement();
        return true;
    }

    // Temml says by a style or a class what Core says by an attribute: that what stands above or below is an accent, and as large as one.
    private static string? AccentOf(XElement element)
    {
        var attribute = element.Name.LocalName switch { "mover" => "accent", "munder" => "accentunder", _ => null };
        if (attribute is null || element.Attribute(attribute) is not null || element.Elements().ElementAtOrDefault(1) is not { Name.LocalName: "mo" } sign) return null;
        var isAccent = sign.Attribute("style")?.Value.Contains("math-depth:0", StringComparison.Ordinal) is true
            || sign.Attribute("class")?.Value.Contains("wbk", StringComparison.Ordinal) is true;
        return isAccent ? attribute : null;
    }

    private static bool IsFit(string name, string value) => name switch
    {
        "mathvariant" => value is "normal",
        "form" => value is "prefix" or "infix" or "postfix",
        "scriptlevel" => value.Length < 3 && Whole().IsMatch(value),
        "columnspan" or "rowspan" => value.Length < 3 && Whole().IsMatch(value) && value[0] is >= '1' and <= '9',
        "stretchy" or "symmetric" or "largeop" or "movablelimits" or "accent" or "accentunder" or "displaystyle" => value is "true" or "false",
        _ => IsSmallLength(value),
    };

    private static bool IsSmallLength(string value)
    {
        if (Length().Match(value) is not { Success: true } match) return false;
        var number = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var em = match.Groups[2].Value switch { "ex" => number / 2, "px" => number / 16, "pt" => number / 12, _ => number };
        return em is >= MinLengthInEm and <= MaxLengthInEm;
    }

    [GeneratedRegex(@"^(-?[0-9]{0,4}\.?[0-9]{1,6})(em|ex|px|pt|)\z")]
    private static partial Regex Length();

    [GeneratedRegex(@"^[+-]?[0-9]+\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
