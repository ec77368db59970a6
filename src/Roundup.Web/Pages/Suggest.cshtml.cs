using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages;

/// <summary>A reader names papers for one of the next issues. What was in an issue already is answered at once; a guest's words wait for a mailed button.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(RateLimits.Talk)]
[RequestSizeLimit(MostBytes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SuggestModel(RoundupDb db, CurrentPublication current, Writers writers, SpamGuard spam, NamedPapers names, SuggestionIntake intake, SuggestionMail mail) : PageModel
{
    private const int MostBytes = 64 * 1024;

    /// <summary>In characters: ten papers as BibTeX.</summary>
    public const int PaperLength = 20_000;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public SpamGuard.Input Guard { get; set; } = new();

    /// <summary>Who is writing, where that need not be asked; null for a stranger.</summary>
    public Writers.Writer? Known { get; private set; }

    /// <summary>Papers of the form that readers had already.</summary>
    public IReadOnlyList<NamedPaper> Before { get; private set; } = [];

    /// <summary>Null while it is said nowhere; the site is not set up, or readers may not suggest.</summary>
    public Publication? Publication { get; private set; }

    /// <summary>What has just been done elsewhere: a word of the address that says only what to speak of.</summary>
    [FromQuery]
    public string? Done { get; set; }

    public bool IsOpen => Publication is { Discussion.IsOn: true };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ShowAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel)) return NotFound();
        if (!IsOpen) return this.Refuse(new("Nothing is taken at the moment. Keep what you wrote."));
        if (!ModelState.IsValid) return this.RefuseShape();
        // Nothing is lost by refusing, and a mail goes to whatever address is typed. Who can't calculate is not kept out: the mailed button is a proof of its own.
        if (Check(spam.Look(Guard, isKnown: true)) is { } odd) return this.Refuse(odd);

        var (race, answer) = await TakeAsync(cancel);
        if (race is null) return answer!;

        // Somebody else named the same paper at this instant, and was quicker: theirs is found now.
        db.ChangeTracker.Clear();
        (race, answer) = await TakeAsync(cancel);
        return race is null ? answer! : this.Refuse(race);
    }

    private async Task<(Refusal? Race, IActionResult? Answer)> TakeAsync(CancellationToken cancel)
    {
        var (refusal, papers) = await names.TypedAsync(Input.Paper ?? "", cancel);
        if (refusal is not null) return (null, this.Refuse(refusal));
        Before = [.. papers.Where(p => p.Place is not null)];
        if (Before is not [] && !Input.Anyway) return (null, Page());

        (refusal, var writer) = await writers.FindAsync(HttpContext, Input.Name ?? "", Input.Email ?? "", cancel);
        if (refusal is not null) return (null, this.Refuse(refusal));
        if (writer!.Commenter.BannedAt is not null) return (null, this.Refuse(new("Nothing more is taken from this address. If that is a mistake, write to the editors.")));
        if (writer.IsProven) writer.Commenter.Rename(writer.Name);

        var voices = await intake.TakeAsync(writer, papers, Input.Note?.Trim() ?? "", Input.WantsMail, cancel);
        var asked = voices.Where(v => v.Id == 0 && !writer.IsProven).ToList();
        if (asked is not []) db.Add(await mail.AskAsync(writer.Commenter, asked));
        // Whoever types an address learns nothing of what came from it before: the answer is the same, and the private links are in the mail.
        return (await db.SaveAsync(cancel), Redirect(writer.IsProven ? $"/suggestions/{voices[0].Token}" : "/suggest?done=asked#said"));
    }

    private Refusal? Check(CommentHolds found)
    {
        if (found.HasFlag(CommentHolds.Trap)) return new("A field that no person sees was filled in, perhaps by your browser. It is empty again: look the rest over and send it once more.");
        if (found.HasFlag(CommentHolds.TooQuick)) return new("That came faster than a person writes, or from a form that stood open for a week. Look it over, and send it once more.");
        if (Input.Paper?.Length > PaperLength) return new($"At most {PaperLength:N0} characters.", nameof(Input.Paper));
        if (Input.Note?.Trim().Length > SuggestionVoice.NoteLength) return new($"At most {SuggestionVoice.NoteLength:N0} characters.", nameof(Input.Note));

        var (rules, note) = (Publication!.Discussion, Input.Note ?? "");
        if (SpamGuard.ListedWord($"{Input.Paper}\n{note}", rules) is { } word) return new($"“{word}” is not taken here: say it in other words.", nameof(Input.Note));
        return SpamGuard.Links(note) > rules.MostLinks ? new($"At most {InWords.Count(rules.MostLinks, "link", "links")} beside the paper’s own.", nameof(Input.Note)) : null;
    }

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        Publication = await current.ReadAsync();
        if (Publication is null) return false;

        Known = await writers.KnownAsync(HttpContext, cancel);
        return true;
    }

    public sealed class InputModel
    {
        /// <summary>Links, ids or titles, one a line.</summary>
        public string? Paper { get; set; }

        /// <summary>Why.</summary>
        public string? Note { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public bool WantsMail { get; set; } = true;

        /// <summary>Whether the reader was shown where a paper was already, and asks for it once more.</summary>
        public bool Anyway { get; set; }
    }
}
