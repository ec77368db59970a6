using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Tests.Model;

public sealed class Changing_tests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 11, 2);
    private const string Url = "https://github.com/a/b";

    [Fact]
    public void Nothing_is_claimed_where_it_is_not_known_what_was_covered() =>
        Assert.Empty(new Paper("One", Now).NewsIn(Record(9) with { Notices = [new(PaperChangeKind.Retracted, "")] }, saysWithdrawn: true));

    [Theory]
    [InlineData(1, 1, "arXiv", 0)]
    [InlineData(1, 2, "arXiv", 1)]
    [InlineData(3, 2, "arXiv", 0)]
    // Another source counts for itself.
    [InlineData(1, 2, "bioRxiv", 0)]
    public void A_version_is_new_when_its_own_source_counts_higher(int covered, int now, string source, int news)
    {
        var found = Covered(covered).NewsIn(Record(now) with { Source = source }, saysWithdrawn: false).ToList();

        Assert.Equal(news, found.Count);
        Assert.All(found, n => Assert.Equal((PaperChangeKind.NewVersion, $"v{now}", $"https://arxiv.org/abs/2202.00001v{now}"), (n.Kind, n.Detail, n.Address)));
    }

    [Fact]
    public void Words_are_kept_only_where_they_are_others_than_those_covered()
    {
        var paper = Covered(1);
        PaperChange Change(PaperRecord record) => paper.Changed(paper.NewsIn(record, false).Single(), record, Now);

        Assert.False(Change(Record(2) with { Title = "One. ", Abstract = "We  do!" }).HasNewWords);
        Assert.True(Change(Record(2) with { Abstract = "We do not." }).HasNewWords);
    }

    [Fact]
    public void A_withdrawal_is_a_question_and_no_new_version_besides()
    {
        var notice = Assert.Single(Covered(1).NewsIn(Record(2) with { Comment = "Withdrawn by the author" }, saysWithdrawn: true));
        Assert.Equal((PaperChangeKind.Withdrawn, false), (notice.Kind, notice.IsSure));
    }

    [Fact]
    public void A_venue_that_is_known_is_no_news_and_one_that_is_only_named_is_a_question()
    {
        var paper = Covered(1);
        Assert.False(Assert.Single(paper.NewsIn(Record(1) with { Venue = "NeurIPS 2022" }, false)).IsSure);

        Assert.Null(paper.Describe(new Line("One", SafeHtml.Empty), [], Prose.Empty, "Nature Machine Intelligence", "", Now));
        Assert.Empty(paper.NewsIn(Record(1) with { Notices = [new(PaperChangeKind.Published, "Nature machine intelligence.")] }, false));
        Assert.Single(paper.NewsIn(Record(1) with { Notices = [new(PaperChangeKind.Published, "Nature")] }, false));
    }

    [Fact]
    public void A_title_alone_can_be_taken_and_leaves_the_covered_version_as_it_is()
    {
        var paper = Covered(1);
        var change = paper.Changed(new(PaperChangeKind.NewVersion, "v2"), Record(2) with { Title = "Two", Abstract = "We do not." }, Now);
        var words = paper.Words;

        Assert.NotNull(paper.Take(change, null, null, Now));
        Assert.Null(paper.Take(change, new Line("Two", SafeHtml.Empty), null, Now));
        Assert.Equal(("Two", "We do.", 1, "arXiv"), (paper.Title, paper.Abstract.Source, paper.Covered!.Version, paper.OriginOf(PaperField.Title)!.Source));
        Assert.Null(paper.Take(change, null, Words("We do not."), Now));
        Assert.Equal((2, PaperEdition.FingerprintOf("Two", "We do not.")), (paper.Covered!.Version, paper.Covered.Fingerprint));

        Assert.Null(paper.PutBack(words, new Line(words.Title, SafeHtml.Empty), Words(words.Abstract), Now));
        Assert.Equal(words, paper.Words);
    }

    [Theory]
    [InlineData("ggg", true)]
    [InlineData("g", false)]
    [InlineData("gg", true)]
    [InlineData("uu", true)]
    [InlineData("gwg", false)]
    [InlineData("sss", false)]
    [InlineData("ssss", true)]
    [InlineData("gsss", true)]
    [InlineData("gcg", true)]
    [InlineData("cccccc", false)]
    [InlineData("ggw", false)]
    public void A_link_is_dead_when_nothing_was_there_twice_or_nobody_answered_four_times(string weeks, bool isDead)
    {
        var paper = Linked();
        for (var week = 0; week < weeks.Length; week++) paper.NoteLink(Url, Sight(weeks[week]), Monday.AddDays(7 * week));

        Assert.Equal(isDead, paper.Links[0].IsDead);
        if (isDead) Assert.Equal(Monday, paper.Links[0].Health!.Since);
    }

    [Fact]
    public void A_check_that_is_repeated_within_the_week_proves_nothing_new()
    {
        var paper = Linked();
        for (var day = 0; day < 6; day++) paper.NoteLink(Url, LinkSight.Gone, Monday.AddDays(day));
        Assert.False(paper.Links[0].IsDead);
        Assert.True(paper.NoteLink(Url, LinkSight.Gone, Monday.AddDays(7)));
        Assert.True(paper.Links[0].IsDead);
    }

    [Fact]
    public void What_an_editor_said_of_a_link_holds_until_it_works_again()
    {
        var paper = Linked();
        foreach (var week in new[] { 0, 7 }) paper.NoteLink(Url, LinkSight.Gone, Monday.AddDays(week));
        Assert.Single(paper.OpenLinks);

        Assert.Null(paper.JudgeLink(Url, LinkVerdict.Works));
        paper.NoteLink(Url, LinkSight.Gone, Monday.AddDays(14));
        Assert.Equal((false, 0), (paper.Links[0].IsDead, paper.OpenLinks.Count()));
        Assert.Null(paper.JudgeLink(Url, LinkVerdict.KeptAsGone));
        Assert.Equal((true, 0), (paper.Links[0].IsDead, paper.OpenLinks.Count()));

        paper.NoteLink(Url, LinkSight.Works, Monday.AddDays(21));
        Assert.Null(paper.Links[0].Health);
        Assert.NotNull(paper.JudgeLink(Url, LinkVerdict.Works));
    }

    [Fact]
    public void A_replaced_link_begins_anew_and_keeps_its_kind()
    {
        var paper = Linked();
        foreach (var week in new[] { 0, 7 }) paper.NoteLink(Url, LinkSight.Gone, Monday.AddDays(week));

        Assert.NotNull(paper.ReplaceLink(Url, "ftp://x", Now));
        Assert.Null(paper.ReplaceLink(Url, "https://github.com/a/c", Now));
        Assert.Equal(new PaperLink(LinkKind.Code, "https://github.com/a/c"), Assert.Single(paper.Links));
        Assert.NotNull(paper.ReplaceLink(Url, "", Now));
        Assert.Null(paper.ReplaceLink("https://github.com/a/c", "", Now));
        Assert.Empty(paper.Links);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Asia/Kolkata")]
    public void Rounds_are_at_night_spread_and_never_in_the_past(string zone)
    {
        var here = TimeZoneInfo.FindSystemTimeZoneById(zone);
        // Through both changes of the clock, when an hour is skipped or comes twice.
        foreach (var day in Enumerable.Range(0, 365).Select(d => new DateTimeOffset(2026, 1, 1, 11, 7, 0, TimeSpan.Zero).AddDays(d)))
            foreach (var paper in new[] { 1, 4, 7, 15, 1000 })
            {
                var night = Rounds.NextNight(paper, zone, day);
                Assert.InRange((night - day).TotalHours, 0.001, 25.1);
                Assert.InRange(TimeZoneInfo.ConvertTime(night, here).Hour, 1, 4);
                Assert.InRange((Rounds.NextWeek(paper, zone, day) - day).TotalDays, 0.001, 7.1);
            }

        Assert.Equal(16, Enumerable.Range(0, 100).Select(p => Rounds.NextNight(p, zone, Now)).Distinct().Count());
        Assert.Equal(112, Enumerable.Range(0, 500).Select(p => Rounds.NextWeek(p, zone, Now)).Distinct().Count());
    }

    private static LinkSight Sight(char letter) => letter switch { 'g' => LinkSight.Gone, 'u' => LinkSight.Unreachable, 's' => LinkSight.Silent, 'w' => LinkSight.Works, _ => LinkSight.Unclear };

    private static Prose Words(string text) => new(text, SafeHtml.Empty, 1);

    private static PaperRecord Record(int version) => new() { Id = new(PaperScheme.Arxiv, "2202.00001", version), Title = "One", Abstract = "We do.", Source = "arXiv" };

    private static Paper Covered(int version)
    {
        var paper = new Paper("2202.00001", Now);
        paper.Identify(new(PaperScheme.Arxiv, "2202.00001"));
        paper.Fill(Record(version), new Line("One", SafeHtml.Empty), Words("We do."), Now);
        return paper;
    }

    private static Paper Linked()
    {
        var paper = new Paper("One", Now);
        Assert.Null(paper.Relink([new PaperLink(LinkKind.Code, Url)], Now));
        return paper;
    }
}
