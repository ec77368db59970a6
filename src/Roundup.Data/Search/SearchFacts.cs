using System.Globalization;
using Roundup.Model.Search;

namespace Roundup.Data.Search;

/// <summary>
/// What of a document is counted and ranked, as one text: a line each for year, venue, code, topics, title, opinions and people. A search reads a
/// thousand of them, for which columns of their own cost twice as much, and so do strings: it is looked at where the database has it, in UTF-8. Nothing
/// in it has a line end: what people wrote stands there folded, or as a line.
/// </summary>
internal readonly ref struct SearchFacts
{
    private const int Lines = 7;
    private readonly ReadOnlySpan<byte> _text;
    private readonly LineEnds _ends;

    public SearchFacts(ReadOnlySpan<byte> text)
    {
        _text = text;
        for (var (line, at) = (0, 0); line < Lines; line++)
        {
            var length = text[at..].IndexOf((byte)'\n');
            _ends[line] = length < 0 ? text.Length : at + length;
            at = Math.Min(_ends[line] + 1, text.Length);
        }
    }

    /// <summary>0 for none.</summary>
    public int Year => int.Parse(Line(0), NumberStyles.None, CultureInfo.InvariantCulture);

    public ReadOnlySpan<byte> Venue => Line(1);

    public bool HasCode => Line(2) is [(byte)'1'];

    /// <summary>Ids with a blank between.</summary>
    public ReadOnlySpan<byte> Topics => Line(3);

    public ReadOnlySpan<byte> Title => Line(4);

    public ReadOnlySpan<byte> Said => Line(5);

    public ReadOnlySpan<byte> People => Line(6);

    public bool IsOf(int topic)
    {
        foreach (var part in Topics.Split((byte)' '))
            if (int.TryParse(Topics[part], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id == topic) return true;
        return false;
    }

    public static string Of(SearchDocument document, SearchColumns columns)
    {
        var ranked = RankedWords.Of(columns);
        return string.Create(CultureInfo.InvariantCulture,
            $"{document.Year ?? 0}\n{PlainWords.Line(document.Venue)}\n{(document.HasCode ? 1 : 0)}\n{string.Join(' ', document.Topics)}\n{ranked.Title}\n{ranked.Said}\n{ranked.People}");
    }

    private ReadOnlySpan<byte> Line(int line)
    {
        var start = line == 0 ? 0 : Math.Min(_ends[line - 1] + 1, _text.Length);
        return _text[start.._ends[line]];
    }

    [System.Runtime.CompilerServices.InlineArray(Lines)]
    private struct LineEnds
    {
        private int _end;
    }
}
