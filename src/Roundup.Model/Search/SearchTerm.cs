using Roundup.Model.Issues;

namespace Roundup.Model.Search;

/// <summary>What a part of a query is looked for in.</summary>
public enum SearchField
{
    Anywhere = 0,
    Title = 1,
    Author = 2,
    Topic = 3,
    Year = 4,
    Venue = 5,
    Has = 6,
    Depth = 7,
}

/// <summary>One part of a query; all parts together decide.</summary>
/// <param name="Value">As it is printed again: without its field, quotes and minus.</param>
/// <param name="Words">What is compared; several stand one after the other in the text.</param>
public sealed record SearchTerm(SearchField Field, string Value, IReadOnlyList<string> Words)
{
    public bool IsExcluded { get; init; }

    /// <summary>Was in quotation marks, and is taken to the letter.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether the last word may go on: the one that is being typed.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>The first and last year that count; null for another field.</summary>
    public (int From, int To)? Years { get; init; }

    /// <summary>At least so far; null for another field.</summary>
    public ReadDepth? Depth { get; init; }

    /// <summary>Whether it is about words of the text, which can be shown where they stand.</summary>
    public bool IsShown => !IsExcluded && Field is SearchField.Anywhere or SearchField.Title or SearchField.Author;

    public override string ToString()
    {
        var value = IsQuoted || Value.Any(char.IsWhiteSpace) ? $"\"{Value}\"" : Value;
        return $"{(IsExcluded ? "-" : "")}{(Field is SearchField.Anywhere ? "" : $"{Field.ToString().ToLowerInvariant()}:")}{value}";
    }

    public bool Equals(SearchTerm? other) => other is not null && ToString() == other.ToString() && IsPrefix == other.IsPrefix && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
