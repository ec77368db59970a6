using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Papers;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Importing;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Sources;
using Roundup.Web.Reading;
using Roundup.Web.Talk;

namespace Roundup.Web.Importing;

/// <summary>Makes an issue of what was read, or adds its papers to one. Nothing is saved here: the caller saves once.</summary>
public sealed class IssueImport(RoundupDb db, CurrentPublication current, PaperFinder papers, SuggestionThanks thanks, TimeProvider clock)
{
    /// <summary>A new draft.</summary>
    public async Task<(Refusal? Refusal, Issue Issue)> DraftAsync(ImportedIssue imported, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var issue = new Issue(await FreeNumberAsync(imported.Number, cancel), now);
        var refusal = issue.Name(await TitleAsync(imported, issue), "", now)
            ?? Render("introduction", imported.Introduction, out var introduction)
            ?? Render("closing words", imported.Closing, out var closing)
            ?? Frame(issue, introduction, closing, now)
            ?? await AddEntriesAsync(issue, imported, cancel);
        db.Add(issue);
        return (refusal, issue);
    }

    /// <summary>Adds the papers to an issue; words around them are kept at the end of its introduction and closing words.</summary>
    public async Task<Refusal?> AddToAsync(Issue issue, ImportedIssue imported, CancellationToken cancel = default)
    {
        var title = imported.Title is "" ? "" : $"**{imported.Title}**";
        return Render("introduction", Joined(issue.Introduction.Source, title, imported.Introduction), out var introduction)
            ?? Render("closing words", Joined(issue.Closing.Source, imported.Closing), out var closing)
            ?? Frame(issue, introduction, closing, clock.GetUtcNow())
            ?? await AddEntriesAsync(issue, imported, cancel);
    }

    private async Task<int> FreeNumberAsync(int? wanted, CancellationToken cancel)
    {
        var next = await db.Issues.NextNumberAsync(cancel);
        return wanted is > 0 and { } number && (number >= next || !await db.Issues.HasNumberAsync(number, cancel)) ? number : next;
    }

    private async Task<string> TitleAsync(ImportedIssue imported, Issue issue)
    {
        if (imported.Title.Length is > 0 and <= Issue.TitleLength) return imported.Title;
        return await current.ReadAsync() is { } publication ? $"{publication.Title}, issue {issue.Number}" : $"Issue {issue.Number}";
    }

    private static Refusal? Frame(Issue issue, Prose introduction, Prose closing, DateTimeOffset now)
    {
        issue.Frame(introduction, closing, now);
        return null;
    }

    private async Task<Refusal?> AddEntriesAsync(Issue issue, ImportedIssue imported, CancellationToken cancel)
    {
        var shelf = await PaperShelf.OpenAsync(db, papers, imported.Entries, clock, cancel);
        var added = new List<Entry>();
        foreach (var read in imported.Entries)
        {
            var entry = issue.Add(shelf.Take(read), clock.GetUtcNow(), Fitting(read.Section, Entry.SectionLength) ?? "");
            if (Annotate(entry, read) is { } refusal) return refusal;
            added.Add(entry);
        }

        await thanks.GiveAsync(added, "", cancel);

        // The cards are there at once; what they lack is asked for in the background.
        await db.WantAsync(ErrandKind.Fill, [.. issue.Entries.Select(e => e.Paper).Where(p => p.Identifiers is not [] && (p.WantsFilling || p.FilledAt is null) && p.FillFailure is "").Distinct()], clock.GetUtcNow(), cancel);
        return null;
    }

    private Refusal? Annotate(Entry entry, ImportedEntry read)
    {
        var refusal = Render($"text beside “{read.Title}”", WithWhatDidNotFit(read), out var text)
            ?? entry.Annotate(entry.Section, text, read.Links.Where(l => l.Kind is LinkKind.Related or LinkKind.Discussion && WebAddress.IsOne(l.Url)));
        foreach (var opinion in read.Opinions)
        {
            if (refusal is not null) return refusal;
            refusal = Render($"opinion on “{read.Title}”", opinion.Text, out var words);
            if (refusal is null) entry.Opine(opinion.Author ?? "", words, clock.GetUtcNow());
        }

        return refusal;
    }

    // A field has a length, a paste has none: what is longer than its field stays as text of the entry.
    private static string WithWhatDidNotFit(ImportedEntry read) => Joined(
        read.Title.Length > Paper.TitleLength ? read.Title : "",
        read.Section?.Length > Entry.SectionLength ? read.Section : "",
        read.Abstract.Length > Paper.AbstractLength ? read.Abstract : "",
        read.Text,
        string.Join("\n\n", read.Links.Where(l => !WebAddress.IsOne(l.Url)).Select(l => l.Url)));

    private static string? Fitting(string? text, int length) => text?.Length > length ? text[..length] : text;

    private static string Joined(params string[] parts) => string.Join("\n\n", parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    private static Refusal? Render(string what, string markdown, out Prose prose) =>
        SafeMarkdown.Render(markdown, ProseKind.Editorial, out prose) is { } refusal ? new($"The {what}: {refusal.Sentence}") : null;
}
