using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Tests.Formats.Text;

namespace Roundup.Browser.Tests.Hostile;

/// <summary>The whole hostile corpus, published: each text stands in every field that a paste can reach.</summary>
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
            foreach (var (texts, number) in Texts.Chunk(PapersAnIssue).Select((texts, at) => (texts, at + 1))) db.Add(Issue(number, texts));
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

    private static Prose Words(string text)
    {
        Assert.Null(SafeMarkdown.Render(text, ProseKind.Editorial, out var prose));
        return prose;
    }

    private static string Fitting(string text, int length)
    {
        var kept = text.Length > length ? text[..length] : text;
        return string.IsNullOrWhiteSpace(kept) ? "blank" : kept;
    }
}
