using Roundup.Formats;
using Roundup.Model.Inbox;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Tests.Model;

public sealed class Merging_tests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly PaperId Arxiv = new(PaperScheme.Arxiv, "2202.05262", 1);
    private static readonly PaperId Doi = new(PaperScheme.Doi, "10.5555/3600270");

    [Fact]
    public void The_kept_paper_takes_names_places_and_words_that_it_lacks_and_keeps_its_own()
    {
        var kept = Paper("Locating and Editing Factual Associations in GPT", Doi);
        var other = Paper("Locating and Editing Factual Knowledge in GPT", Arxiv, "Kevin Meng", "David Bau");
        other.Describe(Typeset.Line(other.Title), other.Authors, PlainText.Render("We investigate."), "NeurIPS", "", Now, "arXiv");
        other.Relink([new(LinkKind.Code, "https://github.com/kmeng01/rome")], Now);
        var issue = new Issue(1, Now);
        issue.Add(other, Now).Opine("", PlainText.Render("Good."), Now);

        Assert.Null(kept.Absorb(other, PaperBelongings.None with { Entries = [.. issue.Entries] }, "Ines", "they are one", Now, out var merge));

        Assert.Equal(["doi:10.5555/3600270", "arxiv:2202.05262v1"], kept.Identifiers.Select(i => i.ToPaperId().ToString()));
        Assert.Empty(other.Identifiers);
        Assert.Same(kept, Assert.Single(issue.Entries).Paper);
        Assert.Equal("Locating and Editing Factual Associations in GPT", kept.Title);
        Assert.Equal(["Kevin Meng", "David Bau"], kept.Authors);
        Assert.Equal(("We investigate.", "NeurIPS"), (kept.Abstract.Source, kept.Venue));
        Assert.Equal("arXiv", kept.OriginOf(PaperField.Abstract)?.Source);
        Assert.Equal("meng", kept.SurnameKey);
        Assert.Equal("https://github.com/kmeng01/rome", Assert.Single(kept.Links).Url);
        Assert.True(other.IsMerged);
        Assert.Equal("Locating and Editing Factual Knowledge in GPT", other.Title);
        Assert.Equal([PaperField.Authors, PaperField.Abstract, PaperField.Venue], merge!.Fields);
    }

    [Fact]
    public void What_an_editor_emptied_stays_empty()
    {
        var kept = Paper("A title that is long enough", Doi);
        kept.Describe(Typeset.Line(kept.Title), [], PlainText.Render("x"), "", "", Now, "arXiv");
        kept.Describe(Typeset.Line(kept.Title), [], PlainText.Render(""), "", "", Now);
        var other = Paper("A title that is long enough", Arxiv);
        other.Describe(Typeset.Line(other.Title), [], PlainText.Render("From the other."), "", "", Now, "arXiv");

        kept.Absorb(other, PaperBelongings.None, "Ines", "", Now, out _);

        Assert.True(kept.Abstract.IsEmpty);
    }

    [Fact]
    public void A_card_that_has_an_id_for_a_title_takes_the_title_and_gives_it_back()
    {
        var kept = Paper("2202.05262", Arxiv);
        var other = Paper("Locating and Editing", Doi, "Kevin Meng");

        kept.Absorb(other, PaperBelongings.None, "Crossref", "it says so", Now, out var merge);
        Assert.Equal(("Locating and Editing", "locatingandediting"), (kept.Title, kept.TitleKey));

        Assert.Null(merge!.Undo(PaperBelongings.None, [], "Ines", Now, out var left));
        Assert.Empty(left);
        Assert.Equal("2202.05262", kept.Title);
        Assert.Empty(kept.Authors);
        Assert.False(other.IsMerged);
    }

    [Fact]
    public void Undoing_leaves_what_was_changed_since_and_says_so()
    {
        var kept = Paper("A title that is long enough", Doi);
        var other = Paper("A title that is long enough", Arxiv, "Kevin Meng");
        other.Relink([new(LinkKind.Code, "https://example.org/code")], Now);
        kept.Absorb(other, PaperBelongings.None, "Ines", "", Now, out var merge);
        kept.Describe(Typeset.Line(kept.Title), ["Kevin Meng", "David Bau"], kept.Abstract, "", "", Now);

        Assert.Null(merge!.Undo(PaperBelongings.None, [], "Ines", Now, out var left));

        Assert.Equal("Changed since, and left as it is now: the authors.", Assert.Single(left));
        Assert.Equal(2, kept.Authors.Count);
        Assert.Empty(kept.Links);
        Assert.NotNull(merge.Undo(PaperBelongings.None, [], "Ines", Now, out _));
    }

    [Fact]
    public void A_paper_is_merged_once_and_never_with_itself()
    {
        var (one, two, three) = (Paper("One of them", Doi), Paper("Two of them", Arxiv), Paper("Three", new(PaperScheme.Acl, "P19-1001")));
        Assert.NotNull(one.Absorb(one, PaperBelongings.None, "Ines", "", Now, out _));

        Assert.Null(one.Absorb(two, PaperBelongings.None, "Ines", "", Now, out _));

        Assert.NotNull(three.Absorb(two, PaperBelongings.None, "Ines", "", Now, out var refused));
        Assert.NotNull(two.Absorb(three, PaperBelongings.None, "Ines", "", Now, out _));
        Assert.Null(refused);
        Assert.Single(three.Identifiers);
    }

    [Fact]
    public void Two_that_wait_become_one_that_waits_with_both_notes()
    {
        var (kept, other) = (Paper("A", Doi), Paper("B", Arxiv));
        var (here, there) = (Item(kept, "Ask Bo."), Item(other, "For issue 9."));
        var things = PaperBelongings.None with { Inbox = [here, there] };

        kept.Absorb(other, things, "Ines", "", Now, out var merge);
        Assert.Equal("Ask Bo.\n\nFor issue 9.", here.Note);
        Assert.False(there.IsWaiting);

        merge!.Undo(things, [], "Ines", Now, out _);
        Assert.Equal(("Ask Bo.", true), (here.Note, there.IsWaiting));
    }

    [Fact]
    public void Notes_that_would_not_fit_into_one_are_a_refusal_and_nothing_moves()
    {
        var (kept, other) = (Paper("A", Doi), Paper("B", Arxiv));
        var things = PaperBelongings.None with { Inbox = [Item(kept, new string('a', 3000)), Item(other, new string('b', 3000))] };

        Assert.Contains("too long", kept.Absorb(other, things, "Ines", "", Now, out _)!.Sentence, StringComparison.Ordinal);
        Assert.Single(other.Identifiers);
    }

    [Fact]
    public void Chosen_names_become_a_paper_of_their_own()
    {
        var paper = Paper("A title that is long enough", Doi, "Ada One");
        paper.Identify(Arxiv);
        var issue = new Issue(1, Now);
        issue.Add(paper, Now);
        issue.Add(paper, Now);

        Assert.NotNull(paper.Split([], [], [.. issue.Entries], withWords: true, Now, out _));
        Assert.NotNull(paper.Split([.. paper.Identifiers], [.. issue.Entries], [.. issue.Entries], withWords: true, Now, out _));
        Assert.NotNull(paper.Split([], [issue.Entries[1]], [.. issue.Entries], withWords: false, Now, out _));
        Assert.Null(paper.Split([paper.Identifiers[1]], [issue.Entries[1]], [.. issue.Entries], withWords: true, Now, out var part));

        Assert.Equal(("A title that is long enough", "Ada One"), (part!.Title, Assert.Single(part.Authors)));
        Assert.Equal("arxiv:2202.05262v1", Assert.Single(part.Identifiers).ToPaperId().ToString());
        Assert.True(paper.IsKnownAs(Doi) && !paper.IsKnownAs(Arxiv));
        Assert.Same(part, issue.Entries[1].Paper);
        Assert.Same(paper, issue.Entries[0].Paper);

        paper.Identify(new(PaperScheme.Acl, "P19-1001"));
        Assert.Null(paper.Split([paper.Identifiers[1]], [], [.. issue.Entries], withWords: false, Now, out var bare));
        Assert.True(bare!.IsUntitled);
        Assert.Empty(bare.Authors);
    }

    private static InboxItem Item(Paper paper, string note)
    {
        var item = new InboxItem(paper, InboxOrigin.Pasted, "Ines", Now);
        Assert.Null(item.Remark(note));
        return item;
    }

    private static Paper Paper(string title, PaperId id, params string[] authors)
    {
        var paper = new Paper(title, Now);
        paper.Identify(id);
        paper.Describe(Typeset.Line(title), authors, PlainText.Render(""), "", "", Now, "the pasted text");
        return paper;
    }
}
