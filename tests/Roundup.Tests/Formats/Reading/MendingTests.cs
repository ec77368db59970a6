using Roundup.Formats.Reading;
using Roundup.Model.Papers;

namespace Roundup.Tests.Formats.Reading;

public sealed class MendingTests
{
    private const string Paste = """
        # Quiet roundup, week 2

        ## [Drift Correction](https://arxiv.org/abs/2301.00011)

        > We correct drift.

        **My opinion:** I like it.

        ## Not a paper after all

        Some words. [Code](https://github.com/a/b)

        ## [Counting Birds](https://arxiv.org/abs/2301.00022)

        > We count birds.
        """;

    private readonly RoundupReader _reader = new(Recognition.Of);

    [Fact]
    public void The_same_lines_give_the_same_issue()
    {
        Assert.Null(_reader.Read(Paste, out var reading));
        var again = _reader.Assemble(reading.Lines);
        Assert.Equal(Json(reading.Issue), Json(again));
    }

    [Fact]
    public void A_line_that_becomes_a_title_begins_a_paper()
    {
        Assert.Null(_reader.Read(Paste, out var reading));
        var lines = reading.Lines.Select(line => line.Text.Contains("Not a paper", StringComparison.Ordinal) ? line with { Role = LineRole.PaperTitle } : line).ToArray();
        Assert.Contains(_reader.Assemble(lines).Entries, entry => entry.Title == "Not a paper after all");
    }

    [Fact]
    public void A_title_that_becomes_text_ends_in_the_paper_above()
    {
        Assert.Null(_reader.Read(Paste, out var reading));
        var lines = reading.Lines.Select(line => line.Role == LineRole.PaperTitle && line.Text.Contains("Birds", StringComparison.Ordinal) ? line with { Role = LineRole.Text } : line).ToArray();
        var issue = _reader.Assemble(lines);
        Assert.DoesNotContain(issue.Entries, entry => entry.Title == "Counting Birds");
        Assert.Contains("Counting Birds", issue.Entries[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_becomes_an_opinion()
    {
        var issue = _reader.Assemble([new("Drift", LineRole.PaperTitle), new("I like it, *a lot*.", LineRole.Opinion), new("And more.", LineRole.Opinion)]);
        var opinion = Assert.Single(Assert.Single(issue.Entries).Opinions);
        Assert.Equal("I like it, *a lot*.\n\nAnd more.", opinion.Text);
    }

    [Fact]
    public void Two_labels_are_two_opinions_with_their_authors()
    {
        var issue = _reader.Assemble([new("Drift", LineRole.PaperTitle), new("**Rohin's opinion:**", LineRole.OpinionLabel), new("Good.", LineRole.Opinion), new("Opinion (Dan H):", LineRole.OpinionLabel), new("Bad.", LineRole.Opinion)]);
        Assert.Equal(["Rohin: Good.", "Dan H: Bad."], issue.Entries[0].Opinions.Select(opinion => $"{opinion.Author}: {opinion.Text}"));
    }

    [Fact]
    public void Any_roles_at_all_lose_no_word()
    {
        Assert.Null(_reader.Read(Paste, out var reading));
        foreach (var role in Enum.GetValues<LineRole>().Where(role => role is not LineRole.OpinionLabel and not LineRole.Section))
        {
            var issue = _reader.Assemble([.. reading.Lines.Select(line => line with { Role = role })]);
            var kept = Wording.Words(issue).ToHashSet();
            Assert.DoesNotContain(Wording.Words(Paste), word => word.Any(char.IsLetter) && !kept.Contains(word) && word is not ("My" or "opinion"));
        }
    }

    [Fact]
    public void A_lone_heading_over_all_papers_is_no_section()
    {
        var lines = new[] { new Line("## Papers", LineRole.Section), new Line("Drift", LineRole.PaperTitle), new Line("Birds", LineRole.PaperTitle) };
        Assert.All(_reader.Assemble(lines).Entries, entry => Assert.Null(entry.Section));
        Assert.All(_reader.Assemble([lines[0] with { Text = "## Water" }, .. lines[1..]]).Entries, entry => Assert.Equal("Water", entry.Section));
    }

    [Fact]
    public void Code_is_known_by_its_address_its_label_or_the_words_before()
    {
        var issue = _reader.Assemble([new("[Drift](https://arxiv.org/abs/2301.00011)", LineRole.PaperTitle),
            new("Code can be found [here](https://rome.example.org/). See [Code](https://code.example.org/x), https://github.com/a/b and [a talk](https://youtu.be/abc).", LineRole.Opinion)]);
        Assert.Equal("https://arxiv.org/abs/2301.00011", issue.Entries[0].Url);
        Assert.Equal([LinkKind.Code, LinkKind.Code, LinkKind.Code, LinkKind.Video], issue.Entries[0].Links.Select(link => link.Kind));
    }

    private static string Json(Roundup.Model.Importing.ImportedIssue issue)
    {
        using var text = new StringWriter();
        ImportedIssueJson.Write(issue, text);
        return text.ToString();
    }
}
