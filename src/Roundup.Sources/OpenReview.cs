using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>
/// OpenReview: submissions and their revisions by forum id. It is only recognised: since summer 2026 it answers servers with a challenge,
/// so that its papers come in through the editor's own browser.
/// </summary>
public sealed partial class OpenReview : IPaperScheme
{
    public string Name => "OpenReview";

    public IReadOnlyList<string> Samples { get; } =
    [
        "https://openreview.net/forum?id=gJcEM8sxHK", "https://openreview.net/pdf?id=rJl-b3RcF7", "openreview.net/forum?noteId=x&id=_abcdEFG12",
        "https://openreview.net/references/pdf?id=Sy2fzU9gl", "https://api2.openreview.net/notes?id=LcF-EEt8cCC", "openreview:EZNOb_uNpJk",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (Pasted.After(text, "openreview") is { } bare) return Of(bare);
        if (WebAddress.Read(text) is not { } address || !address.IsAt("openreview.net", "api.openreview.net", "api2.openreview.net")) return null;

        if (address.Segments is ["forum" or "pdf", var file]) return Of(file.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? file[..^4] : file) ?? null;
        if (address.Segments is [['f', 'o', 'r', 'u', 'm', '?', 'i', 'd', '=', .. var encoded]]) return Of(encoded.Split('&')[0]);

        return address.Segments is ["forum" or "pdf" or "attachment" or "revisions" or "notes", ..] or ["references", ..] or ["author", ..]
            && (address.Parameter("id") ?? address.Parameter("forum")) is { } id ? Of(id) : null;
    }

    private static PaperId? Of(string id) => Shape().IsMatch(id) ? new(PaperScheme.OpenReview, id) : null;

    // Upper and lower case differ; a hyphen or an underscore may stand anywhere, first and last too.
    [GeneratedRegex("^[A-Za-z0-9_-]{8,14}$")]
    private static partial Regex Shape();
}
