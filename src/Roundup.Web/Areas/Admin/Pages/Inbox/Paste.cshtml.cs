using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Formats.Reading;
using Roundup.Model;
using Roundup.Model.Importing;
using Roundup.Model.Inbox;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Web.Capturing;
using Roundup.Web.Importing;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Inbox;

/// <summary>
/// Puts pasted papers into the inbox. What is said about a paper becomes its note; words that belong to none are shown afterwards, so that
/// nothing of a paste is dropped in silence.
/// </summary>
public sealed class PasteModel(RoundupDb db, RoundupReader reader, PaperFinder finder, InboxIntake inbox, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>How many papers were kept; null before anything was.</summary>
    public int? Kept { get; private set; }

    /// <summary>Words of the paste that name no paper.</summary>
    public string LeftOver { get; private set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var pasted = string.IsNullOrWhiteSpace(Input.Html) ? Input.Text : Input.Html;
        if (string.IsNullOrWhiteSpace(pasted)) return this.Refuse(new Refusal("Paste links or ids first.", nameof(Input.Text)));
        if (reader.Read(pasted, out var reading) is { } odd) return this.Refuse(odd with { Field = nameof(Input.Text) });
        if (reading.Issue.Entries is []) return this.Refuse(new Refusal("No paper was found in this. Paste addresses or ids, one a line.", nameof(Input.Text)));

        var read = reading.Issue;
        if ((await TakeAsync(read.Entries, cancel) ?? await db.SaveAsync(cancel)) is { } refusal) return this.Refuse(refusal);

        LeftOver = string.Join("\n\n", new[] { read.Title, read.Introduction, read.Closing }.Where(t => !string.IsNullOrWhiteSpace(t)));
        if (LeftOver is "") return Redirect($"/admin/inbox?pasted={read.Entries.Count}#said");

        Kept = read.Entries.Count;
        return Page();
    }

    private async Task<Refusal?> TakeAsync(IReadOnlyList<ImportedEntry> entries, CancellationToken cancel)
    {
        var shelf = await PaperShelf.OpenAsync(db, finder, entries, clock, cancel);
        var papers = new List<Paper>();
        foreach (var entry in entries)
        {
            var paper = shelf.Take(entry);
            papers.Add(paper);
            var (refusal, _) = await inbox.TakeAsync(paper, InboxOrigin.Pasted, User.PrintedName(), Note(entry), cancel);
            if (refusal is not null) return refusal with { Sentence = $"“{entry.Title}”: {refusal.Sentence}", Field = nameof(Input.Text) };
        }

        await db.WantAsync(ErrandKind.Fill, [.. papers.Distinct().Where(p => p.WantsFilling)], clock.GetUtcNow(), cancel);
        return null;
    }

    private static string Note(ImportedEntry entry) => string.Join("\n\n", entry.Opinions.Select(o => o.Author is null ? o.Text : $"{o.Author}: {o.Text}").Prepend(entry.Text).Where(t => !string.IsNullOrWhiteSpace(t)));

    public sealed class InputModel
    {
        public string? Text { get; set; }

        /// <summary>What the clipboard had as HTML, when a script could take it along; it says more than the text.</summary>
        public string? Html { get; set; }
    }
}
