using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Formats.Reading;
using Roundup.Model;
using Roundup.Model.Importing;
using Roundup.Model.Inbox;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Web.Importing;

namespace Roundup.Web.Capturing;

/// <summary>Puts what somebody pasted, or a script sent, into the inbox: every paper in it, each with what was said of it. The caller saves once.</summary>
public sealed class PastedPapers(RoundupDb db, RoundupReader reader, PaperFinder finder, InboxIntake inbox, TimeProvider clock)
{
    /// <summary>The papers in the order of the text, each once.</summary>
    public IReadOnlyList<InboxItem> Items { get; private set; } = [];

    /// <summary>How many papers the text names, counting one that it names twice twice.</summary>
    public int Named { get; private set; }

    /// <summary>Words that name no paper, so that nothing is dropped in silence.</summary>
    public string LeftOver { get; private set; } = "";

    /// <param name="by">The printed name of whoever names them.</param>
    /// <param name="note">Added to what is said of each paper.</param>
    public async Task<Refusal?> TakeAsync(string pasted, string by, string note = "", CancellationToken cancel = default)
    {
        if (reader.Read(pasted, out var reading) is { } odd) return odd with { Field = "Text" };
        if (reading.Issue.Entries is []) return new("No paper was found in this. Paste addresses or ids, one a line.", "Text");

        var read = reading.Issue;
        LeftOver = string.Join("\n\n", new[] { read.Title, read.Introduction, read.Closing }.Where(t => !string.IsNullOrWhiteSpace(t)));
        Named = read.Entries.Count;
        return await TakeAsync(read.Entries, by, note, cancel);
    }

    private async Task<Refusal?> TakeAsync(IReadOnlyList<ImportedEntry> entries, string by, string note, CancellationToken cancel)
    {
        var shelf = await PaperShelf.OpenAsync(db, finder, entries, clock, cancel);
        var items = new List<InboxItem>();
        foreach (var entry in entries)
        {
            var (refusal, item) = await inbox.TakeAsync(shelf.Take(entry), InboxOrigin.Pasted, by, NoteOf(entry), cancel);
            refusal ??= item.Remark(note);
            if (refusal is not null) return refusal with { Sentence = $"“{entry.Title}”: {refusal.Sentence}", Field = "Text" };

            items.Add(item);
        }

        Items = [.. items.Distinct()];
        await db.WantAsync(ErrandKind.Fill, [.. Items.Select(i => i.Paper).Where(p => p.WantsFilling)], clock.GetUtcNow(), cancel);
        return null;
    }

    private static string NoteOf(ImportedEntry entry) => string.Join("\n\n", entry.Opinions.Select(o => o.Author is null ? o.Text : $"{o.Author}: {o.Text}").Prepend(entry.Text).Where(t => !string.IsNullOrWhiteSpace(t)));
}
