using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Entries;

/// <summary>Saves what somebody thinks about a paper; the first time, makes the opinion.</summary>
public sealed class OpineModel(RoundupDb db, CurrentPublication current, TimeProvider clock) : EntryPage(db)
{
    /// <summary>Several people write in one issue, each save a moment's work: a fifth race in a row is no accident.</summary>
    private const int Tries = 5;

    private string _label = "";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<OpinionForm> Forms { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        ViewData["Notes"] = await PlacedNote.ReadAsync(Db, EntryId, HttpContext.RequestAborted);
        _label = (await current.ReadAsync())?.OpinionLabel ?? "My opinion";
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() => Forms = [.. OpinionForm.All(Number, Entry, _label, User)];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var opinion = Input.Opinion is { } id ? Entry.Opinion(id) : User.OpinionIn(Entry);
            if (opinion is not null && !User.MayRewrite(opinion)) return RefuseTheirs(opinion);
            if (Issue.Closed is { } closed) return Refuse(opinion, User.MayEdit() ? closed : new("This issue is out. Ask an editor to correct it."));
            if (IsStale(opinion)) return ShowBoth(opinion);
            if (SafeMarkdown.Render(Input.Words ?? "", ProseKind.Editorial, out var words) is { } refusal) return Refuse(opinion, refusal with { Field = nameof(Input.Words) });

            if (ModelState["Input.Depth"]?.Errors is { Count: > 0 }) return Refuse(opinion, new("Choose how far you read it from the list.", nameof(Input.Depth)));

            if (opinion is null) opinion = Entry.Opine(User.Byline(Entry), words, clock.GetUtcNow(), User.Id());
            else if (opinion.Words.Source != words.Source) opinion.Rewrite(words, clock.GetUtcNow());
            opinion.NoteDepth(Input.Depth);
            Issue.NoteChange(clock.GetUtcNow());
            if (await KeepAndSaveAsync(clock.GetUtcNow(), cancel) is not { } race) return this.Saved(Hidden(opinion), Next(), clock.GetUtcNow());

            // Another card of the issue was saved at the same moment, which is no conflict; or this one was, and then it shows.
            if (tries == Tries || !await ReadAgainAsync()) return this.SavesByItself ? this.Crowded() : Refuse(opinion, race);
        }
    }

    /// <summary>Whether what is kept is something else than what this form was filled with, and than what it says now.</summary>
    private bool IsStale(Opinion? opinion)
    {
        if (opinion?.Words.Source == (Input.Words ?? "")) return false;
        return opinion is null ? Input.Opinion is not null : Input.Opinion is null || opinion.Version != Input.Version;
    }

    private IActionResult ShowBoth(Opinion? opinion)
    {
        var sentence = opinion is null
            ? "This opinion was taken out in the meantime. Saving again puts yours in."
            : "Somebody saved other words in the meantime. Theirs stand beside yours; saving again keeps yours.";
        if (this.SavesByItself) return this.Clash(ClashWith(opinion, sentence));

        Show(opinion, opinion?.Words.Source ?? "");
        return Compare(sentence);
    }

    private ClashAnswer ClashWith(Opinion? opinion, string sentence)
    {
        const string field = $"{nameof(Input)}.{nameof(InputModel.Words)}";
        var theirs = opinion?.Words.Source ?? "";
        return new(
            sentence, StatusCodes.Status409Conflict, Hidden(opinion), new Dictionary<string, string> { [field] = theirs },
            opinion?.Author is { Length: > 0 } author ? author : "", opinion?.PersonId is { } person && person == User.Id(), opinion?.ChangedAt,
            new Dictionary<string, IReadOnlyList<WordRun>> { [field] = ClashAnswer.Compare(theirs, Input.Words ?? "") });
    }

    private static Dictionary<string, string> Hidden(Opinion? opinion) => new()
    {
        [$"{nameof(Input)}.{nameof(InputModel.Opinion)}"] = $"{opinion?.Key}",
        [$"{nameof(Input)}.{nameof(InputModel.Version)}"] = $"{opinion?.Version ?? 0}",
    };

    // The words are not lost: they stand there as the beginning of an opinion of one's own.
    private IActionResult RefuseTheirs(Opinion opinion)
    {
        var own = User.OpinionIn(Entry);
        if (!this.SavesByItself) Show(own, theirs: null);
        ModelState.AddModelError("", $"Only {(opinion.Author is "" ? "its author" : opinion.Author)} rewrites this opinion. Your words stand below; saved, they are an opinion of your own.");
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return this.SavesByItself ? this.RefusedInJson() : Page();
    }

    private IActionResult Refuse(Opinion? opinion, Refusal refusal)
    {
        Show(opinion, theirs: null);
        var page = this.Refuse(refusal);
        return this.SavesByItself ? this.RefusedInJson() : page;
    }

    private void Show(Opinion? opinion, string? theirs)
    {
        var label = (opinion?.Author ?? User.Byline(Entry)) is { Length: > 0 } author ? author : _label;
        ModelState.Remove("Input.Version");
        ModelState.Remove("Input.Opinion");
        Forms = [new OpinionForm(Number, Entry, opinion, label, MayWrite: true) { Typed = Input.Words ?? "", TypedDepth = Input.Depth, Theirs = theirs, IsFocused = true }];
    }

    private string Next()
    {
        if (!Input.Next) return EntryPath;

        var next = Issue.Entries.OrderBy(e => e.Position <= Entry.Position).ThenBy(e => e.Position).FirstOrDefault(e => Readiness.Said(e) == 0) ?? Entry;
        return $"{EditPath}?open={next.Key}#o-{next.Key}";
    }

    public sealed class InputModel
    {
        /// <summary>The opinion that is rewritten; null for a new one.</summary>
        public int? Opinion { get; set; }

        /// <summary>The version that the form was filled with.</summary>
        public int Version { get; set; }

        public string? Words { get; set; }

        public ReadDepth? Depth { get; set; }

        /// <summary>Whether to go on to the next paper without an opinion.</summary>
        public bool Next { get; set; }
    }
}
