using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Papers;
using Roundup.Data.Topics;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Model.Topics;

namespace Roundup.Web.Sample;

/// <summary>
/// The sample publication: a fresh install is never empty. The papers are real (titles, authors, ids and abstracts are arXiv's metadata,
/// CC0); the publication, its editor and the opinions are written for the sample.
/// </summary>
public sealed class SampleSite(RoundupDb db, TimeProvider clock)
{
    private static readonly Lazy<SamplePublication> Contents = new(Read);

    /// <summary>Gives an empty database the sample publication with its issue, published. Anything else stays as it is.</summary>
    public async Task EnsureAsync(CancellationToken cancel = default)
    {
        if (await db.Publications.AnyAsync(cancel)) return;

        var sample = Contents.Value;
        var publication = new Publication(sample.Title, clock.GetUtcNow());
        db.Add(publication);
        Insist(publication.Describe(sample.Title, sample.Tagline, Editorial(sample.About), sample.EditedBy, sample.Licence, publication.OpinionLabel));
        var issue = await AddIssueAsync(cancel);
        Insist(issue.Publish(sample.EditedBy, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Adds the sample issue as a draft, to look at and to throw away.</summary>
    public async Task DraftAsync(CancellationToken cancel = default)
    {
        await AddIssueAsync(cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Issue> AddIssueAsync(CancellationToken cancel)
    {
        var sample = Contents.Value.Issue;
        var now = clock.GetUtcNow();
        var issue = new Issue(await db.Issues.NextNumberAsync(cancel), now);
        Insist(issue.Name(sample.Title, sample.Theme, now));
        issue.Frame(Editorial(sample.Introduction), Editorial(sample.Closing), now);
        var known = await db.Papers.ByKeyAsync(sample.Entries.SelectMany(e => e.PaperIds), cancel);
        var fresh = sample.Entries.Where(e => !e.PaperIds.Any(id => known.ContainsKey(id.Key))).ToList();
        var topics = await db.TopicsNamedAsync([.. fresh.SelectMany(e => e.Topics).Distinct()], now, cancel);
        foreach (var entry in sample.Entries)
        {
            var paper = entry.PaperIds.Select(id => known.GetValueOrDefault(id.Key)).FirstOrDefault(p => p is not null);
            if (paper is null)
            {
                paper = entry.ToPaper(now);
                Insist(paper.File(entry.Topics.Select(name => topics.First(t => t.Slugs.Any(s => s.Slug == Topic.SlugOf(name))))));
            }

            issue.Add(paper, now).Opine("", Editorial(entry.Opinion), now);
        }

        db.Add(issue);
        return issue;
    }

    private static Prose Editorial(string markdown)
    {
        Insist(SafeMarkdown.Render(markdown, ProseKind.Editorial, out var prose));
        return prose;
    }

    private static void Insist(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException($"The sample breaks a rule of ours: {refusal.Sentence}");
    }

    private static SamplePublication Read()
    {
        using var stream = typeof(SampleSite).Assembly.GetManifestResourceStream("sample.json")!;
        return JsonSerializer.Deserialize<SamplePublication>(stream, new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter<LinkKind>(), new JsonStringEnumConverter<PaperKind>() } })!;
    }

    private sealed record SamplePublication(string Title, string Tagline, string EditedBy, string Licence, string About, SampleIssue Issue);

    private sealed record SampleIssue(string Title, string Theme, string Introduction, string Closing, IReadOnlyList<SampleEntry> Entries);

    private sealed record SampleEntry(
        string Title, IReadOnlyList<string> Authors, IReadOnlyList<string> Ids, PaperKind Kind, string Venue, PaperImprint? Imprint, DateOnly Published, string Abstract, IReadOnlyList<PaperLink> Links, IReadOnlyList<string> Topics, string Opinion)
    {
        public IEnumerable<PaperId> PaperIds => Ids.Select(id => id.Split(':', 2)).Select(id => new PaperId(id[0], id[1]));

        public Paper ToPaper(DateTimeOffset now)
        {
            var id = PaperIds.First();
            var paper = new Paper(id.Value, now);
            foreach (var name in PaperIds) paper.Identify(name);
            var record = new PaperRecord { Id = id, Title = Title, Authors = Authors, Abstract = Abstract, Kind = Kind, Venue = Venue, Imprint = Imprint ?? PaperImprint.None, PublishedOn = Published, Links = Links, Source = id.Scheme is PaperScheme.Arxiv ? "arXiv" : "OpenReview" };
            paper.Fill(record, Typeset.Line(Title), PlainText.Render(Abstract), now);
            return paper;
        }
    }
}
