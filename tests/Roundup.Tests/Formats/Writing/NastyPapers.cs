using Roundup.Model.Papers;

namespace Roundup.Tests.Formats.Writing;

/// <summary>Made up so that every writer stumbles who forgets something.</summary>
internal static class NastyPapers
{
    private static readonly string[] Texts =
    [
        "R&D at AT&T", "100% of 50%", "The C# and F# languages", "snake_case_names and _emphasis_", "It costs $5", "From $5 to $6 a month", "Braces {inside} a title", "Unbalanced { brace",
        "Unbalanced } brace", "}{ the wrong way round", "{{{ three", "}}} three", "Ends in a backslash \\", "Ends in a backslash and a brace \\{", "C:\\temp\\new", "\\emph{oracle", "\\alpha decay",
        "A tilde ~ here", "A caret ^ there", "A back`tick and ``two''", "It's an author's", "'single' and \"double\" quotes", "“curly” and ‘single’ and „low“", "1--2 and 3---4", "an en–dash and an em—dash",
        "a < b > c", "<i>not italic</i> <script>alert(1)</script>", "&amp; is not &, nor &lt; <", "a | b || c", "a @ b @article{x, title={y}}", "Commas, commas, and commas", "semi;colon:s", "A = B = C",
        "maths $x^2$ inside", "$\\alpha$-stable $\\beta_{ij}$ and $O(n \\log n)$", "$E=mc^2$", "display $$\\sum_{i=1}^n i$$ maths", "greek $ω$ in maths, \u03c9 outside", "adjacent $a$$b$ maths",
        "broken maths $\\frac{1}{2$ here", "money $5 and maths $x$ too", "percent in maths $50%$ is no maths", "escaped dollar \\$5 and \\$6", "$ alone", "$$", "maths with a set $\\{1, 2\\}$ and a brace {",
        "漢字の論文について", "한국어 제목", "中文标题：一个测试", "למידה עמוקה של שפות", "العربية & الإنجليزية", "emoji 😀 👩‍🔬 🇪🇺", "naïve café Ångström Łukasz Øster ß æ œ ı", "combining e\u0301 and n\u0303", "math letters 𝔸𝕓 𝒳",
        "\u202Ebidirectional\u202C marks \u200Fhere", "zero\u200Bwidth\u2060joiners\uFEFF", "soft\u00ADhyphen", "controls \u0001\u0007\u001b[31m\u0085 gone", "lone surrogate \uD83D here", "noncharacters \uFFFE and \uFFFF",
        "TY  - JOUR in a title", "ER  - ", "title = {x}, author = {y}", "% a comment", "#1 in a list", "and", "and others", "GPT-4: A BERT for iPhones & 3D", "ALL CAPITALS HERE & THERE", "!` and ?` and ,, and << and >>",
        "ends with a quote \"", "\"", "{", "}", "\\", "~", "_", "0", "@comment{", "x\u2028y\u2029z", "a  lot   of    blanks", "\\\\ two backslashes \\% and \\_", "^^M and ^{2} and _{3}", "~/.bashrc", "–", "'''", "---",
    ];

    private static readonly string[][] Authors =
    [
        ["Kevin Meng", "Laurens van der Maaten", "Martin Luther King Jr.", "Plato"],
        ["Meng, Kevin", "van der Maaten, Laurens", "King, Jr., Martin Luther"],
        ["ATLAS Collaboration", "Barnes and Noble", "Research & Development, Inc.", "The Royal Society of London"],
        ["O'Neill, Sinéad", "Jean d'Alembert", "Yann Le Cun", "José María de la Cruz"],
        ["李 明", "王小明", "נועה כהן", "Björk Guðmundsdóttir", "Łukasz Żółć"],
        ["<img src=x>", "Robert'); DROP TABLE", "A {brace} B", "Back\\slash Jones", "50% Off", "a_b c_d"],
        ["others", "And", "AND AND", "and", "Anders And"],
        ["X", "x y", "bell hooks", "J. R. R. Tolkien", "Jean-Paul Sartre", "A. B. C. D. E.", "Smith, A., B., C."],
        ["Name~With Tilde", "Dollar $ign", "Double--Dash Person", "\"Weird Al\" Yankovic", "Conan O’Brien"],
        [", comma first", "comma last,", ",", "  spaced   out  "],
    ];

    public static IEnumerable<Paper> All => Texts.Select(Everywhere).Concat(Authors.Select(By)).Concat(Odd());

    private static Paper Everywhere(string text, int place) => Shelf.Paper(
        text, [.. Authors[place % Authors.Length]], $"{text}\n\nA second paragraph of {text}, and so on.", text, (PaperKind)(place % 11),
        place % 3 == 0 ? null : new DateOnly(1900 + place, (place % 12) + 1, (place % 28) + 1),
        new PaperImprint($"{place}", $"{place} & {place}", place % 2 == 0 ? $"{place}–{place + 9}" : $"e{place}_1", place % 4 == 0 ? "" : text),
        "https://example.org/a_b%20c#d~e?x={1}&y=$2^3", [new(PaperScheme.Doi, $"10.1175/1520-0469(1996)053<0946:asthh_{place}>2.0.co;2#%&"), new(PaperScheme.Arxiv, $"2202.{place:00000}")],
        place % 5 == 0 ? [] : ["cs.CL", "stat.ML", "a & b_c"], [new(LinkKind.Pdf, $"https://example.org/{place}.pdf")]);

    private static Paper By(string[] authors) => Shelf.Paper("A Paper by Odd People", authors, kind: PaperKind.ConferencePaper, venue: "NeurIPS");

    private static IEnumerable<Paper> Odd()
    {
        yield return new Paper("", Shelf.Now);
        yield return Shelf.Paper("Nothing but a title");
        yield return Shelf.Paper("A crowd", [.. Enumerable.Range(1, 3000).Select(n => $"Ada Author{(char)('a' + (n % 26))}")], "Three thousand wrote it.", kind: PaperKind.Article, venue: "Physical Review Letters");
        yield return Shelf.Paper("Exactly as many as may be", [.. Enumerable.Range(1, 300).Select(n => $"Bo Bystander{(char)('a' + (n % 26))}")]);
        yield return Shelf.Paper(new string('w', 1000), [new string('n', 300)], string.Concat(Enumerable.Repeat("words and $maths$ & more ", 800)));
        yield return Shelf.Paper("The same", ["Kevin Meng"], on: new(2022, 1, 1));
        yield return Shelf.Paper("The same", ["Kevin Meng"], on: new(2022, 5, 9));
        yield return Shelf.Paper("The same", ["Karl Meng"], on: new(2022, 12, 31));
        foreach (var kind in Enum.GetValues<PaperKind>())
        {
            yield return Shelf.Paper($"Of kind {kind}", ["Ann Reader"], "It is one.", "The Venue", kind, new(2020, 2, 29), new("1", "2", "3–4", "A Press"), ids: [new(PaperScheme.Arxiv, "2001.00001")], categories: ["cs.LG"]);
            yield return Shelf.Paper($"Of kind {kind} at a venue alone", ["Ann Reader"], "It is one.", "The Venue", kind, new(2020, 1, 1));
            yield return Shelf.Paper($"Of kind {kind} on arXiv", ["Ann Reader"], "It is one.", "arXiv", kind, new(2020, 1, 2), ids: [new(PaperScheme.Arxiv, "cs/0112017", 2)], categories: ["cs.LG"]);
        }
    }
}
