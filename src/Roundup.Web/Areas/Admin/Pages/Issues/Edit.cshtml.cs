using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Text;
using Roundup.Web.Seen;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>The page where an issue is made. Its own words are one form; each paper has forms of its own.</summary>
public sealed class EditModel(RoundupDb db, CurrentPublication current, SeenBefore seen, TimeProvider clock) : IssuePage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What somebody else saved while this form was open; null when nobody did.</summary>
    public Issue? Meanwhile { get; private set; }

    public Publication? Publication { get; private set; }

    public FillingState Filling { get; private set; } = null!;

    public string Due => Publication is null ? "" : $", due {Slot.InWords(Publication.Cadence, clock.GetUtcNow())}";

    public async Task OnGetAsync()
    {
        Input = InputModel.Of(Issue);
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!User.MayEdit()) return Forbid();

        await ShowAsync();
        if (!ModelState.IsValid) return this.RefuseShape();
        if (Input.Seen != Issue.Mark() && !Input.IsSameAs(Issue)) return CompareWords();
        if (Change(clock.GetUtcNow()) is { } refusal) return this.Refuse(refusal);
        if (await Db.SaveAsync(cancel) is { } race) return this.Refuse(race);

        return Redirect($"/admin/issues/{Issue.Number}/edit");
    }

    private async Task ShowAsync()
    {
        Publication = await current.ReadAsync();
        ViewData["Notes"] = await PlacedNote.ReadAsync(Db, Issue, HttpContext.RequestAborted);
        ViewData["Seen"] = await seen.ElsewhereAsync(Issue);
        Filling = await FillingState.ReadAsync(Db, Issue, clock.GetUtcNow(), HttpContext.RequestAborted);
    }

    private Refusal? Change(DateTimeOffset now)
    {
        if (Render(Input.Introduction, nameof(Input.Introduction), out var introduction) is { } odd) return odd;
        if (Render(Input.Closing, nameof(Input.Closing), out var closing) is { } odder) return odder;

        Issue.Frame(introduction, closing, now);
        return Issue.Name(Input.Title ?? "", Input.Theme ?? "", now) ?? Issue.Renumber(Input.Number, now);
    }

    private static Refusal? Render(string? markdown, string field, out Prose prose) =>
        SafeMarkdown.Render(markdown ?? "", ProseKind.Editorial, out prose) is { } refusal ? refusal with { Field = field } : null;

    private IActionResult CompareWords()
    {
        Meanwhile = Issue;
        ModelState.Remove("Input.Seen");
        Input.Seen = Issue.Mark();
        return Compare("Somebody saved other words in the meantime. Theirs stand beside yours below; saving again keeps yours.");
    }

    public sealed class InputModel
    {
        public string? Title { get; set; }

        public string? Theme { get; set; }

        public int Number { get; set; }

        public string? Introduction { get; set; }

        public string? Closing { get; set; }

        /// <summary>The mark of the words that this form was filled with.</summary>
        public string? Seen { get; set; }

        public static InputModel Of(Issue issue) => new()
        {
            Title = issue.Title,
            Theme = issue.Theme,
            Number = issue.Number,
            Introduction = issue.Introduction.Source,
            Closing = issue.Closing.Source,
            Seen = issue.Mark(),
        };

        public bool IsSameAs(Issue issue) =>
            (Title ?? "") == issue.Title && (Theme ?? "") == issue.Theme && Number == issue.Number
            && (Introduction ?? "") == issue.Introduction.Source && (Closing ?? "") == issue.Closing.Source;
    }
}
