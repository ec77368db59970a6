using System.Text.RegularExpressions;

namespace Roundup.Web.Site;

/// <summary>Where the words of a well-known licence stand.</summary>
public static partial class Licence
{
    /// <returns>Null for a licence that is not one of Creative Commons, version 4, or CC0.</returns>
    public static string? Address(string licence)
    {
        if (licence is "CC0" or "CC0 1.0") return "https://creativecommons.org/publicdomain/zero/1.0/";

        return CreativeCommons().Match(licence) is { Success: true } found
            ? $"https://creativecommons.org/licenses/{found.Groups["terms"].Value.ToLowerInvariant()}/4.0/"
            : null;
    }

    [GeneratedRegex("^CC (?<terms>BY(-NC)?(-SA|-ND)?) 4\\.0$", RegexOptions.ExplicitCapture)]
    private static partial Regex CreativeCommons();
}
