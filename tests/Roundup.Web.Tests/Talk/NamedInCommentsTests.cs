using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model.Discussion;
using Roundup.Model.Papers;
using Roundup.Web.Reading;

namespace Roundup.Web.Tests.Talk;

/// <summary>What readers name in their comments is suggested by them.</summary>
public sealed partial class NamedInCommentsTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_papers_of_real_comments_become_suggestions()
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable("ROUNDUP_SHARED") ?? SharedRoot(), "cases", "comments.jsonl");
        Assert.SkipUnless(File.Exists(file), "The shared folder is not beside this repository.");
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        int found = 0, missed = 0, wrong = 0;
        foreach (var line in await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))
        {
            using var read = JsonDocument.Parse(line);
            var truth = read.RootElement.GetProperty("papers").EnumerateArray().Select(p => Canonical(p.GetString()!)).Where(p => !p.StartsWith("title:", StringComparison.Ordinal) && !p.StartsWith("unresolved:", StringComparison.Ordinal)).ToHashSet();
            var comment = await site.CommentAsync(read.RootElement.GetProperty("text").GetString()!, $"{Guid.NewGuid():n}@example.net");
            var named = await site.WithDbAsync(db => db.SuggestionVoices.Where(v => v.CommentId == comment.Id).Select(v => v.Suggestion.Key).ToListAsync());
            var ours = named.Select(key => Handle().Match(key) is { Success: true } handle ? $"handle:{handle.Groups[1].Value}" : key).ToHashSet();
            found += truth.Intersect(ours).Count();
            missed += truth.Except(ours).Count();
            wrong += ours.Except(truth).Count();
        }

        var (precision, recall) = (found / (double)(found + wrong), found / (double)(found + missed));
        output.WriteLine($"FIGURE: suggested papers found in real comments = {found} of {found + missed}");
        output.WriteLine(FormattableString.Invariant($"FIGURE: suggested papers in real comments, precision = {precision:0.000}"));
        output.WriteLine(FormattableString.Invariant($"FIGURE: suggested papers in real comments, recall = {recall:0.000}"));
        Assert.True(precision >= 0.95 && recall >= 0.95, $"precision {precision:P1}, recall {recall:P1}");
    }

    [Fact]
    public async Task What_a_comment_talks_about_is_no_suggestion_nor_is_code()
    {
        await using var site = new SuggestingSite();
        var issue = await site.OpenAsync();

        await site.CommentAsync($"In https://arxiv.org/pdf/{SuggestingSite.Covered} section 3 they use https://github.com/kmeng01/rome, see https://rome.baulab.info/ and [this post](https://www.lesswrong.com/posts/abc/def).", entry: issue.Entries[0].Id);

        Assert.Empty(await site.SuggestionsAsync());
    }

    [Fact]
    public async Task An_edited_comment_takes_back_what_it_names_no_more()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        var comment = await site.CommentAsync("See arXiv:2210.07229 and arXiv:2209.10652.");
        Assert.Equal(2, (await site.SuggestionsAsync()).Count);

        await EditAsync(site, comment.Id, "See arXiv:2209.10652, and arXiv:2205.01128.");
        Assert.Equal(["arxiv:2209.10652", "arxiv:2205.01128"], (await site.SuggestionsAsync()).Select(s => s.Key));
        await EditAsync(site, comment.Id, "See arXiv:2209.10652, and arXiv:2205.01128.");
        Assert.Equal(2, (await site.SuggestionsAsync()).Sum(s => s.Voices.Count));

        await EditAsync(site, comment.Id, null);
        Assert.Empty(await site.SuggestionsAsync());
    }

    [Fact]
    public async Task A_paper_that_another_comment_of_the_reader_names_stays()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        var first = await site.CommentAsync("arXiv:2210.07229");
        var second = await site.CommentAsync("Still arXiv:2210.07229.");

        await EditAsync(site, first.Id, null);

        Assert.Equal(second.Id, Assert.Single((await site.OnlyAsync()).Voices).CommentId);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task What_is_not_confirmed_or_held_counts_for_nobody_and_fetches_nothing(bool isProven, bool isKnown)
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        var comment = await site.CommentAsync("arXiv:2210.07229 https://example.org/secret.pdf", isProven: isProven, isKnown: isKnown);
        using var editor = await site.SeatAsync(Role.Editor);

        Assert.Empty((await editor.ReadAsync("/admin/inbox")).QuerySelectorAll(".suggested"));
        Assert.Equal((1, 0), (await site.WithDbAsync(db => db.Papers.CountAsync()), await site.WithDbAsync(db => db.Errands.CountAsync(e => e.Kind == ErrandKind.Fill))));

        await site.WithTalkAsync(async (db, intake) =>
        {
            var made = await db.Comments.Include(c => c.Commenter).SingleAsync(c => c.Id == comment.Id);
            made.Confirm(site.Clock.GetUtcNow());
            Scene.Insist(made.Approve("Ines Marlowe", site.Clock.GetUtcNow()));
            await intake.ConfirmAsync(made.Commenter, site.Clock.GetUtcNow());
            await intake.TakeAsync(made);
        });
        Assert.Equal(2, (await editor.ReadAsync("/admin/inbox")).QuerySelectorAll(".suggested .card").Length);
        Assert.Equal(2, await site.WithDbAsync(db => db.Errands.CountAsync(e => e.Kind == ErrandKind.Fill)));
    }

    [Fact]
    public async Task A_comment_that_names_what_was_in_another_issue_says_so_and_asks_nobody()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        await site.WithDbAsync(db => db.PublishAsync(2, "Later", Scene.Paper("Toy Models of Superposition", "2209.10652")));
        var comment = await site.CommentAsync("Like arXiv:2209.10652.");

        var slips = await site.WithDbAsync(db => db.ReadSlipsAsync([comment.Id]));
        var slip = Assert.Single(slips[comment.Id]);
        Assert.Equal(("Toy Models of Superposition", SuggestionState.InIssue, 2), (slip.Title, slip.State, slip.IssueNumber));
        Assert.StartsWith("/papers/", slip.Path, StringComparison.Ordinal);
        using var editor = await site.SeatAsync(Role.Editor);
        Assert.Null((await editor.ReadAsync("/admin/inbox")).QuerySelector(".suggested"));
    }

    [Fact]
    public async Task Slips_are_read_in_one_query()
    {
        await using var site = new SuggestingSite();
        await site.OpenAsync();
        var comment = await site.CommentAsync("arXiv:2210.07229, and https://openreview.net/forum?id=QC10RmRbZy9");
        await site.CommentAsync("arXiv:2210.07229 indeed", "bo@example.net", "Bo");
        await site.WithDbAsync(async db =>
        {
            site.Sql.Clear();
            var slips = await db.ReadSlipsAsync([comment.Id, comment.Id + 1]);
            Assert.Single(site.Sql.Commands);
            Assert.Equal(["arXiv:2210.07229", "OpenReview QC10RmRbZy9"], slips[comment.Id].Select(s => s.Title));
            Assert.Equal("https://arxiv.org/abs/2210.07229", slips[comment.Id].First().Path);
        });
    }

    private static Task EditAsync(SuggestingSite site, int id, string? words) => site.WithTalkAsync(async (db, intake) =>
    {
        var comment = await db.Comments.Include(c => c.Commenter).SingleAsync(c => c.Id == id);
        if (words is null) comment.Remove(site.Clock.GetUtcNow());
        else
        {
            Scene.Insist(SafeMarkdown.Render(words, ProseKind.Comment, out var prose));
            Scene.Insist(comment.Edit(prose, CommentHolds.None, site.Clock.GetUtcNow()));
        }

        await intake.TakeAsync(comment);
    });

    // As the test of the recogniser alone has it.
    private static string Canonical(string truth)
    {
        var (scheme, value) = (truth[..truth.IndexOf(':')], truth[(truth.IndexOf(':') + 1)..]);
        return scheme switch { "pmcid" => $"pmc:{value}", "s2pdf" => $"s2:{value.Replace("/", "")}", "hdl" => $"handle:{value}", "doi" => truth.ToLowerInvariant(), _ => truth };
    }

    private static string SharedRoot()
    {
        var folder = new DirectoryInfo(Web.Tests.Site.Root);
        for (var level = 0; level < 2 && folder.Parent is not null; level++)
        {
            folder = folder.Parent;
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "cases"))) return Path.Combine(folder.FullName, "shared");
        }

        return "";
    }

    [GeneratedRegex("^url:.*/handle/([0-9.]+/[0-9A-Za-z]+)$")]
    private static partial Regex Handle();
}
