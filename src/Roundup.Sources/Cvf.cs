using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>
/// Computer Vision Foundation's open access proceedings: the stem that page, PDF and supplement share, such as
/// <c>Karras_A_Style-Based_…_CVPR_2019</c>. It holds author, title, venue and year, and so is unique.
/// </summary>
public sealed partial class Cvf : IPaperScheme
{
    public string Name => "CVF";

    public IReadOnlyList<string> Samples { get; } =
    [
        "https://openaccess.thecvf.com/content_cvpr_2018/html/Chang_Scalable_and_Effective_CVPR_2018_paper.html",
        "http://openaccess.thecvf.com/content/CVPR2021/papers/Li_Some_Title_CVPR_2021_paper.pdf", "cvf:Chang_Scalable_and_Effective_CVPR_2018",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (Pasted.After(text, "cvf") is { } bare) return Of(bare);
        if (WebAddress.Read(text) is not { } address || !address.IsAt("openaccess.thecvf.com")) return null;

        return address.Segments is [_, .., var file] && file.Contains('.') ? Of(file) : null;
    }

    private static PaperId? Of(string file) =>
        Shape().Match(file) is { Success: true } match ? new(PaperScheme.Cvf, match.Groups["stem"].Value) : null;

    [GeneratedRegex(@"^(?<stem>[^/\s]+?_[0-9]{4})(?:_paper|_supplemental)?(?:\.(?:html|pdf|zip|bib))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
