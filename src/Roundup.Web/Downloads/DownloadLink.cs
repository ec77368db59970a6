using Roundup.Formats.Writing;

namespace Roundup.Web.Downloads;

/// <summary>Where a thing can be had as a file.</summary>
public sealed record DownloadLink(string Name, string MediaType, string Path)
{
    public static IReadOnlyList<DownloadLink> OfIssue(int number) =>
        // What the reading interface says of an issue stands beside its page too.
        [.. Of(WrittenFormats.All, $"/issues/{number}"), new("JSON", "application/json", $"/issues/{number}.json")];

    public static IReadOnlyList<DownloadLink> OfPaper(int id) => Of(WrittenFormats.OfPapers, $"/papers/{id}");

    private static DownloadLink[] Of(IEnumerable<IFormat> formats, string path) => [.. formats.Select(f => new DownloadLink(f.Name, f.MediaType, $"{path}.{f.Extension}"))];
}
