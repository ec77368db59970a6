using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Tests.Model;

public sealed class Comment_tests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-20T08:00:00Z");
    private static readonly DiscussionRules Rules = DiscussionRules.Default;

    [Fact]
    public void A_first_comment_is_held_also_when_its_address_is_shown_and_the_next_one_is_public()
    {
        var by = Writer();
        var first = Say(by);
        Assert.Equal((CommentState.Held, CommentHolds.FirstComment), (first.State, first.Holds));

        Assert.Null(first.Approve("Ines", Now));

        Assert.Equal((CommentState.Public, "Ines", Now), (first.State, first.StateBy, first.StateAt));
        Assert.Equal(CommentState.Public, Say(by).State);
    }

    [Fact]
    public void Unconfirmed_words_wait_whatever_an_editor_says()
    {
        var comment = Say(Writer(), isProven: false);
        Assert.Null(comment.Approve("Ines", Now));
        Assert.Equal((CommentState.Held, CommentHolds.None), (comment.State, comment.Holds));

        comment.Confirm(Now);

        Assert.Equal((CommentState.Public, "Ines"), (comment.State, comment.StateBy));
    }

    [Fact]
    public void What_the_checks_found_holds_a_known_writer_too_and_nobody_of_the_desk()
    {
        var by = Writer();
        by.Accept(Now);
        Assert.Equal(CommentState.Held, Say(by, CommentHolds.ManyLinks).State);
        Assert.Equal(CommentState.Public, Say(Writer(), CommentHolds.ManyLinks, fromDesk: true).State);
    }

    [Fact]
    public void Whom_an_editor_trusts_is_held_by_the_list_of_words_alone_and_without_trust_begins_anew()
    {
        var by = Writer();
        by.Trust("Ines", Now);
        Assert.Equal(CommentState.Public, Say(by, CommentHolds.ManyLinks | CommentHolds.TooQuick).State);
        Assert.Equal((CommentState.Held, CommentHolds.ListedWord), (Say(by, CommentHolds.ListedWord | CommentHolds.ManyLinks).State, Say(by, CommentHolds.ListedWord | CommentHolds.ManyLinks).Holds));

        by.Accept(Now);
        by.Distrust();

        Assert.Equal(CommentHolds.FirstComment, Say(by).Holds);
    }

    [Fact]
    public void A_banned_writer_changes_nothing()
    {
        var comment = Shown();
        comment.Commenter.Ban("Ines", Now);
        Assert.Contains("Nothing more is taken", comment.Edit(Words("Buy."), CommentHolds.None, Now)!.Sentence, StringComparison.Ordinal);
        Assert.NotEqual("Buy.", comment.Words.Source);
    }

    [Fact]
    public void A_ban_is_undone_whatever_was_done_to_other_comments_since()
    {
        var by = Writer();
        by.Accept(Now);
        var (comment, other) = (Say(by), Say(by));
        var (ban, spam) = (new ModerationDeed(ModerationAct.Ban, 1, "Ines", Now), new ModerationDeed(ModerationAct.Spam, 1, "Ines", Now.AddMinutes(1)));
        ban.Mark(comment);
        ban.Mark(by);
        by.Ban("Ines", Now);
        comment.MarkSpam("Ines", Now);
        // Not its comment: unsaved, both have no number yet.
        spam.Mark(by);
        other.MarkSpam("Ines", Now.AddMinutes(1));

        Assert.Null(ban.Undo([comment], [by], [spam], "Bo", Now.AddMinutes(2)));

        Assert.Equal((null, CommentState.Public, CommentState.Spam), (by.BannedAt, comment.State, other.State));
    }

    [Fact]
    public void What_readers_reported_since_is_not_let_through_by_an_undo()
    {
        var comment = Shown();
        Assert.Null(comment.Report("Rude.", "a", Now));
        var deed = new ModerationDeed(ModerationAct.Keep, 1, "Ines", Now.AddMinutes(1));
        deed.Mark(comment);
        Assert.Null(comment.Keep("Ines", Now.AddMinutes(1)));
        Assert.Null(comment.Report("Still rude.", "b", Now.AddMinutes(2)));
        Assert.Null(comment.Report("Yes.", "c", Now.AddMinutes(3)));
        Assert.Equal(CommentState.Held, comment.State);

        Assert.Null(deed.Undo([comment], [comment.Commenter], [], "Bo", Now.AddMinutes(4)));

        Assert.Equal((CommentState.Held, CommentHolds.Reported, 3), (comment.State, comment.Holds, comment.Reports.Count(r => r.SettledAt is null)));
    }

    [Fact]
    public void A_banned_writer_a_closed_issue_and_an_answer_to_nothing_are_refused()
    {
        var banned = Writer();
        banned.Ban("Ines", Now);
        Assert.Contains("Nothing more is taken", Try(banned, Published(), null, Rules)!, StringComparison.Ordinal);
        Assert.Contains("closed", Try(Writer(), Published(), null, Rules with { CloseAfterDays = 3 }, Now.AddDays(3))!, StringComparison.Ordinal);
        Assert.Null(Try(Writer(), Published(), null, Rules with { CloseAfterDays = 3 }, Now.AddDays(3).AddTicks(-1)));
        Assert.Contains("closed", Try(Writer(), Published(), null, Rules with { IsOn = false })!, StringComparison.Ordinal);
        Assert.Contains("closed", Try(Writer(), new Issue(2, Now), null, Rules)!, StringComparison.Ordinal);
        Assert.Contains("not here any more", Try(Writer(), Published(), Say(Writer()), Rules)!, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_readers_hold_it_one_does_not_however_often()
    {
        var comment = Shown();
        Assert.Null(comment.Report("rude", "one", Now));
        Assert.Null(comment.Report("rude again", "one", Now));
        Assert.Equal((CommentState.Public, 1), (comment.State, comment.Reports.Count));

        Assert.Null(comment.Report("off topic", "two", Now));

        Assert.Equal((CommentState.Held, CommentHolds.Reported), (comment.State, comment.Holds));
        Assert.NotNull(comment.Report("late", "three", Now));
        Assert.Null(comment.Approve("Ines", Now));
        Assert.All(comment.Reports, r => Assert.Equal(Now, r.SettledAt));
    }

    [Fact]
    public void A_kept_comment_has_no_open_report_and_one_that_is_not_shown_is_not_kept()
    {
        var comment = Shown();
        comment.Report("rude", "one", Now);
        var version = comment.Version;

        Assert.Null(comment.Keep("Ines", Now));

        Assert.Equal((CommentState.Public, "Ines"), (comment.State, Assert.Single(comment.Reports).SettledBy));
        Assert.NotEqual(version, comment.Version);
        comment.Hide("Ines", Now);
        Assert.NotNull(comment.Keep("Ines", Now));
    }

    [Fact]
    public void What_its_writer_removed_nobody_brings_back()
    {
        var comment = Shown();
        var deed = new ModerationDeed(ModerationAct.Hide, 1, "Ines", Now);
        deed.Mark(comment);
        comment.Hide("Ines", Now);
        comment.Remove(Now);

        Assert.Contains("removed", comment.Approve("Ines", Now)!.Sentence, StringComparison.Ordinal);
        Assert.NotNull(deed.Undo([comment], [], [], "Ines", Now));
        Assert.Equal((CommentState.Removed, ""), (comment.State, comment.Words.Source));
    }

    [Fact]
    public void Words_change_for_ten_minutes_and_what_is_found_in_the_new_ones_holds_them()
    {
        var comment = Shown();
        Assert.Null(comment.Edit(Words("Better."), CommentHolds.None, Now.AddMinutes(9)));
        Assert.Equal(CommentState.Public, comment.State);
        Assert.Null(comment.Edit(Words("Buy."), CommentHolds.ListedWord, Now.AddMinutes(9)));
        Assert.Equal((CommentState.Held, CommentHolds.ListedWord), (comment.State, comment.Holds));
        Assert.NotNull(comment.Edit(Words("Late."), CommentHolds.None, Now.AddMinutes(10)));
    }

    [Fact]
    public void An_undo_puts_comment_and_writer_back_once()
    {
        var comment = Say(Writer());
        var (deed, before, was) = (new ModerationDeed(ModerationAct.Trust, 1, "Ines", Now), comment.Standing, comment.Commenter.Standing);
        deed.Mark(comment);
        deed.Mark(comment.Commenter);
        comment.Commenter.Trust("Ines", Now);
        comment.Approve("Ines", Now);

        Assert.Null(deed.Undo([comment], [comment.Commenter], [], "Bo", Now.AddMinutes(1)));

        Assert.Equal((before, was), (comment.Standing, comment.Commenter.Standing));
        Assert.Equal((Now.AddMinutes(1), "Bo"), (deed.UndoneAt, deed.UndoneBy));
        Assert.Contains("undone already", deed.Undo([comment], [comment.Commenter], [], "Bo", Now)!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_decided_since_is_not_undone()
    {
        var comment = Say(Writer());
        var (first, second) = (new ModerationDeed(ModerationAct.Approve, 1, "Ines", Now), new ModerationDeed(ModerationAct.Hide, 2, "Bo", Now));
        first.Mark(comment);
        comment.Approve("Ines", Now);
        second.Mark(comment);
        comment.Hide("Bo", Now);

        Assert.Contains("decided again since", first.Undo([comment], [], [second], "Ines", Now)!.Sentence, StringComparison.Ordinal);
        Assert.Equal((CommentState.Hidden, null), (comment.State, first.UndoneAt));
        Assert.Null(second.Undo([comment], [], [], "Bo", Now));
        Assert.Equal(CommentState.Public, comment.State);
        Assert.Null(first.Undo([comment], [], [], "Ines", Now));
        Assert.Equal((CommentState.Held, CommentHolds.FirstComment), (comment.State, comment.Holds));
    }

    [Fact]
    public void Trust_ends_a_ban_and_a_ban_ends_trust()
    {
        var by = Writer();
        by.Ban("Ines", Now);
        by.Trust("Bo", Now);
        Assert.Equal((null, "", "Bo"), (by.BannedAt, by.BannedBy, by.TrustedBy));
        by.Ban("Ines", Now);
        Assert.Equal((null, "", "Ines"), (by.TrustedAt, by.TrustedBy, by.BannedBy));
        Assert.False(by.IsKnown);
    }

    [Theory]
    [InlineData(-1, 3, "CloseAfterDays")]
    [InlineData(3651, 3, "CloseAfterDays")]
    [InlineData(0, -1, "MostLinks")]
    [InlineData(0, 101, "MostLinks")]
    public void Rules_that_make_no_sense_are_refused_at_their_field(int days, int links, string field) =>
        Assert.Equal(field, (Rules with { CloseAfterDays = days, MostLinks = links }).Check()?.Field);

    [Theory]
    [InlineData(" Ann@Example.ORG ", "ann@example.org")]
    [InlineData("ann@example", null)]
    [InlineData("@example.org", null)]
    [InlineData("ann@example.org\r\nBcc: x@example.org", null)]
    [InlineData("Ann <ann@example.org>", null)]
    [InlineData("ann@example.org.", null)]
    public void An_address_is_one_that_mail_reaches(string typed, string? address) => Assert.Equal(address, Commenter.Address(typed));

    private static Comment Shown()
    {
        var by = Writer();
        by.Accept(Now);
        return Say(by);
    }

    private static Comment Say(Commenter by, CommentHolds holds = CommentHolds.None, bool isProven = true, bool fromDesk = false)
    {
        Assert.Null(Comment.Write(Published(), null, null, new Writing(by, by.Name, Words("Words."), holds, isProven, fromDesk), Rules, Now, out var comment));
        return comment!;
    }

    private static string? Try(Commenter by, Issue issue, Comment? replyTo, DiscussionRules rules, DateTimeOffset? now = null) =>
        Comment.Write(issue, null, replyTo, new Writing(by, by.Name, Words("Words."), CommentHolds.None, true, false), rules, now ?? Now, out _)?.Sentence;

    private static Commenter Writer() => new("ann@example.org", "Ann", "token", Now);

    private static Prose Words(string text) => new(text, SafeHtml.Empty, 1);

    private static Issue Published()
    {
        var issue = new Issue(1, Now);
        Assert.Null(issue.Name("One", "", Now));
        issue.Add(new Paper("A paper", Now), Now);
        Assert.Null(issue.Publish("Ines", Now));
        return issue;
    }
}
