namespace Roundup.Sources.Pages;

/// <summary>What stands on a page that may say something of it, as written. Made by <see cref="PageScan"/>, read by the vocabularies.</summary>
internal sealed class PageOutline(Uri address)
{
    private readonly Dictionary<string, List<string>> _metas = [];

    /// <summary>Where the page was fetched from in the end.</summary>
    public Uri Address { get; } = address;

    /// <summary>The text of <c>title</c>.</summary>
    public string Title { get; set => field = Separated(value); } = "";

    /// <summary>The texts of <c>h1</c>, in order.</summary>
    public List<string> Headings { get; } = [];

    public List<(string Rel, string Href, string Type)> Links { get; } = [];

    public string? Base { get; set; }

    public List<string> JsonLd { get; } = [];

    /// <summary>Distill's <c>d-front-matter</c>.</summary>
    public List<string> FrontMatter { get; } = [];

    /// <summary>The texts of what calls itself an abstract in the body.</summary>
    public List<string> Abstracts { get; } = [];

    /// <summary>What is marked up as an author in the body, near its top: <c>rel=author</c>, <c>itemprop=author</c>.</summary>
    public List<string> Signatures { get; } = [];

    /// <summary>What looks like a byline, near the top.</summary>
    public List<string> Bylines { get; } = [];

    /// <summary>The dates that the body marks up or prints by themselves, in order.</summary>
    public List<string> Times { get; } = [];

    /// <summary>How the visible text begins.</summary>
    public string Beginning { get; set; } = "";

    /// <summary>The page carries a script that only walls against robots carry.</summary>
    public bool IsChallenge { get; set; }

    public SiteWords Site => field ??= SiteWords.Of(this);

    public void AddMeta(string name, string content)
    {
        // DC.title, dc:title and DC.Title are one.
        var key = name.Trim().ToLowerInvariant().Replace(':', '.');
        if (!_metas.TryGetValue(key, out var contents)) _metas[key] = contents = [];
        contents.Add(key.EndsWith(".title", StringComparison.Ordinal) ? Separated(content) : content);
    }

    // "Title \ Anthropic": to TeX that backslash is a blank.
    private static string Separated(string title) => title.Replace(" \\ ", " | ", StringComparison.Ordinal);

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_metas.ContainsKey(name)) return true;
        return false;
    }

    /// <summary>As written, in order: of the first of these names that the page has. Names in lower case, with dots.</summary>
    public IReadOnlyList<string> All(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_metas.TryGetValue(name, out var contents)) return contents;
        return [];
    }

    /// <summary>As plain text: the first of these names that says anything; "" for none.</summary>
    public string First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!_metas.TryGetValue(name, out var contents)) continue;
            foreach (var content in contents)
                if (PageText.OfMarkup(content) is { Length: > 0 } text) return text;
        }
        return "";
    }

    /// <summary>The first date among these names, or the finer one where two of them are of the same year.</summary>
    public PageDate? Date(params ReadOnlySpan<string> names)
    {
        PageDate? date = null;
        foreach (var name in names)
            foreach (var content in All(name)) date = PageDate.Finer(date, PageDate.Read(content));
        return date;
    }
}
