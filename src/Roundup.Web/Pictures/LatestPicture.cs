using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Web.Reading;

namespace Roundup.Web.Pictures;

/// <summary>What a shared link shows of a page that has no picture of its own: the cover of the latest issue.</summary>
public sealed class LatestPicture(RoundupDb db, CurrentPublication current)
{
    /// <returns>Its path, without the version, which only the whole issue tells; null until something is published.</returns>
    public async Task<(string Path, string Alternative)?> ReadAsync(CancellationToken cancel = default)
    {
        if (await db.Issues.Published.NewestFirst.Select(i => new IssueName(i.Number, i.Title, i.Theme)).FirstOrDefaultAsync(cancel) is not { } latest) return null;

        return (Picture.PathOfIssue(latest.Number), $"{(await current.ShownAsync()).Title}. The latest issue, {latest.Number}: {latest.Heading}");
    }
}
