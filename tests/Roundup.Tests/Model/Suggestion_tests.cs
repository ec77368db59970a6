using Roundup.Formats;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Tests.Model;

/// <summary>What readers suggest, and what becomes of it.</summary>
public sealed class Suggestion_tests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly Suggestion _suggestion = new(new(PaperScheme.Arxiv, "2210.07229"), "", "https://arxiv.org/abs/2210.07229", Now);

    [Fact]
    public void The_same_reader_counts_once()
    {
        var ann = Reader("ann@example.net");

        var first = Name(ann, isProven: true);

        Assert.Same(first, Name(ann, isProven: true));
        Name(Reader("bo@example.net"), isProven: true);
        Assert.Equal(2, _suggestion.Heard.Count());
    }

    [Fact]
    public void Asked_again_in_the_form_it_stands_for_itself_with_what_was_said_last()
    {
        var comment = Comment(Reader("ann@example.net"));
        var voice = _suggestion.Name(Naming.In(comment), "t", Now);
        Assert.False(voice.Counts);

        _suggestion.Name(new(comment.Commenter, "Somebody", null, "Typed by a stranger.", IsProven: false, WantsMail: false), "u", Now);
        Assert.Equal(("Ann", "", true), (voice.Name, voice.Note, voice.WantsMail));
        _suggestion.Name(new(comment.Commenter, "Ann B.", null, "It scales.", IsProven: true, WantsMail: false), "u", Now.AddDays(1));
        _suggestion.Name(new(comment.Commenter, "Ann B.", null, "It scales.", IsProven: true, WantsMail: false), "u", Now.AddDays(2));

        Assert.Equal(("Ann B.", "It scales.", false, true, Now.AddDays(2)), (voice.Name, voice.Note, voice.WantsMail, voice.Counts, voice.At));
    }

    [Fact]
    public void What_left_its_draft_is_asked_about_again()
    {
        Name(Reader("ann@example.net"), isProven: true);
        Assert.Null(_suggestion.Shortlist("Ines", Now));
        _suggestion.Reopen(Now.AddDays(1));
        Assert.Equal(SuggestionState.Received, _suggestion.State);

        _suggestion.Appear(2, "Ines", Now.AddDays(2));
        _suggestion.Reopen(Now.AddDays(3));
        Assert.Equal(SuggestionState.InIssue, _suggestion.State);
    }

    [Fact]
    public void An_unconfirmed_or_banned_voice_does_not_count()
    {
        var (ann, bo) = (Reader("ann@example.net"), Reader("bo@example.net"));
        var waits = Name(ann, isProven: false);
        Name(bo, isProven: true);
        bo.Ban("Ines", Now);
        Assert.Empty(_suggestion.Heard);

        waits.Confirm(Now);

        Assert.Equal([waits], _suggestion.Heard);
    }

    [Fact]
    public void A_voice_in_a_comment_counts_while_readers_see_the_comment()
    {
        var comment = Comment(Reader("ann@example.net"));
        var voice = _suggestion.Name(new(comment.Commenter, comment.Name, comment, "", IsProven: true, WantsMail: true), "t", Now);
        Assert.False(voice.Counts);

        Assert.Null(comment.Approve("Ines", Now));
        Assert.True(voice.Counts);
        Assert.Equal("Ann", voice.Name);
        voice.Unname("other");
        Assert.Equal(("", "other"), (voice.Name, voice.Token));
        Assert.Null(comment.Hide("Ines", Now));
        Assert.False(voice.Counts);
    }

    [Fact]
    public void Declined_it_is_asked_about_again_by_a_later_voice_that_counts_and_keeps_the_word()
    {
        var old = Name(Reader("ann@example.net"), isProven: true);
        Assert.Null(_suggestion.Decline(" Not yet. ", "Ines", Now.AddDays(1)));
        Assert.Equal("Not yet.", _suggestion.Word);

        _suggestion.Hear(old, Now.AddDays(2));
        var unproven = Name(Reader("bo@example.net"), isProven: false, Now.AddDays(2));
        _suggestion.Hear(unproven, Now.AddDays(2));
        Assert.Equal(SuggestionState.Declined, _suggestion.State);

        unproven.Confirm(Now.AddDays(3));
        _suggestion.Hear(unproven, Now.AddDays(3));
        Assert.Equal((SuggestionState.Received, "Not yet.", ""), (_suggestion.State, _suggestion.Word, _suggestion.StateBy));
        Assert.Null(_suggestion.Shortlist("Ines", Now.AddDays(4)));
        Assert.Equal("", _suggestion.Word);
    }

    [Fact]
    public void What_has_appeared_is_asked_for_once_more_by_the_form_alone()
    {
        _suggestion.Appear(3, "Ines", Now);
        Assert.Equal("It is in issue 3 already.", _suggestion.Shortlist("Ines", Now)?.Sentence);
        Assert.Equal("It is in issue 3 already.", _suggestion.Decline("", "Ines", Now)?.Sentence);

        var comment = Comment(Reader("ann@example.net"));
        Assert.Null(comment.Approve("Ines", Now));
        _suggestion.Hear(_suggestion.Name(new(comment.Commenter, comment.Name, comment, "", IsProven: true, WantsMail: true), "t", Now.AddDays(1)), Now.AddDays(1));
        Assert.Equal(SuggestionState.InIssue, _suggestion.State);

        _suggestion.Hear(Name(Reader("bo@example.net"), isProven: true, Now.AddDays(1)), Now.AddDays(1));
        Assert.Equal((SuggestionState.Received, 3), (_suggestion.State, _suggestion.IssueNumber));
    }

    [Fact]
    public void A_word_has_a_length()
    {
        Assert.Equal(nameof(Suggestion.Word), _suggestion.Decline(new string('w', Suggestion.WordLength + 1), "Ines", Now)?.Field);
        Assert.Equal(SuggestionState.Received, _suggestion.State);
        Assert.Null(_suggestion.Decline(new string('w', Suggestion.WordLength), "Ines", Now));
    }

    [Fact]
    public void A_long_key_is_kept_as_its_hash_and_titles_fold_by_their_letters()
    {
        var page = new PaperId(PaperScheme.Url, $"https://example.org/{new string('p', 1900)}");
        Assert.True(Suggestion.KeyOf(page).Length < 100);
        Assert.NotEqual(Suggestion.KeyOf(page), Suggestion.KeyOf(page with { Value = $"{page.Value}q" }));
        Assert.Equal(Suggestion.Titled("Toy Models of Superposition"), Suggestion.Titled("  toy models of {S}uperposition. "));
    }

    [Fact]
    public void Thanks_name_each_reader_once_and_end_where_they_fit()
    {
        var entry = new Issue(1, Now).Add(new Paper("One", Now), Now);
        entry.Thank(["Ann", "Smith, John", "Ann", ""]);
        Assert.Equal(["Ann", "Smith John"], entry.Thanked);

        entry.Thank([new string('n', Entry.ThanksLength), "Bo"]);
        Assert.Equal("Ann, Smith John, Bo", entry.Thanks);
        Assert.Null(entry.Rethank([" Bo ", "", "\u202eAnn"]));
        Assert.Equal("Bo, Ann", entry.Thanks);
        Assert.Equal(nameof(Entry.Thanks), entry.Rethank([new string('n', Entry.ThanksLength + 1)])?.Field);
    }

    private SuggestionVoice Name(Commenter by, bool isProven, DateTimeOffset? at = null) => _suggestion.Name(new(by, by.Name, null, "", IsProven: isProven, WantsMail: true), "t", at ?? Now);

    private static Commenter Reader(string email) => new(email, "Ann", email, Now);

    private static Comment Comment(Commenter by)
    {
        var issue = new Issue(1, Now);
        issue.Add(new Paper("One", Now), Now);
        Assert.Null(issue.Name("Shelf", "", Now));
        Assert.Null(issue.Publish("Ines", Now));
        Assert.Null(SafeMarkdown.Render("arXiv:2210.07229", ProseKind.Comment, out var words));
        Assert.Null(Roundup.Model.Discussion.Comment.Write(issue, null, null, new(by, "Ann", words, CommentHolds.None, IsProven: true, FromDesk: false), DiscussionRules.Default, Now, out var comment));
        return comment!;
    }
}
