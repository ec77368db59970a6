using System.Collections.Frozen;

namespace Roundup.Sources;

// Lines copied from a PDF end in hyphens that the words don't have.
public sealed partial class PaperText
{
    /// <summary>Words that begin a compound more often than they are half of a longer word.</summary>
    private static readonly FrozenSet<string> Firsts = FrozenSet.ToFrozenSet(
    [
        "well", "low", "high", "long", "short", "self", "non", "multi", "cross", "fine", "pre", "post", "semi", "zero", "one", "two", "three", "few", "many", "large",
        "small", "deep", "real", "data", "end", "open", "closed", "black", "white", "so", "state", "on", "off", "out", "in", "up", "down", "first", "second", "third",
        "higher", "lower", "best", "near", "quasi", "pseudo", "co", "de", "re", "ex", "all", "half", "hand", "human", "model", "task", "time", "space", "domain", "class",
        "sub", "meta", "vision", "image", "text", "word", "sentence", "token", "graph", "question", "decision", "instruction", "mixture", "chain", "part", "point",
        "user", "large", "wide", "very", "right", "left", "top", "bottom", "full", "single", "double", "sample", "parameter", "computationally", "always",
    ]);

    /// <summary>Words that end a compound more often than they are half of a longer word.</summary>
    private static readonly FrozenSet<string> Seconds = FrozenSet.ToFrozenSet(
    [
        "based", "level", "driven", "free", "aware", "wise", "scale", "trained", "training", "tuned", "tuning", "shot", "term", "order", "dimensional", "specific",
        "of", "the", "art", "to", "and", "or", "known", "time", "world", "source", "like", "style", "quality", "efficient", "supervised", "agnostic", "invariant",
        "independent", "dependent", "rank", "linear", "convex", "trivial", "head", "modal", "agent", "guided", "centric", "oriented", "generated", "following", "in",
    ]);

    /// <summary>
    /// Joins a word that a line end parted. A hyphen that belongs to the word stays: in a compound ("state-of-the-" "art"), before a capital or a
    /// digit, where the text writes the word with it elsewhere, or has both halves as words of their own.
    /// </summary>
    private bool ReadLineEnd(int hyphens)
    {
        var next = _at + hyphens;
        var hasLineEnd = false;
        while (next < _text.Length && char.IsWhiteSpace(_text[next])) hasLineEnd |= _text[next++] is '\n' or '\r';
        if (hyphens > 1 || !hasLineEnd || next >= _text.Length || !char.IsLetterOrDigit(_text[next]) || !char.IsLetter(Previous)) return false;

        var first = LettersBefore(_at);
        var second = LettersFrom(next);
        // "short- and long-term" hangs its hyphen, whatever the line does.
        var behind = next + second.Length;
        if (second is "and" or "or" or "to" && behind < _text.Length && char.IsWhiteSpace(_text[behind])) Copy(1);
        else if (IsCompound(first, second, behind)) Write("-", next - _at);
        else Write("", next - _at);
        return true;
    }

    private bool IsCompound(string first, string second, int behind)
    {
        var before = _at - first.Length - 1;
        if (second.Length < 2 || first.Length < 2 || !char.IsLower(second[0]) || (before >= 0 && _text[before] is '-' or '‐')) return true;
        // Only Latin letters are hyphenated in this way, and a second half in capitals is an abbreviation.
        if (!char.IsLower(first[^1]) || second.Any(char.IsUpper)) return true;
        if (behind + 1 < _text.Length && _text[behind] is '-' && char.IsLetter(_text[behind + 1])) return true;
        if (Has(first + second)) return false;
        if (Has($"{first}-{second}")) return true;
        var known = first.ToLowerInvariant();
        return Firsts.Contains(known) || Seconds.Contains(second) || known.EndsWith("ly", StringComparison.Ordinal) || (known.Length > 4 && known.EndsWith("ed", StringComparison.Ordinal))
            || (Has(first) && Has(second));
    }

    // Few lines end in a hyphen, except in a text made for it.
    private bool Has(string word)
    {
        if (++_lookups > 1_000) return false;
        for (var at = _text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = _text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            var isWhole = (at is 0 || !IsOfWord(_text[at - 1])) && (end == _text.Length || !IsOfWord(_text[end]));
            if (isWhole) return true;
        }
        return false;

        static bool IsOfWord(char c) => char.IsLetter(c) || c is '-' or '‐';
    }

    private string LettersBefore(int end)
    {
        var start = end;
        while (start > 0 && end - start < LongestWord && char.IsLetter(_text[start - 1])) start--;
        return _text[start..end];
    }

    private string LettersFrom(int start)
    {
        var end = start;
        while (end < _text.Length && end - start < LongestWord && char.IsLetter(_text[end])) end++;
        return _text[start..end];
    }
}
