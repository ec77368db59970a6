using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Roundup.Formats.Writing;
using Roundup.Model.Papers;
using Roundup.Tests.Sources;

namespace Roundup.Tests.Formats.Writing;

/// <summary>
/// What goes in comes out. The formats themselves demand this much, and no more is taken for equal here:
/// control characters and byte order marks are left out and what is no character becomes U+FFFD, for no file may hold them; letters are composed (NFC); paragraphs of an abstract
/// become one line in BibTeX and RIS; an address has blanks, braces and the like percent-encoded, in BibTeX the dollar too; a name that was given last name first comes back as a name,
/// and RIS can't say that a name is a group's; the dash between pages is each format's own; of more than 300 authors the first 300 are there, and a sign that
/// there are more; keywords are a set, and commas and semicolons part them; a preprint's, report's or thesis's only venue is its publisher; arXiv is said once.
/// </summary>
public sealed partial class Read_back_by_others(ITestOutputHelper output)
{
    [Fact]
    public Task Papers_of_the_sample() => CheckAsync("sample", [.. RealPapers.OfTheSample()], 10);

    [Fact]
    public Task Papers_of_the_shared_cases() => CheckAsync("shared cases", [.. RealPapers.OfTheCases()], SharedFolder.Root is null ? 0 : 150);

    [Fact]
    public Task Papers_of_recorded_replies() => CheckAsync("recorded replies", [.. RealPapers.OfCrossref(), .. RealPapers.OfArxiv(300)], SharedFolder.Root is null ? 0 : 400);

    [Fact]
    public Task Nasty_papers() => CheckAsync("nasty papers", [.. NastyPapers.All], 120);

    private async Task CheckAsync(string what, IReadOnlyList<Paper> papers, int atLeast)
    {
        Assert.SkipWhen(papers.Count == 0, "The shared folder is not beside this repository.");
        Assert.True(papers.Count >= atLeast, $"only {papers.Count} papers");
        var read = await OtherReaders.ReadAsync([.. papers.Select(Reference.Of)]);
        var (unchanged, misses) = (0, new List<string>());
        foreach (var (extension, file) in read)
        {
            Assert.Empty(file.Errors);
            Assert.Equal(papers.Count, file.Papers.Count);
            foreach (var (paper, back) in papers.Zip(file.Papers))
            {
                var changed = Changes(paper, back, extension).ToList();
                if (changed is []) unchanged++;
                misses.AddRange(changed.Select(c => $"{extension}: {c}"));
            }
        }

        var keys = read["bib"].Papers.Select(p => p.Key!).ToList();
        Assert.All(keys, key => Assert.Matches("^[a-z][a-z0-9-]*$", key));
        Assert.Equal(keys.Distinct(), keys);
        Assert.Equal(keys, read["csl.json"].Papers.Select(p => p.Key!));
        output.WriteLine($"FIGURE: {what}: papers × formats unchanged = {unchanged} / {papers.Count * read.Count}");
        Assert.True(misses is [], string.Join("\n", misses.Take(40).Prepend($"{misses.Count} changes")));
    }

    private static IEnumerable<string> Changes(Paper paper, OtherReaders.ReadPaper back, string extension)
    {
        IEnumerable<(string Field, string Is, string Was)> Fields()
        {
            var isBib = extension is "bib";
            yield return ("title", back.Title ?? "", OneLine(paper.Title));
            yield return ("authors", string.Join(" | ", back.Authors.Where(a => !IsOthers(a)).Select((a, at) => Name(a, paper.Authors[at]))), string.Join(" | ", paper.Authors.Take(300).Select(Name).Where(a => a is not "")));
            yield return ("more", $"{back.Authors.Any(IsOthers)} {back.Note}".Trim(), More(paper, isBib));
            yield return ("date", $"{back.Year} {back.Month?.TrimStart('0')} {back.Day?.TrimStart('0')}".Trim(), Date(paper));
            yield return ("venue and publisher", $"{back.Venue} at {back.Publisher}", Places(paper, isBib));
            yield return ("volume", back.Volume ?? "", OneLine(paper.Imprint.Volume));
            yield return ("number", back.Number ?? "", OneLine(paper.Imprint.Number));
            yield return ("pages", Dash(back.Pages ?? ""), Dash(OneLine(paper.Imprint.Pages)));
            yield return ("doi", isBib ? Uri.UnescapeDataString(back.Doi ?? "") : back.Doi ?? "", isBib ? Uri.UnescapeDataString(Name(paper, PaperScheme.Doi)) : Name(paper, PaperScheme.Doi));
            yield return ("arXiv", back.Arxiv ?? "", Name(paper, PaperScheme.Arxiv) is { Length: > 0 } id ? isBib ? id : $"arXiv:{id}" : "");
            yield return ("url", back.Url ?? "", isBib ? Encoded(paper.Address).Replace("$", "%24", StringComparison.Ordinal) : Encoded(paper.Address));
            yield return ("pdf", back.Pdf ?? "", extension is "ris" ? paper.Links.FirstOrDefault(l => l.Kind is LinkKind.Pdf)?.Url ?? "" : "");
            yield return ("keywords", Set(back.Keywords), Set(paper.Categories));
            yield return ("abstract", back.Abstract ?? "", extension is "csl.json" ? Plain(paper.Abstract.Source).Trim() : OneLine(paper.Abstract.Source));
            if (paper.Kind is not PaperKind.Unknown) yield return ("type", back.Type ?? "", Type(paper, extension));
        }

        return Fields().Where(f => f.Is != f.Was).Select(f => $"{f.Field} of “{Short(paper.Title)}”: “{Short(f.Is)}” was “{Short(f.Was)}”");
    }

    private static string More(Paper paper, bool isBib) =>
        paper.Authors.Count <= 300 ? "False" : isBib ? "True" : string.Create(CultureInfo.InvariantCulture, $"False First 300 of {paper.Authors.Count:N0} authors.");

    private static bool IsOthers(OtherReaders.ReadName name) => name is { Literal: null, Family: "others", Given: "" };

    private static string Type(Paper paper, string extension)
    {
        string[] types = paper.Kind switch
        {
            PaperKind.Preprint => ["misc", "UNPB", "article"],
            PaperKind.Article => ["article", "JOUR", "article-journal"],
            PaperKind.ConferencePaper => ["inproceedings", "CPAPER", "paper-conference"],
            PaperKind.Book => ["book", "BOOK", "book"],
            PaperKind.Chapter => ["incollection", "CHAP", "chapter"],
            PaperKind.Report => ["techreport", "RPRT", "report"],
            PaperKind.Thesis => ["phdthesis", "THES", "thesis"],
            PaperKind.Page => ["online", "BLOG", "post-weblog"],
            PaperKind.Dataset => ["misc", "DATA", "dataset"],
            _ => ["misc", "COMP", "software"],
        };
        return types[extension switch { "bib" => 0, "ris" => 1, _ => 2 }];
    }

    private static string Places(Paper paper, bool isBib)
    {
        var (venue, publisher, isOnArxiv) = (OneLine(paper.Venue), OneLine(paper.Imprint.Publisher), Name(paper, PaperScheme.Arxiv) is not "");
        if (publisher is "" && (paper.Kind is PaperKind.Report or PaperKind.Thesis)) return $" at {venue}";
        if (isBib && isOnArxiv && venue is "arXiv") return $" at {publisher}";
        if (publisher is "" && IsPreprint(paper) && !isBib) return $" at {(venue is "" && isOnArxiv ? "arXiv" : venue)}";
        return $"{venue} at {publisher}";
    }

    // Of a paper that nobody has sorted, the writer takes the kind that its names and its venue show.
    private static bool IsPreprint(Paper paper) => Reference.Of(paper).Kind is PaperKind.Preprint;

    private static string Name(OtherReaders.ReadName name, string was)
    {
        var printed = name.Printed;
        // They print everybody's given name first; in Han letters the family's stands there.
        if (printed.Split(' ') is [var called, var own] && own.All(c => c >= '\u3000') && Name(was) == $"{own} {called}") return Name(was);
        return printed == Name(was) || printed.Split(", ") is not [var family, var given, .. var suffix] ? printed : Name(string.Join(", ", [family, .. suffix.Take(1), given])) is var turned && turned == Name(was) ? turned : string.Join(' ', [given, family, .. suffix]);
    }

    // As printed, first name first.
    private static string Name(string name) => OneLine(name) is var line && line.Split(", ") switch
    {
        [var family, "Jr."] => $"{family} Jr.",
        // Family first, as it is spoken.
        [var family, var given] when family.All(c => c >= '\u3000') => $"{family} {given}",
        [var family, var given] when !family.Contains('&') => $"{given} {family}",
        [var family, "Jr.", var given] => $"{given} {family} Jr.",
        _ => line,
    } is var printed ? printed : "";

    private static string Name(Paper paper, string scheme) => paper.Identifiers.FirstOrDefault(i => i.Scheme == scheme)?.Value ?? "";

    private static string Date(Paper paper) => Reference.Of(paper).Issued is { } day ? $"{day.Year} {day.Month} {day.Day}".Trim() : "";

    private static string Set(IEnumerable<string> keywords) => string.Join('|', keywords.SelectMany(k => k.Split([", ", "; "], StringSplitOptions.None)).Distinct().Order(StringComparer.Ordinal));

    private static string Dash(string pages) => Dashes().Replace(pages, "–");

    private static string Encoded(string address) => Ends().Replace(address, found => Uri.HexEscape(found.Value[0]));

    private static string OneLine(string text) => Blanks().Replace(Plain(text), " ").Trim();

    private static string Plain(string text) =>
        Controls().Replace(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))), "").Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD').Normalize();

    private static string Short(string text) => text.Length <= 160 ? text : $"{text[..160]}…";

    [GeneratedRegex(@"\s*[-–—]\s*")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"[\s{}\\""<>`^|]")]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?![\u00A0\u202F\u2007])\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[\p{Cc}\uFEFF-[\n\t]]")]
    private static partial Regex Controls();
}
