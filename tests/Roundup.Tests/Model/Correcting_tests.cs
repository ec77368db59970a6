using System.Reflection;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Tests.Model;

public sealed class Correcting_tests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private int _ids;

    [Fact]
    public void A_published_issue_is_closed_and_its_copy_is_open()
    {
        var issue = Published("A", "B");

        Assert.Contains("Change it", issue.Name("Other", "", Now)!.Sentence, StringComparison.Ordinal);
        Assert.NotNull(issue.Move(issue.Entries[0], 1, Now));
        Assert.NotNull(issue.Remove(issue.Entries[0], Now));

        var copy = Changed(issue);
        Assert.Null(copy.Closed);
        Assert.Null(copy.Name("Other", "", Now));
        Assert.Equal("One", issue.Title);
        Assert.NotNull(copy.Renumber(9, Now));
        Assert.NotNull(copy.Publish("Ann", Now));
        Assert.NotNull(copy.Discard());
    }

    [Fact]
    public void A_draft_is_changed_where_it_is() => Assert.NotNull(new Issue(1, Now).Change(Now, out _));

    [Fact]
    public void A_note_of_ours_says_whether_papers_are_concerned()
    {
        string Note(Action<Issue> change)
        {
            var issue = Published("A", "B");
            var copy = Changed(issue);
            change(copy);
            Assert.Null(issue.Correct(copy, "", "Ann", Now));
            return issue.Corrections[0].Note;
        }

        Assert.Equal(31, IssueChanges.AroundPapers.Distinct().Count());
        Assert.Contains(Note(c => c.Frame(Words("New."), Words("New."), Now)), IssueChanges.AroundPapers);
        Assert.Contains(Note(c => { c.Name("Other", "Theme", Now); c.Frame(Words("New."), Words("New."), Now); c.Move(c.Entries[1], 0, Now); }), IssueChanges.AroundPapers);
        Assert.DoesNotContain(Note(c => c.Entries[0].Annotate(null, Words("A summary."), [])), IssueChanges.AroundPapers);
        Assert.DoesNotContain(Note(c => { c.Frame(Words("New."), c.Closing, Now); c.Entries[0].Annotate(null, c.Entries[0].Text, [new(LinkKind.Related, "https://example.org/")]); }), IssueChanges.AroundPapers);
        Assert.DoesNotContain("", IssueChanges.AroundPapers);
    }

    [Fact]
    public void What_is_not_changed_is_no_correction()
    {
        var issue = Published("A");

        Assert.Contains("Nothing is changed", issue.Correct(Changed(issue), "Typo.", "Ann", Now)!.Sentence, StringComparison.Ordinal);
        Assert.Empty(issue.Corrections);
        Assert.Null(issue.CorrectedAt);
    }

    [Fact]
    public void A_correction_is_dated_and_names_what_changed_where_the_editor_does_not()
    {
        var issue = Published("A", "B", "C");
        var copy = Changed(issue);
        copy.Frame(Words("New words."), copy.Closing, Now);
        copy.Entries[0].Opinions[0].Rewrite(Words("Better."), Now);
        copy.Entries[2].Opinions[0].Rewrite(Words("Worse."), Now);

        Assert.Null(issue.Correct(copy, " ", "Ann", Now.AddDays(1)));

        var correction = Assert.Single(issue.Corrections);
        Assert.Equal(("The introduction, and the opinion on 2 papers.", "Ann", Now.AddDays(1)), (correction.Note, correction.By, correction.At));
        Assert.Equal((Now.AddDays(1), Now), (issue.CorrectedAt, issue.PublishedAt));
    }

    [Fact]
    public void The_editor_s_own_note_stands_where_there_is_one()
    {
        var issue = Published("A");
        var copy = Changed(issue);
        copy.Frame(Words("New words."), copy.Closing, Now);

        Assert.NotNull(issue.Correct(copy, new string('x', IssueCorrection.NoteLength + 1), "Ann", Now));
        Assert.Null(issue.Correct(copy, " I had the numbers wrong. ", "Ann", Now));

        Assert.Equal("I had the numbers wrong.", Assert.Single(issue.Corrections).Note);
    }

    [Fact]
    public void A_copy_without_a_title_or_without_papers_is_not_published()
    {
        var issue = Published("A");
        var copy = Changed(issue);
        copy.Name("", "", Now);
        Assert.NotNull(issue.Correct(copy, "", "Ann", Now));

        var empty = Changed(issue);
        Assert.Null(empty.Remove(empty.Entries[0], Now));
        Assert.NotNull(issue.Correct(empty, "", "Ann", Now));
        Assert.Equal(("One", 1), (issue.Title, issue.Entries.Count));
    }

    [Fact]
    public void Another_issue_s_copy_is_refused()
    {
        var other = Published("A");
        Assert.NotNull(Published("A").Correct(other, "", "Ann", Now));
    }

    [Fact]
    public void Ids_of_the_published_issue_lead_to_the_same_place_in_its_copy()
    {
        var issue = Published("A");
        var copy = Changed(issue);

        Assert.Same(copy.Entries[0], copy.Entry(issue.Entries[0].Id));
        Assert.Same(copy.Entries[0].Opinions[0], copy.Entries[0].Opinion(issue.Entries[0].Opinions[0].Id));
        Assert.Equal(issue.Entries[0].Anchor, copy.Entries[0].Anchor);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Whatever_is_done_to_a_copy_is_what_the_issue_says_afterwards(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var issue = Published([.. Enumerable.Range(0, 1 + chance.Next(5)).Select(n => $"P{n}")]);
            var (entries, opinions) = (issue.Entries.ToDictionary(e => e.Id), issue.Entries.SelectMany(e => e.Opinions).ToDictionary(o => o.Id));
            var copy = Changed(issue);
            for (var edit = chance.Next(12); edit >= 0; edit--) Edit(copy, chance, edit);
            if (copy.Entries is []) continue;

            var (wanted, kept) = (Look(copy), copy.Entries.Select(e => e.Key).ToList());
            var said = copy.Entries.SelectMany(e => e.Opinions).Select(o => o.Key).ToList();
            var isChanged = Look(copy) != Look(issue);
            var refusal = issue.Correct(copy, "", "Ann", Now.AddDays(1));

            Assert.Equal(isChanged, refusal is null);
            Assert.Equal(wanted, Look(issue));
            Assert.Equal(kept, issue.Entries.Select(e => e.Id));
            Assert.Equal(said, issue.Entries.SelectMany(e => e.Opinions).Select(o => o.Id));
            Assert.All(issue.Entries, e => Assert.True(!entries.TryGetValue(e.Id, out var same) || ReferenceEquals(same, e)));
            Assert.All(issue.Entries.SelectMany(e => e.Opinions), o => Assert.True(!opinions.TryGetValue(o.Id, out var same) || ReferenceEquals(same, o)));
            Assert.Equal(Enumerable.Range(0, issue.Entries.Count), issue.Entries.Select(e => e.Position));
            Assert.Equal((1, Now), (issue.Number, issue.PublishedAt));
            Assert.Equal(isChanged ? 1 : 0, issue.Corrections.Count);
        }
    }

    [Fact]
    public void A_revision_folds_small_changes_and_never_a_loss()
    {
        var revision = new Revision(new Issue(1, Now), RevisedText.Introduction, null, null, 1, "Ann", "Ten words that nobody would like to lose again here.", Now);

        Assert.True(revision.TakesOn(1, Now + Revision.Fold));
        Assert.False(revision.TakesOn(2, Now));
        Assert.False(revision.TakesOn(1, Now + Revision.Fold + TimeSpan.FromSeconds(1)));
        Assert.True(revision.WouldLoseMuch(""));
        Assert.False(revision.WouldLoseMuch("Ten words that nobody would like to lose again."));
    }

    private void Edit(Issue copy, Random chance, int edit)
    {
        Entry Any() => copy.Entries[chance.Next(copy.Entries.Count)];
        switch (chance.Next(9))
        {
            case 0: copy.Name($"Title {edit}", $"Theme {chance.Next(2)}", Now); break;
            case 1: copy.Frame(Words($"Begin {edit}"), Words($"End {chance.Next(2)}"), Now); break;
            case 2: Save(copy.Add(Paper($"New {edit}"), Now, chance.Next(2) == 0 ? "Late" : "")); break;
            case 3 when copy.Entries is not []: copy.Remove(Any(), Now); break;
            case 4 when copy.Entries is not []: copy.Move(Any(), chance.Next(6), Now); break;
            case 5 when copy.Entries is not []: Save(Any().Opine($"Person {edit}", Words($"I say {edit}"), Now, chance.Next(2) == 0 ? null : 100 + edit)); break;
            case 6 when copy.Entries is not [] && Any() is { Opinions: [var said, ..] }: said.Rewrite(Words($"Rather {edit}"), Now); break;
            case 7 when copy.Entries is not [] && Any() is { Opinions: [var gone, ..] } entry: entry.Withdraw(gone); break;
            case 8 when copy.Entries is not []: Any().Annotate($"S{edit}", Words($"Beside {edit}"), [new PaperLink(LinkKind.Related, $"https://example.org/{edit}")]); break;
        }
    }

    private static string Look(Issue issue) => string.Join('\n', issue.Title, issue.Theme, issue.Introduction.Source, issue.Closing.Source,
        string.Join('\n', issue.Entries.Select(e => $"{e.Key} {e.Paper.Title} {e.Section} {e.Text.Source} {string.Join(',', e.Links)} {string.Join('|', e.Opinions.Select(o => $"{o.Key} {o.Author} {o.PersonId} {o.Words.Source}"))}")));

    private Issue Published(params string[] titles)
    {
        var issue = new Issue(1, Now);
        issue.Name("One", "", Now);
        foreach (var title in titles)
        {
            var entry = issue.Add(Paper(title), Now);
            entry.Opine("", Words($"On {title}."), Now, 1);
            entry.Opine("Bo", Words($"Bo on {title}."), Now, 2);
        }

        Assert.Null(issue.Publish("Ann", Now));
        return Save(issue);
    }

    private Issue Changed(Issue issue)
    {
        Assert.Null(issue.Change(Now, out var copy));
        return Save(copy!);
    }

    private static Paper Paper(string title) => new(title, Now);

    private static Prose Words(string text) => new(text, SafeHtml.Empty, 1);

    // As the database gives them.
    private Issue Save(Issue issue)
    {
        foreach (var entry in issue.Entries) Save(entry);
        return issue;
    }

    private void Save(Entry entry)
    {
        Number(entry);
        foreach (var opinion in entry.Opinions) Save(opinion);
    }

    private void Save(Opinion opinion) => Number(opinion);

    private void Number(object kept)
    {
        var id = kept.GetType().GetProperty("Id", BindingFlags.Public | BindingFlags.Instance)!;
        if ((int)id.GetValue(kept)! == 0) id.SetValue(kept, ++_ids);
    }
}
