using System.Globalization;
using DiffPlex;

namespace Roundup.Web.Reading;

/// <summary>
/// What texts are compared by. Put together again, the pieces are the text.
/// </summary>
internal sealed class Pieces : IChunker
{
    private readonly Func<string, int, int> _lengthAt;

    private Pieces(Func<string, int, int> lengthAt) => _lengthAt = lengthAt;

    /// <summary>Words, runs of white space, and every other sign by itself; in scripts that part no words by spaces, each letter.</summary>
    public static Pieces Words { get; } = new(WordAt);

    public static Pieces Lines { get; } = new((text, at) => text.IndexOf('\n', at) is var end && end < 0 ? text.Length - at : end + 1 - at);

    public IReadOnlyList<string> Chunk(string text)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length; at += pieces[^1].Length) pieces.Add(text.Substring(at, _lengthAt(text, at)));
        return pieces;
    }

    private static int WordAt(string text, int at)
    {
        if (char.IsWhiteSpace(text[at])) return RunAt(text, at, char.IsWhiteSpace);
        if (IsOfWord(text[at])) return RunAt(text, at, c => IsOfWord(c) || c is '\'' or '’');
        return StringInfo.GetNextTextElementLength(text, at);
    }

    private static int RunAt(string text, int at, Func<char, bool> belongs)
    {
        var end = at + 1;
        while (end < text.Length && belongs(text[end])) end++;
        return end - at;
    }

    // Thai to Khmer, and what is written in ideographs or syllables, has no spaces between words.
    private static bool IsOfWord(char c) =>
        c is not ((>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uF900' and <= '\uFAFF'))
        && (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation);
}
