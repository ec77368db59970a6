using System.Text.RegularExpressions;
using Roundup.Model.Papers;

namespace Roundup.Sources;

/// <summary>arXiv has no flag for a withdrawn paper: its new version says so in the comment, or in place of the abstract.</summary>
public static partial class Withdrawal
{
    /// <summary>A hint for the editor to check, not a fact: a paper may write about withdrawals.</summary>
    public static bool IsHintedAt(PaperRecord record) =>
        Says().IsMatch(record.Comment ?? "") || (record.Abstract is { } text && Says().IsMatch(text[..Math.Min(text.Length, 200)]));

    [GeneratedRegex(@"\b(?:paper|article|manuscript|submission|preprint|work|version|note)\b.{0,40}\b(?:is|was|has been|have been|being)\s+(?:temporarily\s+)?withdrawn\b|^\W*withdrawn\b|\bwithdrawn\s+by\b|\bwithdrawn\s+(?:due|because)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Says();
}
