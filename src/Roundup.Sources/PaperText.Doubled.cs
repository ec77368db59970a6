using System.Text;
using Roundup.Model.Text;

namespace Roundup.Sources;

// Copied from a page that shows maths, a formula comes twice: as it looks and as it is written, "O(n2)O(n^2)", and from some a third time.
public sealed partial class PaperText
{
    private const int LongestSeen = 120;
    private const int MostStarts = 12;

    /// <summary>
    /// Keeps of a doubled formula the TeX, in dollars. The two have to say the same sign by sign, so that nothing else is ever taken for one.
    /// </summary>
    private static string Undouble(string text)
    {
        // In a text as long as no abstract is, looking back from each sign would cost too much.
        if (text.Length > 20_000 || text.AsSpan().IndexOfAny('\\', '^', '_') < 0) return text;
        var doubled = new DoubledMaths(text);
        var single = new StringBuilder(text.Length);
        var kept = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('\\' or '^' or '_' or '$')) continue;
            if (MathsInText.At(text, at) is { } maths)
            {
                if (doubled.SeenBefore(maths, kept) is >= 0 and var seen) (_, kept) = (single.Append(text, kept, seen - kept), at);
                at = maths.End - 1;
            }
            else if (doubled.Around(at, kept) is var (start, tex, end))
            {
                single.Append(text, kept, start - kept).Append('$').Append(text, tex, end - tex).Append('$');
                kept = doubled.BehindThird(start, tex, end);
                at = kept - 1;
            }
            // A sign behind a backslash is a sign.
            else if (text[at] is '\\' && at + 1 < text.Length && !char.IsLetter(text[at + 1])) at++;
        }
        return kept is 0 ? text : single.Append(text, kept, text.Length - kept).ToString();
    }

    /// <param name="text">At most 20,000 characters.</param>
    private sealed class DoubledMaths(string text)
    {
        // What comparing may cost in a text made to be compared.
        private int _steps = 2_000_000;

        /// <summary>Where the look of a formula in dollars begins that stands right before it; -1 where none does.</summary>
        public int SeenBefore(MathsSpan maths, int from)
        {
            var end = maths.Start;
            while (end > from && text[end - 1] is ' ') end--;
            var tex = maths.Start + maths.Delimiter;
            var isSure = text.AsSpan(tex, maths.Length - 2 * maths.Delimiter).ContainsAny('\\', '^', '_');
            foreach (var start in Starts(end, from))
                if (End(start, end, tex) == maths.End - maths.Delimiter && isSure) return start;
            return -1;
        }

        /// <summary>The formula whose TeX holds the sign at <paramref name="at"/>: where its look begins, its TeX, and where that ends.</summary>
        public (int Start, int Tex, int End)? Around(int at, int from)
        {
            if (text[at] is '\\' && (at + 1 >= text.Length || !(char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '%' or '{' or '}' or '|'))) return null;
            for (var tex = at; tex > from && at - tex < 24; tex--)
            {
                // TeX begins where its look ended, without a blank between.
                if (char.IsWhiteSpace(text[tex]) || char.IsWhiteSpace(text[tex - 1])) continue;
                foreach (var start in Starts(tex, from))
                    if (End(start, tex, tex) is var end && end > at && IsTwoSigns(start, tex, at) && IsBalanced(start, tex)) return (start, tex, end);
            }
            return null;
        }

        /// <summary>Behind the look once more, where it stands behind the TeX too.</summary>
        public int BehindThird(int start, int tex, int end)
        {
            var seen = text.AsSpan(start, tex - start).Trim();
            return text.AsSpan(end).StartsWith(seen, StringComparison.Ordinal) ? end + seen.Length : end;
        }

        // "xx_1" is none, and neither is a snake_case name after its own first letter; a letter and its own command are.
        private bool IsTwoSigns(int start, int end, int at) => text[at] is '\\' || end - start > 1;

        // "n2)O(" begins and ends within others.
        private bool IsBalanced(int start, int end)
        {
            var depth = 0;
            for (var i = start; i < end && depth >= 0; i++) depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            return depth is 0;
        }

        // Where words begin before a place, the nearest first.
        private IEnumerable<int> Starts(int end, int from)
        {
            var found = 0;
            for (var start = end - 1; start >= from && end - start <= LongestSeen && found < MostStarts; start--)
            {
                if (text[start] is '\\' or '^' or '_' or '$') yield break;
                if (char.IsWhiteSpace(text[start]) || (start > from && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('(' or '[' or '“' or '"'))) continue;
                found++;
                yield return start;
            }
        }

        /// <summary>Where the TeX ends that says what stands from <paramref name="start"/> to <paramref name="end"/>; -1 when it says something else.</summary>
        private int End(int start, int end, int tex)
        {
            var (depth, seen) = (0, start);
            while (_steps-- > 0)
            {
                while (seen < end && IsUnseen(text[seen])) seen++;
                if (seen >= end) return Closed(tex, depth);
                if (tex >= text.Length) return -1;
                var c = text[tex];
                if (c is '{' or '}') depth += c is '{' ? 1 : -1;
                if (depth < 0 || c is '$') return -1;
                if (c is '{' or '}' or '^' or '_' or '&' or '~' || IsUnseen(c)) tex++;
                else if (c is not '\\') { if (!Says(c.ToString(), end, ref seen)) return -1; tex++; }
                else if (Command(ref tex) is not { } sign || !Says(sign, end, ref seen)) return -1;
            }
            return -1;
        }

        // All is said; what is open may still be closed, and nothing may hang on.
        private int Closed(int tex, int depth)
        {
            for (; depth > 0 && tex < text.Length && text[tex] is '}'; tex++) depth--;
            var isEnd = tex >= text.Length || text[tex] is not ('^' or '_' or '{' or '}');
            var isWord = tex < text.Length && char.IsLetterOrDigit(text[tex]) && char.IsLetterOrDigit(text[tex - 1]);
            return depth is 0 && isEnd && !isWord ? tex : -1;
        }

        private string? Command(ref int tex)
        {
            var end = tex + 1;
            while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
            var name = text[(tex + 1)..end];
            tex = Math.Max(end, Math.Min(tex + 2, text.Length));
            if (name is not "") return TexSymbols.Seen(name);
            return text[tex - 1] switch { '{' => "{", '}' => "}", '%' => "%", '#' => "#", '|' => "‖", ',' or ';' or ':' or '!' or ' ' => "", _ => null };
        }

        private bool Says(string sign, int end, ref int seen)
        {
            foreach (var c in Plain(sign))
            {
                while (seen < end && IsUnseen(text[seen])) seen++;
                var isPair = seen + 1 < end && char.IsSurrogatePair(text[seen], text[seen + 1]);
                if (seen >= end || Plain(text.Substring(seen, isPair ? 2 : 1)) is not [var other] || other != c) return false;
                seen += isPair ? 2 : 1;
            }
            return true;
        }

        private static bool IsUnseen(char c) => char.IsWhiteSpace(c) || c is >= '\u2061' and <= '\u2064' or '\u200B' or '\u2009';

        // 𝑛, ⁿ and n, ϵ and ε, − and -: one sign each to a reader.
        private static string Plain(string sign) => sign is [< '\u0080'] ? sign : Letters.Normal(sign, NormalizationForm.FormKC) switch
        {
            "−" => "-",
            "∗" or "⋆" => "*",
            "∼" => "~",
            "⋅" or "·" => ".",
            "∣" => "|",
            "′" => "'",
            "ϵ" => "ε",
            "ϕ" => "φ",
            "..." or "⋯" => "…",
            var plain => plain,
        };
    }
}
