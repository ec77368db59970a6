using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>
/// Journal of Machine Learning Research: its page's address is the id, whether page or PDF was pasted
/// (<c>/papers/v12/KEY.html</c>, <c>/papers/volume12/KEY/KEY.pdf</c>). The keys are authors, <c>pedregosa11a</c>, or since 2018 numbers, <c>20-074</c>.
/// </summary>
public sealed partial class Jmlr : IPaperScheme
{
    public string Name => "JMLR";

    public IReadOnlyList<string> Samples { get; } =
    [
        "https://www.jmlr.org/papers/v12/pedregosa11a.html", "https://jmlr.org/papers/volume21/20-074/20-074.pdf", "url:https://jmlr.org/papers/v3/blei03a.html",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (WebAddress.Read(Pasted.After(text, "url") ?? text) is not { } address || !address.IsAt("jmlr.org", "jmlr.csail.mit.edu")) return null;

        return address.Segments is ["papers", var volume, var file, ..] && Volume().Match(volume) is { Success: true } number && Key().Match(file) is { Success: true } key
            ? new(PaperScheme.Url, $"https://jmlr.org/papers/v{number.Groups[1].Value}/{key.Value}.html".ToLowerInvariant())
            : null;
    }

    [GeneratedRegex("^v(?:olume)?([0-9]{1,3})$", RegexOptions.IgnoreCase)]
    private static partial Regex Volume();

    [GeneratedRegex(@"^(?:[a-z][a-z_-]*[0-9]{2}[a-z]{0,2}|[0-9]{2}-[0-9]{3,4})(?=\.(?:html?|pdf|ps|bib)$|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Key();
}
