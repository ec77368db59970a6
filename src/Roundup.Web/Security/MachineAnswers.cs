namespace Roundup.Web.Security;

/// <summary>
/// Whether an error is said as problem+json (RFC 9457) or as a page: whoever asks says which it reads; where it does not, the address does. The reading
/// interface has one shape for all.
/// </summary>
internal static class MachineAnswers
{
    /// <param name="asked">The address that failed; none where the page for errors itself was asked for.</param>
    public static bool AreWanted(HttpRequest request, PathString asked)
    {
        if (asked.StartsWithSegments("/api", out var below) && below.HasValue) return true;

        var (page, json) = (0.0, 0.0);
        foreach (var accepted in request.GetTypedHeaders().Accept)
        {
            var weight = accepted.Quality ?? 1;
            if (accepted.MediaType.Value is "text/html" or "application/xhtml+xml" or "text/*") page = Math.Max(page, weight);
            else if (accepted.MediaType.Value is "application/json" or "application/problem+json") json = Math.Max(json, weight);
        }

        return page == json ? page == 0 && IsFile(asked) : json > page;
    }

    // As programs ask for them: feed.atom, 12.csl.json, picture.png; not the number of a preprint, 2202.05262.
    private static bool IsFile(PathString asked) => Path.GetExtension(asked.Value) is ['.', var first, ..] && char.IsAsciiLetter(first);
}
