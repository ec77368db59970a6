using System.Globalization;
using Roundup.Model.Papers;
using Roundup.Web.Reading;

namespace Roundup.Web.Areas.Admin;

/// <summary>What happened to a paper, for an editor.</summary>
public static class ChangeWords
{
    /// <summary>New version v5, 13 January 2023. With a question mark where the editor has to say whether it is so.</summary>
    public static string Of(PaperChange change)
    {
        var news = new PaperNews(change.Kind, change.Detail, change.Address, change.HappenedOn, change.NoticedAt);
        var day = change.HappenedOn?.ToString(news.IsOfAYear ? ", yyyy" : ", d MMMM yyyy", CultureInfo.InvariantCulture);
        return $"{news.Words}{day}{(change is { IsOpen: true, ShownAt: null } ? "?" : "")}";
    }
}
