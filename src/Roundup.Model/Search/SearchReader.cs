using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Model.Search;

/// <summary>Reads the language of <see cref="SearchQuery"/>, one part after the other.</summary>
internal sealed partial class SearchReader(string typed, Func<string, PaperId?>? names)
{
    private const string Quotes = "\"“”„‟«»＂";
    private const string Minuses = "-−–";

    private readonly string _text = Letters.Normal(typed.Replace('\0', ' '), NormalizationForm.FormC);
    private readonly List<SearchTerm> _terms = [];
    private int _at;
    private bool _isCut;

    public SearchQuery Read()
    {
        // arXiv: 2202.05262 is one name, though it has a blank.
        if (!Minuses.Contains(_text.FirstOrDefault(c => !char.IsWhiteSpace(c)), StringComparison.Ordinal) && Named(_text) is { } whole) _terms.Add(whole);
        else
            while (ReadPart()) { }
        var kept = _terms.Take(SearchQuery.MaxTerms).ToList();
        if (kept is [.., { IsQuoted: false, IsExcluded: false, Field: SearchField.Anywhere or SearchField.Title or SearchField.Author } last] && SearchQuery.IsBeginning(last.Words[^1]))
            kept[^1] = last with { IsPrefix = true };
        return new(kept) { IsCut = _isCut || _terms.Count > SearchQuery.MaxTerms };
    }

    private bool ReadPart()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        if (_at == _text.Length) return false;

        var isExcluded = Minuses.Contains(_text[_at], StringComparison.Ordinal) && _at + 1 < _text.Length && !char.IsWhiteSpace(_text[_at + 1]);
        if (isExcluded) _at++;
        if (IsQuote(_at))
        {
            Add(SearchField.Anywhere, Quoted(), true, isExcluded);
            return true;
        }

        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && !IsQuote(_at))
        {
            if (_text[_at++] is ':' or '：' && FieldOf(_text[start..(_at - 1)]) is { } field && ValueAt(_at) is { } value)
            {
                _at = value;
                var isQuoted = IsQuote(_at);
                Add(field, isQuoted ? Quoted() : Word(), isQuoted, isExcluded);
                return true;
            }
        }

        Add(SearchField.Anywhere, _text[start.._at], false, isExcluded);
        return true;
    }

    // People leave a blank behind a colon.
    private int? ValueAt(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at])) at++;
        return at < _text.Length ? at : null;
    }

    private bool IsQuote(int at) => at < _text.Length && Quotes.Contains(_text[at], StringComparison.Ordinal);

    // A mark that is never closed goes to the end.
    private string Quoted()
    {
        var start = ++_at;
        while (_at < _text.Length && !IsQuote(_at)) _at++;
        var inside = _text[start.._at].Trim();
        if (_at < _text.Length) _at++;
        return inside;
    }

    private string Word()
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && !IsQuote(_at)) _at++;
        return _text[start.._at];
    }

    private static SearchField? FieldOf(string name) => name.ToLowerInvariant() switch
    {
        "author" or "by" => SearchField.Author,
        "title" => SearchField.Title,
        "topic" => SearchField.Topic,
        "year" => SearchField.Year,
        "venue" => SearchField.Venue,
        "has" => SearchField.Has,
        "depth" => SearchField.Depth,
        _ => null,
    };

    private void Add(SearchField field, string value, bool isQuoted, bool isExcluded)
    {
        var term = field switch
        {
            SearchField.Year => Year(value),
            SearchField.Has => value.ToLowerInvariant() is "code" ? new(field, "code", ["code"]) : null,
            SearchField.Depth => DepthOf(SearchWords.Key(value)) is { } depth ? new(field, SearchWords.Key(value), [SearchWords.Key(value)]) { Depth = depth } : null,
            SearchField.Anywhere when Named(value) is { } paper => paper,
            SearchField.Author => new SearchTerm(field, value, Words(PersonName.Read(value).Spoken)) { IsQuoted = isQuoted },
            _ => new SearchTerm(field, value, Words(value)) { IsQuoted = isQuoted },
        };
        // A field that has no such value: its words are looked for instead.
        term ??= new SearchTerm(SearchField.Anywhere, $"{field.ToString().ToLowerInvariant()} {value}", Words($"{field} {value}")) { IsQuoted = true };
        if (term.Words.Count > 0) _terms.Add(term with { IsExcluded = isExcluded });
    }

    private List<string> Words(string value)
    {
        var words = SearchWords.Of(value);
        _isCut |= words.Count > SearchQuery.MaxTerms;
        return [.. words.Take(SearchQuery.MaxTerms)];
    }

    // Readers paste ids as they find them: with a prefix, a version, or as an address; the index has them without. Of several words one has to have a
    // digit: "OpenReview submissions" is no paper.
    private SearchTerm? Named(string value) =>
        names?.Invoke(value) is { } id && (id.Value.Any(char.IsAsciiDigit) || !value.Trim().Any(char.IsWhiteSpace)) && Words(id.Value) is { Count: > 0 } words
            ? new(SearchField.Anywhere, id.Key, words)
            : null;

    private static SearchTerm? Year(string value)
    {
        if (YearForm().Match(value) is not { Success: true } match) return null;

        var single = match.Groups["one"];
        var from = Number(single.Success ? single : match.Groups["from"]) ?? SearchQuery.FirstYear;
        var to = Number(single.Success ? single : match.Groups["to"]) ?? SearchQuery.LastYear;
        return new(SearchField.Year, value.Replace('–', '-'), [value]) { Years = (Math.Min(from, to), Math.Max(from, to)) };
    }

    private static int? Number(Group year) => year.Length > 0 ? int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) : null;

    private static ReadDepth? DepthOf(string word) => word switch
    {
        "abstract" or "abstract-only" => ReadDepth.AbstractOnly,
        "skimmed" => ReadDepth.Skimmed,
        "read" => ReadDepth.Read,
        "ran" or "code" or "ran-code" or "ran-the-code" => ReadDepth.RanCode,
        _ => null,
    };

    [GeneratedRegex(@"^(?:(?<one>[0-9]{1,4})|(?<from>[0-9]{1,4})?(?:\.\.|-|–|…)(?<to>[0-9]{1,4})?)$")]
    private static partial Regex YearForm();
}
