using System.Globalization;
using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>
/// What of a document is counted and ranked, as one text: a line each for year, venue, code, topics, title, opinions and people. A search reads a
/// thousand of them, for which columns of their own cost twice as much. Nothing in it has a line end: what people wrote stands there folded, or as a line.
/// </summary>
internal readonly struct SearchFacts
{
    private const int Lines = 7;
    private readonly string _text;
    private readonly LineEnds _ends;

    public SearchFacts(string text)
    {
        _text = text;
        for (var (line, at) = (0, 0); line < Lines; line++)
        {
            var end = text.IndexOf('\n', at);
            _ends[line] = end < 0 ? text.Length : end;
            at = Math.Min(_ends[line] + 1, text.Length);
        }
    }

    /// <summary>0 for none.</summary>
    public int Year => int.Parse(Line(0), NumberStyles.None, CultureInfo.InvariantCulture);

    public ReadOnlySpan<char> Venue => Line(1);

    public bool HasCode => Line(2) is "1";

    /// <summary>Ids with a blank between.</summary>
    public ReadOnlySpan<char> Topics => Line(3);

    public ReadOnlySpan<char> Title => Line(4);

    public ReadOnlySpan<char> Said => Line(5);

    public ReadOnlySpan<char> People => Line(6);

    public bool IsOf(int topic)
    {
        foreach (var part in Topics.Split(' '))
            if (int.TryParse(Topics[part], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id == topic) return true;
        return false;
    }

    public static string Of(SearchDocument document, SearchColumns columns)
    {
        var ranked = RankedWords.Of(columns);
        return string.Create(CultureInfo.InvariantCulture,
            $"{document.Year ?? 0}\n{PlainWords.Line(document.Venue)}\n{(document.HasCode ? 1 : 0)}\n{string.Join(' ', document.Topics)}\n{ranked.Title}\n{ranked.Said}\n{ranked.People}");
    }

    private ReadOnlySpan<char> Line(int line)
    {
        var start = line == 0 ? 0 : Math.Min(_ends[line - 1] + 1, _text.Length);
        return _text.AsSpan(start, _ends[line] - start);
    }

    [System.Runtime.CompilerServices.InlineArray(Lines)]
    private struct LineEnds
    {
        private int _end;
    }
}
