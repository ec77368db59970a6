using System.Security.Cryptography;
using System.Text;
using Roundup.Model.Issues;
using Roundup.Model.Text;

namespace Roundup.Model.Search;

/// <summary>
/// What an index knows of a document beyond its words, as words that nobody can type: they begin with a rune, and <see cref="SearchWords"/> makes none.
/// So a filter is a list in the index like any other, and costs no more than its own length.
/// </summary>
public static class SearchMarks
{
    public const string All = "ᚠall";
    public const string Paper = "ᚠpaper";
    public const string Issue = "ᚠissue";
    public const string Code = "ᚠcode";

    /// <summary>Matches nothing: a topic that there is not.</summary>
    public const string Nothing = "ᚠnothing";

    /// <summary>Keeps the last word of one text from being a neighbour of the first of the next.</summary>
    public const string Break = "ᚠbreak";

    public static string Title(string word) => $"ᛏ{word}";

    public static string Author(string word) => $"ᚨ{word}";

    public static string Opinion(string word) => $"ᛟ{word}";

    public static string Venue(string word) => $"ᚢ{word}";

    /// <param name="key">As <see cref="SearchWords.Key"/> makes it.</param>
    public static string WholeVenue(string key) => $"ᚡ{Letters.Cut(key.Replace("-", "", StringComparison.Ordinal), 200)}";

    public static string Year(int year) => $"ᚠy{year:D4}";

    /// <summary>The beginning that the marks of ten years have in common, of a hundred, or of a thousand.</summary>
    public static string Years(int first, int span) => Year(first)[..^(span switch { 1000 => 3, 100 => 2, 10 => 1, _ => 0 })];

    public static string Topic(int id) => $"ᚠt{id}";

    /// <summary>That an opinion links to a paper, by its database id.</summary>
    /// <param name="origin">Of a whole address: https://example.org. Empty for one within the site.</param>
    public static string LinkToPaper(int id, string origin = "") => $"ᛚp{id}{Site(origin)}";

    /// <summary>That an opinion links to a paper's place in an issue, by the entry's database id.</summary>
    /// <param name="origin">As above.</param>
    public static string LinkToEntry(int id, string origin = "") => $"ᛚe{id}{Site(origin)}";

    // A word of an index is made of letters and digits.
    private static string Site(string origin) => origin is "" ? "" : $"o{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin.ToLowerInvariant())).AsSpan(0, 8))}";

    /// <summary>A document has the mark of every depth that the deepest reading of it includes.</summary>
    public static string Depth(ReadDepth depth) => $"ᚠd{(int)depth}";
}
