using Roundup.Formats.Reading;

namespace Roundup.Tests.Formats.Reading;

public sealed class LabelTests
{
    private readonly RoundupReader _reader = new(Recognition.Of);

    [Theory]
    [InlineData("My opinion: ")]
    [InlineData("My opinion:")]
    [InlineData("**My opinion:** ")]
    [InlineData("**My opinion**: ")]
    [InlineData("*My take:* ")]
    [InlineData("_Thoughts:_ ")]
    [InlineData("### My take\n\n")]
    [InlineData("**Commentary**\n\n")]
    [InlineData("Why it matters: ")]
    [InlineData("**Why this may be relevant:**\n\n")]
    [InlineData("Editor's note: ")]
    [InlineData("Editor’s note: ")]
    [InlineData("My thoughts\n\n")]
    [InlineData("Take-away: ")]
    [InlineData("Notes: ")]
    [InlineData("Comment: ")]
    [InlineData("Personal opinion — ")]
    [InlineData("Meine Meinung: ")]
    [InlineData("**Anmerkung der Redaktion:** ")]
    [InlineData("Mon avis : ")]
    [InlineData("**Mi opinión:** ")]
    [InlineData("Il mio parere: ")]
    [InlineData("Minha opinião: ")]
    [InlineData("Моё мнение: ")]
    [InlineData("我的看法：")]
    [InlineData("**点评**：")]
    [InlineData("所感：")]
    [InlineData("**내 의견:** ")]
    public void Opinions_are_announced_in_many_ways(string label)
    {
        var opinion = Assert.Single(Entry($"{label}Rivers are patient.").Opinions);
        Assert.Equal("Rivers are patient.", opinion.Text);
        Assert.Null(opinion.Author);
    }

    [Theory]
    [InlineData("**Rohin's opinion:** ", "Rohin")]
    [InlineData("Rohin’s opinion: ", "Rohin")]
    [InlineData("**Opinion (Dan H):** ", "Dan H")]
    [InlineData("Comment by Bo Chen: ", "Bo Chen")]
    [InlineData("*Ada's take:* ", "Ada")]
    public void An_opinion_can_name_its_author(string label, string author) =>
        Assert.Equal(author, Assert.Single(Entry($"{label}Rivers are patient.").Opinions).Author);

    [Theory]
    [InlineData("Comments: 12 pages, 3 figures")]
    [InlineData("**Venue:** A journal of notes")]
    [InlineData("The opinion of the court was divided.")]
    [InlineData("**Note** that rivers are patient.")]
    public void What_only_looks_like_a_label_is_text(string words) => Assert.Empty(Entry(words).Opinions);

    [Theory]
    [InlineData("Abstract: ")]
    [InlineData("**Abstract.** ")]
    [InlineData("> ")]
    [InlineData("**Zusammenfassung:** ")]
    [InlineData("Résumé : ")]
    [InlineData("摘要：")]
    public void Abstracts_are_announced_too(string label) => Assert.Equal("Rivers are patient.", Entry($"{label}Rivers are patient.").Abstract);

    [Theory]
    [InlineData("*Ada Lind, Bo Chen*")]
    [InlineData("Ada Lind, Bo Chen")]
    [InlineData("by Ada Lind and Bo Chen")]
    [InlineData("Authors: Ada Lind, Bo Chen")]
    [InlineData("**Authors:** Ada Lind; Bo Chen")]
    [InlineData("(Ada Lind and Bo Chen)")]
    public void Authors_stand_under_the_title(string line) => Assert.Equal(["Ada Lind", "Bo Chen"], Entry(line).Authors);

    [Theory]
    [InlineData("Roundup #49", 49)]
    [InlineData("Roundup - week 2", 2)]
    [InlineData("The Letter, Issue 12", 12)]
    [InlineData("Letter No. 7", 7)]
    [InlineData("Vol. 3, issue 4", 4)]
    [InlineData("Rundbrief Nr. 8", 8)]
    [InlineData("周报 第 23 期", 23)]
    [InlineData("Papers of 2024", null)]
    [InlineData("Papers (Jan 9-15)", null)]
    [InlineData("Top 10 papers", null)]
    public void A_number_is_no_year_and_no_count(string title, int? number)
    {
        var issue = _reader.Assemble([new("# " + title, LineRole.IssueTitle)]);
        Assert.Equal(number, issue.Number);
    }

    private Roundup.Model.Importing.ImportedEntry Entry(string below)
    {
        Assert.Null(_reader.Read($"# Roundup, week 1\n\n## [A Study of Rivers](https://arxiv.org/abs/2301.00011)\n\n{below}\n", out var reading));
        return Assert.Single(reading.Issue.Entries);
    }
}
