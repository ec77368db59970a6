using System.Globalization;

namespace Roundup.Web.Site;

/// <summary>One page of a long list, counted from 1.</summary>
public sealed record Paging(string Path, int Page, int Size, int Total)
{
    /// <returns>1 where no page is named, and 0, which no list has, for what is no number.</returns>
    public static int NumberAsked(HttpRequest request) => request.Query["page"] is not [{ Length: > 0 } typed, ..] ? 1
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 0;

    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    public bool IsThere => Page >= 1 && Page <= Last;

    public int Skipped => (Page - 1) * Size;

    public string? Newer => Page > 1 ? At(Page - 1) : null;

    public string? Older => Page < Last ? At(Page + 1) : null;

    public string Here => At(Page);

    public string At(int page) => page == 1 ? Path : $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}";
}
