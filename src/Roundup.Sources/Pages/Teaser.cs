using System.Text.RegularExpressions;

namespace Roundup.Sources.Pages;

/// <summary>
/// When a page's description is its abstract: it is as long as an abstract (300 characters, three sentences), it ends where a sentence ends,
/// and it does not speak of cookies, script or the site.
/// </summary>
internal static partial class Teaser
{
    private const int ShortestAbstract = 300;

    public static bool IsWhole(string text) =>
        text.Length >= ShortestAbstract && Ends().IsMatch(text) && Sentence().Count(text) >= 3 && !Furniture().IsMatch(text);

    [GeneratedRegex(@"(?<!\.\.)[.!?][)""”’\]]?$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"[.!?][)""”’\]]?(?:\s|$)")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(?:we use cookies|your browser|enable javascript|subscribe (?:now|to)|sign up for|click here|read more|all rights reserved|our newsletter)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Furniture();
}
