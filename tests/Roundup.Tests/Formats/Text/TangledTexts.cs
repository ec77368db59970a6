using System.Text;

namespace Roundup.Tests.Formats.Text;

/// <summary>Families of text that are known, or were found, to make Markdown parsers slow. Each is made to any length.</summary>
public static class TangledTexts
{
    public static IReadOnlyDictionary<string, Func<int, string>> Families { get; } = Units().Concat(Shapes()).ToDictionary();

    private static IEnumerable<KeyValuePair<string, Func<int, string>>> Units()
    {
        string[] units =
        [
            "[a](b", "[ (](", "![[]()", "[", "]", "[]", "[[]", "![", "![a]", "[a][b]", "[a]", "[a](<b", "[a](b \"", "](", "[x](y)", "((",
            "*a **a ", "*a ", "a**b", "**a *a ", "_a __a ", "*", "_", "*_", "a*_b_*", "~~a ~a ", "~", "*a_ ", "***a* ", "**x* ",
            "`", "`a", "``a`", "` `` ", "<", "<a", "<<a", "<http://a", "<a@b.c", "<a@b.c> ", "<http://a.b> ", "<!--", "<![CDATA[", "<?",
            "<!A ", "</a", "<a b=\"", "&", "&#", "&#x1;", "&amp;", "&a;", "\\", "\\[", "\\a", "|", "|a", "| ", "a|b\n", "|-", "|-|\n", "a|\n-|\n",
            "| a | b |\n|---|---|\n", "\t", "\ta\n", " ", "a  \n", "\n", "a\n", "a\n\n", "a\r\n", "\r", "> ", ">", ">\n", "> a\n", "> a\n\n",
            "- ", "-", "- a\n", "- a\n\n", "* - + ", "1. ", "1) a\n", "+\n", "* a\n\n", "- > ", "> - ", "- 1. > ", "# ", "#", "# a\n", "###### a #\n",
            "=\n", "a\n=\n", "a\n-\n", "---\n", "***\n", "[a]: b\n", "[a]:\n", "[a]: <b\n", "[a]: b \"\n", "[a]: b 'c'\n", "[a\n", "[a]: b\n\n", "[a]\n=\n", "[a]: b\r\n", "\f[a]: b\n", "[a]: b\n\f\n", "[a]: b\u2028\n",
            "```\n", "~~~\n", "```a", "    a\n", "    \n", "- ```\n", "http://", "http://a", "http://a.b ", "https://a.b/(", "h", "(http://a.b", "http://a)",
            "**http://a.b** ", "a@b.c ", "\u200b", "\u202e", "\u0301", "😀", "é", "\ufeff", "\u2028", "\u0001", "\u0085", "$a$ ", ":-: ", "{.a}", "^a^", "\"", "'", "a'b\"",
        ];
        foreach (var unit in units) yield return new(Visible(unit), length => Repeat(unit, length));
    }

    // Longer than a method should be, for it is a list: one line a family.
    private static IEnumerable<KeyValuePair<string, Func<int, string>>> Shapes()
    {
        yield return new("rising backticks", length => Rising(length, "`", " a "));
        yield return new("rising backticks, tight", length => Rising(length, "`", "a"));
        yield return new("rising stars", length => Rising(length, "*", "a "));
        yield return new("rising quotes", length => Rising(length, ">", "\n"));
        yield return new("rising spaces", length => Rising(length, " ", "- a\n"));
        yield return new("rising hashes", length => Rising(length, "#", " a\n"));
        yield return new("staircase of lists", length => Stairs(length, "  ", "- a\n", 80));
        yield return new("staircase of lists without end", length => Stairs(length, "  ", "- a\n", int.MaxValue));
        yield return new("60 quotes a line", length => Repeat(string.Concat(Enumerable.Repeat("> ", 60)) + "a\n", length));
        yield return new("60 lists a line", length => Repeat(string.Concat(Enumerable.Repeat("- ", 60)) + "a\n", length));
        yield return new("59 quotes, then lazy lines", length => Start(new string('>', 59) + "a\n", "a\n", length));
        yield return new("59 lists, then blank lines", length => Start(string.Concat(Enumerable.Repeat("- ", 59)) + "a\n", "\n", length));
        yield return new("closers, then openers", length => Repeat("a**", length / 2) + Repeat("**a", length / 2));
        yield return new("openers, then closers", length => Repeat("*a ", length / 2) + Repeat("a* ", length / 2));
        yield return new("nested brackets", length => new string('[', length / 2) + new string(']', length / 2));
        yield return new("nested links", length => new string('[', length / 6) + "a" + Repeat("](b)", length / 6 * 4));
        yield return new("nested images", length => Repeat("![", length / 3) + "a" + Repeat("](b)", length / 3 * 2));
        yield return new("definitions, then uses", Definitions);
        yield return new("wide table", length => Wide(length, 500));
        yield return new("table of one row", length => Wide(length, 40_000));
        yield return new("tall table", length => Start("|a|b|\n|-|-|\n", "|c|d|\n", length));
        yield return new("long label", length => "[" + new string('a', length - 4) + "]: b");
        yield return new("long address", length => "[a](" + new string('b', length - 5) + ")");
        yield return new("long title", length => "[a](b \"" + new string('c', length - 9) + "\")");
        yield return new("long bare address", length => "http://a.b/" + Repeat("(x).", length - 12));
        yield return new("open fence", length => Start("```\n", "[a](b\n", length));
        yield return new("paragraphs at the limit of marks", length => Repeat(Repeat("[a](b", 1_660) + "\n\n", length));
        yield return new("paragraphs of stars at the limit", length => Repeat(Repeat("*a **a ", 920) + "\n\n", length));
        yield return new("paragraphs of backticks at the limit", length => Repeat(Rising(1_000, "`", "a") + "\n\n", length));
        yield return new("paragraphs of brackets at the limit", length => Repeat(new string('[', 990) + "\n\n", length));
        yield return new("paragraphs of images at the limit", length => Repeat(Repeat("![[]()", 990) + "\n\n", length));
        yield return new("paragraphs of pipes at the limit", length => Repeat("|-|\n" + Repeat("|a", 7_900) + "\n\n", length));
        yield return new("emphasis at the limit of marks in all", length => Repeat(Repeat("*a* bcd ", 8 * 190) + "\n\n", length));
        yield return new("brackets at the limit of marks in all", length => Repeat(new string('[', 990) + new string('a', 2_400) + "\n\n", length));
        yield return new("links at the limit of marks in all", length => Repeat(Repeat("[a](bcdefghi", 2_900) + "\n\n", length));
        yield return new("images at the limit of marks in all", length => Repeat(Repeat("![[]()abcdefghijkl", 2_900) + "\n\n", length));
        yield return new("rules at the limit of elements", length => Start(Repeat("***\n", 4 * 19_900), "a", length));
        yield return new("breaks at the limit of elements", length => Start(Repeat("a  \n", 4 * 9_900), "a", length));
        yield return new("items at the limit of elements", length => Start(Repeat("- a\n", 4 * 4_900), "a", length));
        yield return new("headings at the limit of elements", length => Start(Repeat("# a\n", 4 * 6_600), "a", length));
        yield return new("bare addresses at the limit of elements", length => Start(Repeat("http://a ", 9 * 6_600), "a", length));
        yield return new("addresses in brackets at the limit", length => Repeat(Repeat("<http://a> ", 5_400) + "\n\n", length));
        yield return new("links at the limit", length => Repeat(Repeat("[a](/b) ", 1_990) + "\n\n", length));
        yield return new("emphasis at the limit", length => Repeat(Repeat("*a* ", 790) + "\n\n", length));
        yield return new("code at the limit", length => Repeat(Repeat("`a` ", 1_990) + "\n\n", length));
        yield return new("cells at the limit of elements", length => Start("|a|b|\n|-|-|\n" + Repeat("|c|d|\n", 6 * 1_300), "\n", length));
        yield return new("lists of 50 with blank lines", length => Start(Repeat("- ", 100) + "a\n", "\n", Math.Min(length, 11_000)));
        yield return new("underlines at the limit", length => Start(Repeat("a\n\n", 3 * 4_000) + Repeat("a\n=\n", 4 * 990), "a", length));
        yield return new("definitions at the limit", length => Repeat(Repeat("[a]: b\n", 7 * 490) + "\n", length));
        yield return new("ordinary writing", length => Repeat(Ordinary, length));
    }

    private const string Ordinary =
        "## A heading\n\nThis *week* brings **three** papers on [sparse attention](https://example.org/a), each with `code`.\n\n"
        + "- one\n- two with a [link](https://example.org/b)\n\n> A quotation of some length that goes on for a line.\n\n"
        + "Ordinary sentences make up the larger part of what editors write, and they carry few marks of any kind at all.\n\n";

    private static string Repeat(string unit, int length) => new StringBuilder().Insert(0, unit, Math.Max(1, length / unit.Length)).ToString();

    private static string Start(string first, string unit, int length) => first + Repeat(unit, length - first.Length);

    private static string Rising(int length, string mark, string between) => Stairs(length, mark, between, int.MaxValue);

    private static string Stairs(int length, string step, string tread, int height)
    {
        var text = new StringBuilder(length);
        for (var i = 1; text.Length + (i * step.Length) + tread.Length <= length; i = i < height ? i + 1 : 1)
        {
            text.Insert(text.Length, step, i).Append(tread);
        }

        return text.ToString();
    }

    private static string Definitions(int length)
    {
        var text = new StringBuilder(length);
        var count = length / 20;
        for (var i = 0; i < count; i++) text.Append('[').Append(i).Append("]: b\n");
        text.Append('\n');
        for (var i = 0; text.Length + 10 < length; i++) text.Append('[').Append(i).Append("] ");
        return text.ToString();
    }

    private static string Wide(int length, int columns)
    {
        var row = Repeat("|a", columns * 2) + "|\n";
        return row + Repeat("|-", columns * 2) + "|\n" + Repeat(row, Math.Max(0, length - (2 * row.Length)));
    }

    private static string Visible(string unit) => unit.Aggregate("", (text, character) =>
        text + (character is > ' ' and < '\u007f' ? $"{character}" : character is ' ' ? "·" : $"\\u{(int)character:x4}"));
}
