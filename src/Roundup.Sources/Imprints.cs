using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>Where a paper stands in its venue, out of what sources write.</summary>
internal static partial class Imprints
{
    public static PaperImprint Of(string volume, string number, string pages, string publisher, DateOnly? issuedOn) => new(Part(volume), Part(number), Part(pages), Part(publisher), issuedOn);

    /// <summary>First and last with an en dash: "525-535", "525 - 535"; "" for Wiley's "no-no".</summary>
    public static string Pages(string pages) => pages is "no-no" or "n/a-n/a" ? ""
        : PageRange().Match(pages) is { Success: true } range ? Pages(range.Groups["first"].Value, range.Groups["last"].Value)
        : MarkupText.Clean(pages);

    public static string Pages(string first, string last) => last is "" || last == first ? first : first is "" ? last : $"{first}–{last}";

    private static string Part(string text) => MarkupText.Clean(text) is var plain && plain.Length <= PaperImprint.PartLength ? plain : "";

    [GeneratedRegex(@"^(?<first>[^\s–-]{1,30})\s?(?:-{1,2}|–)\s?(?<last>[^\s–-]{1,30})$")]
    private static partial Regex PageRange();
}
