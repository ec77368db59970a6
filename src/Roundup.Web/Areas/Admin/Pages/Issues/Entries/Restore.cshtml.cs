using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.Papers;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>Undoes a removal: the paper comes back to its place with everything that was said. Its anchor is a new one.</summary>
[Authorize(Policies.Publish)]
public sealed class RestoreModel(RoundupDb db, TimeProvider clock) : WorkPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IActionResult OnGet() => Redirect(EditPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Issue.Closed is { } closed) return this.Refuse(closed);
        var id = await Db.StandsForAsync(Input.Paper, cancel);
        if (await Db.Papers.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } paper) return this.Refuse(new Refusal("That paper is not known any more."));
        if (Issue.Covers(paper)) return this.Refuse(new Refusal("That paper is in the issue already."));

        var entry = Issue.Add(paper, clock.GetUtcNow(), Input.Section ?? "");
        var refusal = Issue.Move(entry, Input.Place, clock.GetUtcNow()) ?? await WriteAsync(entry, cancel) ?? await Db.SaveAsync(cancel);
        return refusal is null ? Redirect($"{EditPath}?open={entry.Key}#{entry.Anchor}") : this.Refuse(refusal);
    }

    private async Task<Refusal?> WriteAsync(Entry entry, CancellationToken cancel)
    {
        // An opinion stays its author's: whose it was is known from what was kept when it was taken out.
        var gone = Input.Opinions.Select(o => o.Was).ToList();
        var kept = await Db.Revisions.OfNumber(Number).Where(r => r.Of == RevisedText.Opinion && gone.Contains(r.OpinionId)).NewestFirst.ToListAsync(cancel);
        if (SafeMarkdown.Render(Input.Text ?? "", ProseKind.Editorial, out var text) is { } odd) return odd;
        if (entry.Annotate(Input.Section, text, LinkLines.Read(Input.Links, LinkKind.Related)) is { } refusal) return refusal;

        foreach (var said in Input.Opinions)
        {
            if (SafeMarkdown.Render(said.Words ?? "", ProseKind.Editorial, out var words) is { } unfit) return unfit;
            entry.Opine(said.Author ?? "", words, clock.GetUtcNow(), kept.Find(r => r.OpinionId == said.Was && r.Text == words.Source)?.PersonId);
        }

        return null;
    }

    public sealed class InputModel
    {
        public int Paper { get; set; }

        public int Place { get; set; }

        public string? Section { get; set; }

        public string? Text { get; set; }

        public string? Links { get; set; }

        public List<Said> Opinions { get; set; } = [];
    }

    public sealed class Said
    {
        /// <summary>The opinion that was taken out.</summary>
        public int? Was { get; set; }

        public string? Author { get; set; }

        public string? Words { get; set; }
    }
}
