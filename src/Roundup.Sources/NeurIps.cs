using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>NeurIPS proceedings: the 32 hex digits of a paper's page and files, or the number that older addresses have.</summary>
public sealed partial class NeurIps : IPaperScheme
{
    public string Name => "NeurIPS";

    public IReadOnlyList<string> Samples { get; } =
    [
        "https://papers.nips.cc/paper_files/paper/2021/hash/cba0a4ee5ccd02fda0fe3f9a3e7b89fe-Abstract.html", "neurips:5452",
        "https://proceedings.neurips.cc/paper/2019/file/65699726a3c601b9f31bf04019c8593c-Paper.pdf",
        "https://papers.nips.cc/paper/5452-a-wild-bootstrap-for-degenerate-kernel-tests.pdf",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (Pasted.After(text, "neurips") is { } bare) return Own().IsMatch(bare) ? new(PaperScheme.NeurIps, bare.ToLowerInvariant()) : null;
        if (WebAddress.Read(text) is not { } address || !(address.IsUnder("nips.cc") || address.IsUnder("neurips.cc"))) return null;
        if (!address.Segments.Any(segment => segment is "paper" or "paper_files" or "papers")) return null;

        foreach (var segment in address.Segments)
        {
            if (Hash().Match(segment) is { Success: true } hash) return new(PaperScheme.NeurIps, hash.Groups["hash"].Value.ToLowerInvariant());
            if (Numbered().Match(segment) is { Success: true } numbered) return new(PaperScheme.NeurIps, numbered.Groups["number"].Value);
        }
        return null;
    }

    [GeneratedRegex("^(?<hash>[0-9a-f]{32})(?:[-.]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Hash();

    // "5452-a-wild-bootstrap"; a year stands alone, as in /paper/2019/file/.
    [GeneratedRegex("^(?<number>[0-9]{1,5})-[a-z0-9]", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex("^(?:[0-9a-f]{32}|[0-9]{1,5})$", RegexOptions.IgnoreCase)]
    private static partial Regex Own();
}
