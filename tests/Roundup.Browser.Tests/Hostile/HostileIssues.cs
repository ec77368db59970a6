using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Tests.Formats.Text;

namespace Roundup.Browser.Tests.Hostile;

/// <summary>The whole hostile corpus, published: each text stands in every field that a paste can reach, and in a stranger's comment and name.</summary>
internal static class HostileIssues
{
    private const int PapersAnIssue = 400;

    public static IReadOnlyList<string> Texts { get; } = [.. new HostileTexts().Select(text => text.Replace('\0', '\uFFFD'))];

    /// <returns>The numbers of the issues.</returns>
    public static async Task<IReadOnlyList<int>> PublishAsync(BrowserSite site)
    {
        await Desk.OpenAsync(site);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        if (!await db.Issues.AnyAsync())
        {
            var stranger = new Commenter("stranger@example.org", "Stranger", "a-token-that-nobody-guesses", DateTimeOffset.UnixEpoch);
            stranger.Accept(DateTimeOffset.UnixEpoch);
            foreach (var (texts, number) in Texts.Chunk(PapersAnIssue).Select((texts, at) => (texts, at + 1)))
            {
                var issue = Issue(number, texts);
                db.Add(issue);
                db.AddRange(texts.Select((text, place) => Said(issue, issue.Entries[place], stranger, text)));
            }

            await db.SaveChangesAsync();
        }

        return await db.Issues.Select(i => i.Number).Order().ToListAsync();
    }

    private static Issue Issue(int number, string[] texts)
    {
        var now = DateTimeOffset.UnixEpoch;
        var issue = new Issue(number, now);
        Assert.Null(issue.Name(Fitting(texts[0], Model.Issues.Issue.TitleLength), Fitting(texts[1], Model.Issues.Issue.TitleLength), now));
        issue.Frame(Words(texts[2]), Words(texts[3]), now);
        foreach (var text in texts)
        {
            var paper = new Paper("x", now);
            Assert.Null(paper.Describe(Typeset.Line(Fitting(text, Paper.TitleLength)), [text, text], PlainText.Render(text), text, "", now));
            var entry = issue.Add(paper, now, Fitting(text, Entry.SectionLength));
            Assert.Null(entry.Annotate(entry.Section, Words(text), [new PaperLink(LinkKind.Related, "https://a.example/", text)]));
            entry.Opine(text, Words(text), now);
        }

        Assert.Null(issue.Publish("Ann", now));
        return issue;
    }

    // As a stranger writes it, and as nothing is held against it.
    private static Comment Said(Issue issue, Entry entry, Commenter by, string text)
    {
        var name = Commenter.ReadName(text, out var printed) is null ? printed : "Stranger";
        var words = Words(text, ProseKind.Comment);
        Assert.Null(Comment.Write(issue, entry, null, new(by, name, words.IsEmpty ? Words("blank") : words, CommentHolds.None, IsProven: true, FromDesk: false), DiscussionRules.Default, DateTimeOffset.UnixEpoch, out var comment));
        Assert.Equal(CommentState.Public, comment!.State);
        return comment;
    }

    private static Prose Words(string text, ProseKind kind = ProseKind.Editorial)
    {
        Assert.Null(SafeMarkdown.Render(text, kind, out var prose));
        return prose;
    }

    private static string Fitting(string text, int length)
    {
        var kept = text.Length > length ? text[..length] : text;
        return string.IsNullOrWhiteSpace(kept) ? "blank" : kept;
    }
}
