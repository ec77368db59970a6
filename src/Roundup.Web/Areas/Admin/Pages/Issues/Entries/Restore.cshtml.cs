using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>Undoes a removal: the paper comes back to its place with everything that was said. Its anchor is a new one.</summary>
[Authorize(Policies.Publish)]
public sealed class RestoreModel(RoundupDb db, IDataProtectionProvider protection, SuggestionThanks thanks, TimeProvider clock) : WorkPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What was said, as far as it was sealed here.</summary>
    public IReadOnlyList<KeptOpinion> Kept => [.. Input.Opinions.Select(seal => KeptOpinion.Open(protection, seal, Number)).OfType<KeptOpinion>()];

    public IActionResult OnGet() => Redirect(EditPath);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Issue.Closed is { } closed) return this.Refuse(closed);
        var id = await Db.StandsForAsync(Input.Paper, cancel);
        if (await Db.PaperAsync(id, cancel) is not { } paper) return this.Refuse(new Refusal("That paper is not known any more."));
        if (Kept.Count < Input.Opinions.Count) return this.Refuse(new Refusal("What was said was not kept here. Add the paper again; its authors can write again."));
        if (Issue.Covers(paper)) return this.Refuse(new Refusal("That paper is in the issue already."));

        var entry = Issue.Add(paper, clock.GetUtcNow(), Input.Section ?? "");
        await thanks.GiveAsync([entry], User.PrintedName(), cancel);
        Db.Audit(User, "paper.restored", $"put “{paper.Title}” back into issue {Number}", EditPath, clock.GetUtcNow());
        var refusal = Issue.Move(entry, Input.Place, clock.GetUtcNow()) ?? Write(entry) ?? await KeepAndSaveAsync(clock.GetUtcNow(), cancel);
        return refusal is null ? Redirect($"{EditPath}?open={entry.Key}#{entry.Anchor}") : this.Refuse(refusal);
    }

    private Refusal? Write(Entry entry)
    {
        if (SafeMarkdown.Render(Input.Text ?? "", ProseKind.Editorial, out var text) is { } odd) return odd;
        if (entry.Annotate(Input.Section, text, LinkLines.Read(Input.Links, LinkKind.Related)) is { } refusal) return refusal;
        if (entry.Rethank((Input.Thanked ?? "").Split('\n')) is { } many) return many;

        foreach (var said in Kept)
        {
            if (SafeMarkdown.Render(said.Words, ProseKind.Editorial, out var words) is { } unfit) return unfit;
            entry.Opine(said.Author, words, clock.GetUtcNow(), said.PersonId).NoteDepth(said.Depth);
        }

        return null;
    }

    public sealed class InputModel
    {
        public int Paper { get; set; }

        public int Place { get; set; }

        public string? Section { get; set; }

        public string? Text { get; set; }

        /// <summary>Names, one a line.</summary>
        public string? Thanked { get; set; }

        public string? Links { get; set; }

        /// <summary>Sealed.</summary>
        public List<string> Opinions { get; set; } = [];
    }
}
