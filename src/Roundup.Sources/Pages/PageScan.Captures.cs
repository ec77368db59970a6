using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html.Parser.Tokens.Struct;
using Roundup.Model.Text;

namespace Roundup.Sources.Pages;

/// <summary>The texts of elements: from a start tag to its end tag, counted by name, or until there is too much of it.</summary>
internal sealed partial class PageScan
{
    /// <summary>At once. Each costs a copy of the text that it holds.</summary>
    private const int MostCaptures = 8;

    /// <summary>In characters: what says that it is an abstract and is longer, is a whole page in an element of that name.</summary>
    private const int MaxAbstract = 10_000;

    private static readonly FrozenSet<string> AbstractNames = FrozenSet.ToFrozenSet(
    [
        "abstract", "acl-abstract", "abstract-text", "abstracttext", "abstract-content", "abs1-content", "article-abstract", "ltx_abstract", "abstract-full",
        "paper-abstract", "note-content-abstract",
    ]);

    private static readonly FrozenSet<string> BylineNames = FrozenSet.ToFrozenSet(
        ["byline", "author", "author-name", "post-author", "p-author", "authors", "article-author", "entry-author", "byline-name"]);

    private static readonly FrozenSet<string> Inline = FrozenSet.ToFrozenSet(
        ["a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "wbr", "tex-math", "mi", "mo", "mn", "mrow", "math"]);

    private readonly List<Capture> _captures = [];
    private StringBuilder? _belowHeading;

    private sealed class Capture(string tag, int max, Action<string> done)
    {
        public string Tag { get; } = tag;
        public int Max { get; } = max;
        public Action<string> Done { get; } = done;
        public int Depth { get; set; } = 1;
        public StringBuilder Text { get; } = new();
    }

    private void Begin(string tag, int max, Action<string> done)
    {
        if (_captures.Count < MostCaptures) _captures.Add(new(tag, max, done));
    }

    /// <summary>Looks whether an element is one whose text is wanted.</summary>
    private void Observe(ref StructHtmlToken tag, string name)
    {
        if (name is ['h', >= '1' and <= '6'])
        {
            FinishBelowHeading();
            if (name is "h1" && _page.Headings.Count < 10) Begin(name, 1000, text => _page.Headings.Add(PageText.OfText(text)));
            else if (name is not "h1") Begin(name, 100, text => { if (Letters.Only(text) is "abstract") _belowHeading = new(); });
        }
        if (tag.Attributes.Count is 0 && name is not "d-abstract") return;

        var (item, id, classes) = (Value(ref tag, "itemprop"), Value(ref tag, "id"), Value(ref tag, "class"));
        if (name is "d-abstract" || Has(AbstractNames, id) || Has(AbstractNames, classes)) Begin(name, MaxAbstract, AddAbstract);
        else if (!IsNearTop) return;
        else if (item is "author" || (name is "a" && Value(ref tag, "rel") is "author")) Begin(name, 400, text => AddName(_page.Signatures, text));
        else if (Has(BylineNames, classes)) Begin(name, 400, text => AddName(_page.Bylines, text));
        if (item is "datePublished" && Value(ref tag, "content") is { Length: > 0 } date) _page.Times.Add(date);
    }

    private static void AddName(List<string> names, string text)
    {
        if (text.Trim() is not "" && names.Count < 50) names.Add(text);
    }

    private void AddAbstract(string text)
    {
        // Springer and ar5iv put the heading inside; some put the keywords' heading there too.
        if (text.Trim().Length is >= 80 and < MaxAbstract && _page.Abstracts.Count < 10) _page.Abstracts.Add(text);
    }

    private void Opened(string name)
    {
        if (!Inline.Contains(name)) Write(" ");
        for (var at = _captures.Count - 1; at >= 0; at--)
        {
            var capture = _captures[at];
            if (capture.Tag != name) continue;
            // A paragraph ends where the next one begins.
            if (name is "p" or ['h', >= '1' and <= '6']) Finish(at);
            else capture.Depth++;
        }
    }

    private void Closed(string name)
    {
        if (!Inline.Contains(name)) Write(" ");
        for (var at = _captures.Count - 1; at >= 0; at--)
            if (_captures[at].Tag == name && --_captures[at].Depth is 0) Finish(at);

        var isBlock = name is "section" or "article" or "main" or "body" || (name is "div" && _belowHeading is { Length: > 80 });
        if (isBlock) FinishBelowHeading();
    }

    private void Write(ReadOnlySpan<char> text)
    {
        for (var at = _captures.Count - 1; at >= 0; at--)
        {
            var capture = _captures[at];
            capture.Text.Append(text[..Math.Min(text.Length, capture.Max - capture.Text.Length)]);
            if (capture.Text.Length >= capture.Max) Finish(at);
        }
        if (_belowHeading is null) return;

        _belowHeading.Append(text);
        if (_belowHeading.Length >= MaxAbstract) _belowHeading = null;
    }

    private void Finish(int at)
    {
        var capture = _captures[at];
        _captures.RemoveAt(at);
        capture.Done(capture.Text.ToString());
    }

    private void FinishBelowHeading()
    {
        if (_belowHeading is { } below) AddAbstract(below.ToString());
        _belowHeading = null;
    }

    private void FinishAll()
    {
        FinishBelowHeading();
        while (_captures.Count > 0) Finish(_captures.Count - 1);
    }

    private static bool Has(FrozenSet<string> names, string classes)
    {
        if (classes is "" || classes.Length > 500) return false;
        foreach (var word in classes.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (names.Contains(word)) return true;
        return false;
    }
}
