using Roundup.Formats;
using Roundup.Model.Papers;

namespace Roundup.Tests.Model;

public sealed class Asking_again_tests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_field_that_was_written_by_hand_is_filled_again_once_it_is_given_back()
    {
        var paper = ByHand();
        var version = paper.Version;

        Assert.Null(paper.AskAgain(PaperField.Abstract));

        Assert.True(paper.WantsFilling);
        Assert.True(paper.Version > version);
        paper.Fill(Record, Typeset.Line(Record.Title), PlainText.Render(Record.Abstract!), Now);
        Assert.Equal(("The source's.", "arXiv"), (paper.Abstract.Source, paper.OriginOf(PaperField.Abstract)?.Source));
        Assert.Equal(["Ada One"], paper.Authors);
    }

    [Fact]
    public void A_title_that_is_given_back_is_the_id_until_a_source_answers()
    {
        var paper = ByHand();

        Assert.Null(paper.AskAgain(PaperField.Title));

        Assert.True(paper.IsUntitled);
        paper.Fill(Record, Typeset.Line(Record.Title), PlainText.Render(""), Now);
        Assert.Equal("The source's title", paper.Title);
    }

    [Fact]
    public void What_nobody_filled_in_and_what_nobody_can_be_asked_for_is_refused()
    {
        Assert.Contains("kind of work", ByHand().AskAgain(PaperField.Kind)?.Sentence, StringComparison.Ordinal);

        var nameless = new Paper("Nameless", Now);
        nameless.Describe(Typeset.Line("Nameless"), ["Ada One"], PlainText.Render(""), "", "", Now);
        Assert.Contains("no identifier and no link", nameless.AskAgain(PaperField.Authors)?.Sentence, StringComparison.Ordinal);
        Assert.Equal(["Ada One"], nameless.Authors);
    }

    [Fact]
    public void Words_are_rendered_again_and_never_changed()
    {
        var paper = ByHand();
        var version = paper.Version;

        paper.SetAnew(Typeset.Line(paper.Title), PlainText.Render(paper.Abstract.Source));

        Assert.Equal(version, paper.Version);
        Assert.Throws<ArgumentException>(() => paper.SetAnew(Typeset.Line("Another"), paper.Abstract));
        Assert.Throws<ArgumentException>(() => paper.SetAnew(Typeset.Line(paper.Title), PlainText.Render("Others.")));
    }

    private static PaperRecord Record => new() { Id = new(PaperScheme.Arxiv, "2202.05262", 1), Title = "The source's title", Abstract = "The source's.", Authors = ["Somebody Else"], Source = "arXiv" };

    private static Paper ByHand()
    {
        var paper = new Paper("2202.05262", Now);
        paper.Identify(new(PaperScheme.Arxiv, "2202.05262"));
        Assert.Null(paper.Describe(Typeset.Line("By hand"), ["Ada One"], PlainText.Render("By hand."), "", "", Now));
        return paper;
    }
}
