using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Roundup.Sources;

/// <summary>A formula of JATS or HTML as TeX between dollars: its own TeX where it brings some, else its MathML written out.</summary>
internal static partial class FormulaText
{
    /// <summary>In UTF-16 code units, markup included. A longer one is read as text.</summary>
    public const int MaxLength = 8_000;

    /// <summary>"" for a formula that is only a picture.</summary>
    public static string Of(string markup)
    {
        // Springer sends a whole document of LaTeX with each formula.
        if (TexMath().Match(markup) is { Success: true } tex)
        {
            var body = WebUtility.HtmlDecode(tex.Groups["tex"].Value.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal));
            if (body.IndexOf(@"\begin{document}", StringComparison.Ordinal) is >= 0 and var start) body = body[(start + 16)..];
            if (body.IndexOf(@"\end{document}", StringComparison.Ordinal) is >= 0 and var end) body = body[..end];
            return Between(body);
        }
        if (MathMl().Match(markup) is not { Success: true } math) return AnyTag().Replace(markup, " ");

        try
        {
            using var reader = XmlReader.Create(new StringReader(WithoutNames(math.Value)), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return Between(Written(XElement.Load(reader)));
        }
        catch (XmlException)
        {
            return AnyTag().Replace(math.Value, "");
        }
    }

    private static string Between(string tex) => tex.Trim().Trim('$').Trim() is { Length: > 0 } body ? $"${body}$" : "";

    // The text is short, so that what it nests is as well.
    private static string Written(XElement element)
    {
        var parts = element.Elements().Select(Written).ToList();
        return (element.Name.LocalName, parts) switch
        {
            ("annotation" or "annotation-xml", _) => "",
            ("mi", _) when element.Value.Trim().Length > 1 && element.Value.Trim().All(char.IsAsciiLetter) => $@"\mathrm{{{element.Value.Trim()}}}",
            ("mi" or "mn" or "mo", _) => element.Value.Trim(),
            ("mtext", _) => $@"\text{{{element.Value}}}",
            ("msub" or "munder", [var first, var below]) => $"{first}_{Braced(below)}",
            ("msup" or "mover", [var first, var above]) => $"{first}^{Braced(above)}",
            ("msubsup" or "munderover", [var first, var below, var above]) => $"{first}_{Braced(below)}^{Braced(above)}",
            ("mfrac", [var over, var under]) => $@"\frac{{{over}}}{{{under}}}",
            ("msqrt", _) => $@"\sqrt{{{string.Concat(parts)}}}",
            _ when parts is [] => element.Value.Trim(),
            _ => new StringBuilder().AppendJoin("", parts).ToString(),
        };
    }

    private static string Braced(string part) => part.Length is 1 ? part : $"{{{part}}}";

    private static string WithoutNames(string math) => Name().Replace(math, match => match.Groups["open"].Value + match.Groups["name"].Value + (match.Value.EndsWith("/>", StringComparison.Ordinal) ? "/>" : ">"));

    [GeneratedRegex(@"<(?:[a-z0-9]+:)?tex-math[^<>]*>(?<tex>.*?)</(?:[a-z0-9]+:)?tex-math\s*>|<(?:[a-z0-9]+:)?annotation\s[^<>]*tex[^<>]*>(?<tex>.*?)</(?:[a-z0-9]+:)?annotation\s*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex TexMath();

    [GeneratedRegex(@"<(?:[a-z0-9]+:)?math(?:\s[^<>]*)?>.*</(?:[a-z0-9]+:)?math\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex MathMl();

    [GeneratedRegex("(?<open></?)(?:[a-zA-Z0-9]+:)?(?<name>[a-zA-Z-]+)[^<>]*>")]
    private static partial Regex Name();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex AnyTag();
}
