using System.Text.Json;
using Roundup.Model.Importing;
using Roundup.Model.Papers;

namespace Roundup.Tests.Formats.Reading;

/// <summary>How much of a case's truth was found.</summary>
internal sealed class Figures
{
    public int Papers { get; private set; }
    public int Found { get; private set; }
    public int Invented { get; private set; }
    public int Titles { get; private set; }
    public int TitlesExact { get; private set; }
    public int Abstracts { get; private set; }
    public int AbstractsRight { get; private set; }
    public int Opinions { get; private set; }
    public int OpinionsRight { get; private set; }
    public int Codes { get; private set; }
    public int CodesRight { get; private set; }
    public int Ends { get; private set; }
    public int EndsRight { get; private set; }
    public int Words { get; private set; }
    public int WordsLost { get; private set; }
    public List<string> Misses { get; } = [];

    public override string ToString() =>
        $"papers {Found}/{Papers}, invented {Invented}, titles {TitlesExact}/{Titles}, abstracts {AbstractsRight}/{Abstracts}, opinions {OpinionsRight}/{Opinions}, code {CodesRight}/{Codes}, title+number+ends {EndsRight}/{Ends}, words lost {WordsLost}/{Words}";

    public void Add(Figures other)
    {
        (Papers, Found, Invented) = (Papers + other.Papers, Found + other.Found, Invented + other.Invented);
        (Titles, TitlesExact, Abstracts, AbstractsRight) = (Titles + other.Titles, TitlesExact + other.TitlesExact, Abstracts + other.Abstracts, AbstractsRight + other.AbstractsRight);
        (Opinions, OpinionsRight, Codes, CodesRight) = (Opinions + other.Opinions, OpinionsRight + other.OpinionsRight, Codes + other.Codes, CodesRight + other.CodesRight);
        (Ends, EndsRight, Words, WordsLost) = (Ends + other.Ends, EndsRight + other.EndsRight, Words + other.Words, WordsLost + other.WordsLost);
    }

    public static Figures Of(string paste, ImportedIssue issue, JsonElement truth)
    {
        var figures = new Figures();
        var plain = Wording.Plain(Wording.IsHtml(paste) ? string.Join(' ', Strip(paste)) : paste);
        var papers = truth.GetProperty("papers").EnumerateArray().ToArray();
        var from = 0;
        foreach (var paper in papers)
        {
            figures.Papers++;
            var at = Enumerable.Range(from, issue.Entries.Count - from).FirstOrDefault(index => Is(issue.Entries[index], paper), -1);
            if (at < 0)
            {
                figures.Misses.Add("not found: " + paper.GetProperty("title"));
                continue;
            }

            figures.Invented += at - from;
            foreach (var extra in issue.Entries.Skip(from).Take(at - from)) figures.Misses.Add("invented: " + extra.Title);
            from = at + 1;
            figures.Found++;
            figures.Compare(issue.Entries[at], paper, plain);
        }

        figures.Invented += issue.Entries.Count - from;
        foreach (var extra in issue.Entries.Skip(from)) figures.Misses.Add("invented: " + extra.Title);
        figures.CompareEnds(issue, truth, plain);
        figures.CountWords(paste, issue);
        return figures;
    }

    private static IEnumerable<string> Strip(string html) => Wording.Words(html);

    private static bool Is(ImportedEntry entry, JsonElement paper) =>
        Letters(entry.Title) == Letters(Text(paper, "title") ?? "") || (Text(paper, "url") is { Length: > 0 } url && entry.Url == url)
        || (Text(paper, "opinion_first8") is { } opinion && entry.Opinions.Any(each => Wording.Begins(each.Text, opinion)) && entry.Abstract.Length > 0 && Wording.Begins(entry.Abstract, Text(paper, "abstract_first8") ?? "?"));

    private void Compare(ImportedEntry entry, JsonElement paper, string plain)
    {
        var title = Text(paper, "title")!;
        if (Has(plain, title))
        {
            Titles++;
            if (entry.Title == title) TitlesExact++;
            else Misses.Add($"title '{entry.Title}' is '{title}'");
        }

        if (Text(paper, "abstract_first8") is { } words && Has(plain, words)) Check(entry.Abstract, words, "abstract", abstracts: true);
        else if (Text(paper, "summary_first8") is { } summary && Has(plain, summary)) Check(Wording.Begins(entry.Abstract, summary) ? entry.Abstract : entry.Text, summary, "summary", abstracts: true);
        if (Text(paper, "opinion_first8") is { } opinion && Has(plain, opinion))
            Check(entry.Opinions.FirstOrDefault()?.Text ?? (entry.Text.Contains(opinion.Split(' ')[0], StringComparison.Ordinal) && !paper.TryGetProperty("opinion", out _) && paper.TryGetProperty("proposed_by", out _) ? opinion : ""), opinion, "opinion of " + title, abstracts: false);
        if (!paper.TryGetProperty("code_links", out var codes)) return;
        foreach (var code in codes.EnumerateArray())
        {
            Codes++;
            if (entry.Links.Any(link => link.Kind == LinkKind.Code && link.Url == code.GetString())) CodesRight++;
            else Misses.Add("code link " + code);
        }
    }

    private void Check(string field, string first, string what, bool abstracts)
    {
        var right = Wording.Begins(field, first);
        if (abstracts) (Abstracts, AbstractsRight) = (Abstracts + 1, AbstractsRight + (right ? 1 : 0));
        else (Opinions, OpinionsRight) = (Opinions + 1, OpinionsRight + (right ? 1 : 0));
        if (!right) Misses.Add($"{what}: '{field[..Math.Min(90, field.Length)]}' is '{first}'");
    }

    private void CompareEnds(ImportedIssue issue, JsonElement truth, string plain)
    {
        End(Text(truth, "title") is not { } title || !Has(plain, title) || Letters(issue.Title) == Letters(title), "issue title: " + issue.Title);
        End(!truth.TryGetProperty("issue_number", out var number) || number.ValueKind != JsonValueKind.Number || !(Text(truth, "title") is { } name && Has(plain, name)) || !name.Any(char.IsDigit) || issue.Number == number.GetInt32(), "number: " + issue.Number);
        End(Text(truth, "introduction_first_words") is not { } introduction || Wording.Begins(issue.Introduction, introduction), "introduction: " + Head(issue.Introduction));
        End(Text(truth, "closing_first_words") is not { } closing || Wording.Begins(issue.Closing, closing), "closing: " + Head(issue.Closing));
    }

    private void End(bool right, string miss)
    {
        Ends++;
        if (right) EndsRight++;
        else Misses.Add(miss);
    }

    private void CountWords(string paste, ImportedIssue issue)
    {
        var said = Wording.Words(paste);
        var kept = Wording.Words(issue).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        Words = said.Count;
        var lost = said.Where(word => word.Any(char.IsLetter) && !kept.ContainsKey(word)).ToArray();
        WordsLost = lost.Length;
        if (lost.Length > 0) Misses.Add("words lost: " + string.Join(' ', lost.Distinct().Take(40)));
    }

    private static string Head(string text) => text[..Math.Min(80, text.Length)];

    private static bool Has(string plain, string words) => Letters(plain).Contains(Letters(words), StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(Wording.Plain(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
