using System.Net;
using System.Text;
using Roundup.Model.Text;

namespace Roundup.Model.Search;

/// <summary>A run of a text: words that were looked for, or what stands between.</summary>
public readonly record struct SnippetRun(string Text, bool IsHit);

/// <summary>A piece of a text around the words that were looked for. Plain text: whoever shows it escapes it.</summary>
/// <param name="Weight">How much of the query is in it: different parts count, repetitions hardly.</param>
public sealed record Snippet(IReadOnlyList<SnippetRun> Runs, int Weight)
{
    public bool HasHits => Weight > 0;

    public override string ToString() => string.Concat(Runs.Select(r => r.Text));
}

/// <summary>Finds where the words of a query stand, by the same rules as the index.</summary>
public sealed class SnippetMaker(SearchQuery query)
{
    private readonly List<SearchTerm> _terms = [.. query.Terms.Where(t => t.IsShown && t.Field is not SearchField.Author)];
    private readonly List<SearchTerm> _names = [.. query.Terms.Where(t => t.IsShown && t.Field is not SearchField.Title)];

    private readonly record struct Hit(int Start, int End, int Term);

    /// <summary>A whole text with what was found in it: a title.</summary>
    public Snippet Whole(string text) => Cut(text, Hits(text, _terms), 0, text.Length);

    /// <summary>A title as it is set, with what was found in its words; a formula stays as it is. Safe as before: text is escaped, and a mark holds text alone.</summary>
    public SafeHtml Marked(SafeHtml set)
    {
        var (html, marked) = (set.ToString(), new StringBuilder());
        for (var at = 0; at < html.Length;)
        {
            var open = html.IndexOf('<', at) is var found && found < 0 ? html.Length : found;
            foreach (var run in Whole(WebUtility.HtmlDecode(html[at..open])).Runs)
                marked.Append(run.IsHit ? "<mark>" : "").Append(WebUtility.HtmlEncode(run.Text)).Append(run.IsHit ? "</mark>" : "");

            var end = html.AsSpan(open).StartsWith("<math") ? "</math>" : ">";
            at = html.IndexOf(end, open, StringComparison.Ordinal) is var last && last < 0 ? html.Length : last + end.Length;
            marked.Append(html, open, at - open);
        }

        return new(marked.ToString());
    }

    /// <summary>Names, in which author: counts too.</summary>
    public Snippet Names(string text) => Cut(text, Hits(text, _names), 0, text.Length);

    /// <summary>The piece of a text that holds most of the query.</summary>
    /// <param name="length">In characters, about.</param>
    public Snippet Best(string text, int length = 260)
    {
        var hits = Hits(text, [.. _terms.Where(t => t.Field is SearchField.Anywhere)]);
        if (text.Length <= length || hits.Count == 0) return Cut(text, hits, 0, AtWord(text, Math.Min(length, text.Length)));

        var (best, most) = (0, -1);
        for (var (first, last) = (0, 0); first < hits.Count; first++)
        {
            while (last < hits.Count && hits[last].End - hits[first].Start <= length) last++;
            var weight = Weigh(hits, first, Math.Max(last, first + 1));
            if (weight > most) (best, most) = (first, weight);
        }

        // Some words before the first hit say what it is about.
        var start = AtWord(text, Math.Max(0, Math.Min(hits[best].Start - length / 4, text.Length - length)));
        return Cut(text, hits, Math.Min(start, hits[best].Start), AtWord(text, Math.Min(text.Length, Math.Max(start + length, hits[best].End))));
    }

    private static int Weigh(List<Hit> hits, int from, int to) =>
        8 * hits.GetRange(from, to - from).DistinctBy(h => h.Term).Count() + Math.Min(7, to - from);

    private static List<Hit> Hits(string text, List<SearchTerm> terms)
    {
        var hits = new List<Hit>();
        if (terms.Count == 0) return hits;

        var words = SearchWords.In(text);
        for (var at = 0; at < words.Count; at++)
        {
            for (var t = 0; t < terms.Count; t++)
            {
                if (!Stands(terms[t], words, at)) continue;
                var end = words[at + terms[t].Words.Count - 1].End;
                hits.Add(new(words[at].Start, end, t));
            }
        }

        return hits;
    }

    private static bool Stands(SearchTerm term, List<FoundWord> words, int at)
    {
        if (at + term.Words.Count > words.Count) return false;
        for (var i = 0; i < term.Words.Count; i++)
        {
            var (asked, found) = (term.Words[i], words[at + i].Text);
            var isLast = i == term.Words.Count - 1;
            if (!(term.IsPrefix && isLast ? found.StartsWith(asked, StringComparison.Ordinal) : found == asked)) return false;
        }

        return true;
    }

    // To the next blank: no word is cut in two, where there are blanks at all.
    private static int AtWord(string text, int at)
    {
        if (at == 0 || at >= text.Length) return Math.Min(at, text.Length);
        var blank = text.IndexOf(' ', at, Math.Min(30, text.Length - at));
        if (blank >= 0) return blank;
        return char.IsLowSurrogate(text[at]) ? at + 1 : at;
    }

    private static Snippet Cut(string text, List<Hit> hits, int start, int end)
    {
        var runs = new List<SnippetRun>();
        var (at, from) = (start, hits.FindIndex(h => h.Start >= start));
        var within = from < 0 ? [] : hits.Skip(from).TakeWhile(h => h.End <= end).ToList();
        if (start > 0) runs.Add(new("… ", false));
        foreach (var hit in within)
        {
            if (hit.End <= at) continue;
            var begin = Math.Max(at, hit.Start);
            if (begin > at) runs.Add(new(at == start && start > 0 ? text[at..begin].TrimStart() : text[at..begin], false));
            runs.Add(new(text[begin..hit.End], true));
            at = hit.End;
        }

        if (end > at) runs.Add(new(at == start && start > 0 ? text[at..end].TrimStart() : text[at..end], false));
        if (end < text.Length) runs.Add(new(" …", false));
        return new(runs, within.Count == 0 ? 0 : Weigh(within, 0, within.Count));
    }
}
