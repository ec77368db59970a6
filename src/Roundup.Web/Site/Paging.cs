
namespace Roundup.Web.Site;

/// <summary>One page of a long list, counted from 1.</summary>
public sealed record Paging(string Path, int Page, int Size, int Total)
{
    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    public bool IsThere => Page >= 1 && Page <= Last;

    public int Skipped => (Page - 1) * Size;

    public string? Newer => Page > 1 ? At(Page - 1) : null;

    public string? Older => Page < Last ? At(Page + 1) : null;

    public string Here => At(Page);

    public string At(int page) => page == 1 ? Path : $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}";
}
