using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>
/// Posts on LessWrong, the Alignment Forum and the Effective Altruism Forum, which much of alignment research is written in. One post has one
/// id of 17 characters on LessWrong, the Alignment Forum and GreaterWrong: its address without the title is what all of them become. The
/// Effective Altruism Forum counts its own.
/// </summary>
public sealed partial class ForumPosts : IPaperScheme
{
    private const string LessWrong = "https://www.lesswrong.com/posts/";
    private const string EffectiveAltruism = "https://forum.effectivealtruism.org/posts/";

    public string Name => "LessWrong";

    public IReadOnlyList<string> Samples { get; } =
    [
        "https://www.lesswrong.com/posts/qezBTig6p6p5xtL6G/a-title", "https://www.alignmentforum.org/s/n945eovrA3oDueqtq/p/qezBTig6p6p5xtL6G",
        "https://www.greaterwrong.com/posts/qezBTig6p6p5xtL6G/a-title", "https://ea.greaterwrong.com/posts/ALzE9JixLLEexTKSq/a-title",
        "url:https://forum.effectivealtruism.org/posts/ALzE9JixLLEexTKSq",
    ];

    public PaperId? Recognise(string fragment)
    {
        var text = Pasted.Clean(fragment);
        if (WebAddress.Read(Pasted.After(text, "url") ?? text) is not { } address || Home(address) is not { } home) return null;

        var id = address.Segments switch
        {
            ["posts", var post, ..] => post,
            ["s", _, "p", var post, ..] => post,
            _ => "",
        };
        return Shape().IsMatch(id) ? new(PaperScheme.Url, home + id) : null;
    }

    /// <summary>Whether an id is a post's. In a sentence a post is talked about as often as it is meant.</summary>
    internal static bool Has(PaperId id) => id.Scheme is PaperScheme.Url
        && (id.Value.StartsWith(LessWrong, StringComparison.Ordinal) || id.Value.StartsWith(EffectiveAltruism, StringComparison.Ordinal));

    private static string? Home(WebAddress address) =>
        address.IsAt("ea.greaterwrong.com", "forum.effectivealtruism.org", "forum-bots.effectivealtruism.org") ? EffectiveAltruism
        : address.IsAt("lesswrong.com", "alignmentforum.org", "greaterwrong.com", "lesserwrong.com") ? LessWrong
        : null;

    [GeneratedRegex("^[A-Za-z0-9]{17}$")]
    private static partial Regex Shape();
}
