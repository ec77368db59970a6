using System.Text.Json;
using System.Xml.Linq;
using Roundup.Tests.Sources;

namespace Roundup.Tests.Formats.Maths;

/// <summary>Titles and abstracts as sources gave them, from the recorded replies.</summary>
internal static class Abstracts
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>53 abstracts with two dollars or more.</summary>
    public static List<string> WithDollars() =>
        [.. Json("zotero-export", "abstracts_with_dollar_pairs.json").EnumerateArray().Select(entry => entry.GetProperty("abstract").GetString()!)];

    public static List<string> OfTex() => [.. Json("tex", "real_tex_strings.json").EnumerateArray().Select(entry => entry.GetProperty("text").GetString()!)];

    public static List<string> OfArxiv() =>
    [
        .. Directory.EnumerateFiles(SharedFolder.Path("fixtures", "arxiv"), "*.xml").Order(StringComparer.Ordinal)
            .SelectMany(file => XDocument.Load(file).Descendants(Atom + "entry"))
            .SelectMany(entry => new[] { entry.Element(Atom + "title")?.Value, entry.Element(Atom + "summary")?.Value })
            .OfType<string>().Distinct(),
    ];

    public static List<string> All() => [.. WithDollars().Concat(OfTex()).Concat(OfArxiv()).Distinct()];

    private static JsonElement Json(params string[] path) => JsonDocument.Parse(File.ReadAllText(SharedFolder.Path(["fixtures", .. path]))).RootElement;
}
