using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>SSRN, by the number of the abstract.</summary>
public sealed partial class Ssrn : IPaperScheme, INamedInProse
{
    private static readonly Regex InProse = new("SSRN:? {1,2}(?:abstract )?(?:no\\.? ?|id:? ?|#)?[0-9]{6,8}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    public string Name => "SSRN";

    public IReadOnlyList<string> Samples { get; } =
    [
        "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3520012", "https://ssrn.com/abstract=3520012", "papers.ssrn.com/abstract=3520012",
        "https://doi.org/10.2139/ssrn.3520012", "ssrn:3520012", "SSRN 3520012",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (Labelled().Match(text) is { Success: true } labelled) return Of(labelled.Groups["number"].Value);
        if (Doi.Read(text) is { } doi) return OfDoi(doi);
        if (WebAddress.Read(text) is not { } address || !address.IsUnder("ssrn.com")) return null;

        if (address.Parameter("abstract_id", "abstractid", "abstract") is { } inQuery) return Of(inQuery);
        return address.Segments.FirstOrDefault(segment => segment.StartsWith("abstract=", StringComparison.OrdinalIgnoreCase)) is { } inPath
            ? Of(inPath[9..])
            : null;
    }

    IEnumerable<(int Start, int Length)> INamedInProse.NamesIn(string text)
    {
        var names = new List<(int, int)>();
        foreach (var match in InProse.EnumerateMatches(text))
            if (Prose.StandsAlone(text, match.Index, match.Index + match.Length)) names.Add((match.Index, match.Length));
        return names;
    }

    internal static PaperId? OfDoi(string doi) =>
        doi.StartsWith("10.2139/ssrn.", StringComparison.Ordinal) ? Of(doi[13..]) : null;

    private static PaperId? Of(string number) => Number().IsMatch(number) ? new(PaperScheme.Ssrn, number) : null;

    [GeneratedRegex("^[1-9][0-9]{2,8}$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^ssrn(?::| ){1,3}(?:abstract )?(?:no\.? ?|id:? ?|#)?(?<number>[0-9]{3,9})$", RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();
}
