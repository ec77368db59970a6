using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Roundup.Formats.Reading;

/// <summary>How an element dresses its words; null where it leaves them as they are.</summary>
internal readonly partial record struct HtmlDress(bool? Bold, bool? Italic)
{
    /// <summary>By its style first: Google Docs wraps whole documents in a <c>b</c> that is not bold.</summary>
    public static HtmlDress Of(IElement element)
    {
        var style = element.GetAttribute("style") ?? "";
        bool? bold = element.LocalName is "b" or "strong" ? true : null;
        bool? italic = element.LocalName is "i" or "em" or "cite" ? true : null;
        if (style.Length == 0) return new(bold, italic);
        var weight = WeightPattern().Match(style).Groups[1].Value;
        if (weight.Length > 0) bold = weight.StartsWith("bold", StringComparison.OrdinalIgnoreCase) || (int.TryParse(weight, out var number) && number >= 600);
        var slant = SlantPattern().Match(style).Groups[1].Value;
        if (slant.Length > 0) italic = slant.Equals("italic", StringComparison.OrdinalIgnoreCase);
        return new(bold, italic);
    }

    [GeneratedRegex(@"font-weight\s*:\s*(bold(?:er)?|normal|\d{3})", RegexOptions.IgnoreCase)]
    private static partial Regex WeightPattern();

    [GeneratedRegex(@"font-style\s*:\s*(italic|normal)", RegexOptions.IgnoreCase)]
    private static partial Regex SlantPattern();
}
