using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Roundup.Model.Issues;
using Roundup.Model.Text;

namespace Roundup.Model.Search;

/// <summary>Reads the language of <see cref="SearchQuery"/>, one part after the other.</summary>
internal sealed partial class SearchReader(string typed)
{
    private const string Quotes = "\"“”„‟«»＂";
    private const string Minuses = "-−–";

    private readonly string _text = Letters.Normal(typed.Replace('\0', ' '), NormalizationForm.FormC);
    private readonly List<SearchTerm> _terms = [];
    private int _at;

    public SearchQuery Read()
    {
        while (ReadPart()) { }
        var kept = _terms.Take(SearchQuery.MaxTerms).ToList();
        if (kept is [.., { IsQuoted: false, IsExcluded: false, Field: SearchField.Anywhere or SearchField.Title or SearchField.Author } last] && SearchQuery.IsBeginning(last.Words[^1]))
            kept[^1] = last with { IsPrefix = true };
        return new(kept) { IsCut = _terms.Count > SearchQuery.MaxTerms };
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
            if (_text[_at++] is ':' or '：' && FieldOf(_text[start..(_at - 1)]) is { } field && _at < _text.Length && !char.IsWhiteSpace(_text[_at]))
            {
                var isQuoted = IsQuote(_at);
                Add(field, isQuoted ? Quoted() : Word(), isQuoted, isExcluded);
                return true;
            }
        }

        Add(SearchField.Anywhere, _text[start.._at], false, isExcluded);
        return true;
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
            SearchField.Anywhere when !isQuoted && Id(value) is { } id => new(field, value, Words(id)),
            SearchField.Anywhere => new SearchTerm(field, value, Words(value)) { IsQuoted = isQuoted },
            _ => new SearchTerm(field, value, Words(value)) { IsQuoted = isQuoted },
        };
        // A field that has no such value: its words are looked for instead.
        term ??= new SearchTerm(SearchField.Anywhere, $"{field.ToString().ToLowerInvariant()} {value}", Words($"{field} {value}")) { IsQuoted = true };
        if (term.Words.Count > 0) _terms.Add(term with { IsExcluded = isExcluded });
    }

    private static List<string> Words(string value) => [.. SearchWords.Of(value).Take(SearchQuery.MaxTerms)];

    private static SearchTerm? Year(string value)
    {
        if (YearForm().Match(value) is not { Success: true } match) return null;

        var single = match.Groups["one"];
        var from = Number(single.Success ? single : match.Groups["from"]) ?? SearchYears.First;
        var to = Number(single.Success ? single : match.Groups["to"]) ?? SearchYears.Last;
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

    // Readers paste ids as they find them: with a prefix, a version, or as an address.
    private static string? Id(string value)
    {
        if (ArxivForm().Match(value) is { Success: true } arxiv) return arxiv.Groups["id"].Value;
        return DoiForm().Match(value) is { Success: true } doi ? doi.Groups["id"].Value : null;
    }

    [GeneratedRegex(@"^(?:(?<one>[0-9]{4})|(?<from>[0-9]{4})?(?:\.\.|-|–|…)(?<to>[0-9]{4})?)$")]
    private static partial Regex YearForm();

    [GeneratedRegex(@"^(?:arxiv:|(?:https?://)?(?:[a-z.]*\.)?arxiv\.org/(?:abs|pdf|html)/)?(?<id>[0-9]{4}\.[0-9]{4,5}|[a-z-]{2,10}(?:\.[a-z]{2})?/[0-9]{7})(?:v[0-9]{1,3})?(?:\.pdf)?/?$", RegexOptions.IgnoreCase)]
    private static partial Regex ArxivForm();

    [GeneratedRegex(@"^(?:doi:|(?:https?://)?(?:dx\.)?doi\.org/)?(?<id>10\.[0-9]{4,9}/\S+)$", RegexOptions.IgnoreCase)]
    private static partial Regex DoiForm();
}

/// <summary>The years that papers are of; what is asked beyond is cut.</summary>
public static class SearchYears
{
    public const int First = 1900;
    public const int Last = 2100;
}
