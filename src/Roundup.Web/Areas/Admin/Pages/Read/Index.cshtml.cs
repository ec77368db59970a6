using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Formats.Reading;
using Roundup.Model;
using Roundup.Sources;
using Roundup.Web.Seen;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Read;

/// <summary>The box that takes anything: reads a paste and shows what was understood. Saves nothing.</summary>
public sealed class IndexModel(RoundupReader reader, SeenBefore seen, PaperFinder finder) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public OutlineView? Outline { get; private set; }

    public void OnGet(int? issue) => Input.Issue = issue;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();

        var pasted = await Input.TakeAsync(cancel);
        if (string.IsNullOrWhiteSpace(pasted)) return this.Refuse(new Refusal("Paste something first: links, ids, or a whole post.", nameof(Input.Text)));
        if (reader.Read(pasted, out var reading) is { } refusal) return this.Refuse(refusal with { Field = nameof(Input.Text) });
        if (reading.Lines.Count > OutlineView.MostLines) return this.Refuse(TooMany(reading.Lines.Count));

        Outline = OutlineView.Of(reading, Input.Issue);
        await Outline.LookBackAsync(seen, finder, cancel);
        return Page();
    }

    private static Refusal TooMany(int lines) =>
        new(FormattableString.Invariant($"These are {lines:N0} lines, and {OutlineView.MostLines:N0} can be looked over at once. Paste one issue at a time."), nameof(Input.Text));

    public sealed class InputModel
    {
        public string? Text { get; set; }

        /// <summary>What the clipboard had as HTML, when a script could take it along; it says more than the text.</summary>
        public string? Html { get; set; }

        public IFormFile? File { get; set; }

        public int? Issue { get; set; }

        internal async Task<string> TakeAsync(CancellationToken cancel)
        {
            if (!string.IsNullOrWhiteSpace(Html)) return Html;
            if (!string.IsNullOrWhiteSpace(Text) || File is null) return Text ?? "";

            using var content = new StreamReader(File.OpenReadStream());
            return await content.ReadToEndAsync(cancel);
        }
    }
}
