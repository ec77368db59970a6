using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Formats;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Model.Text;
using Roundup.Web.Reading;
using Roundup.Web.Seen;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>The page where an issue is made. Its own words are one form; each paper has forms of its own.</summary>
public sealed class EditModel(RoundupDb db, CurrentPublication current, SeenBefore seen, TimeProvider clock) : WorkPage(db)
{
    /// <summary>As for an opinion: others write in the same issue, and each save is a moment's work.</summary>
    private const int Tries = 5;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>What somebody else saved while this form was open; null when nobody did.</summary>
    public Issue? Meanwhile { get; private set; }

    public Publication? Publication { get; private set; }

    public FillingState Filling { get; private set; } = null!;

    /// <summary>When it goes out, as the head of the page says it.</summary>
    public string Due { get; private set; } = "";

    /// <summary>Whether this person may write here: a published issue is changed in a working copy.</summary>
    public bool MayWrite => User.MayEdit() && !Issue.IsPublished;

    /// <summary>How many versions are kept, by text.</summary>
    public VersionCounts Versions { get; private set; } = VersionCounts.None;

    public async Task OnGetAsync()
    {
        Input = InputModel.Of(Issue);
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!User.MayEdit()) return Forbid();

        for (var tries = 1; ; tries++)
        {
            if (!ModelState.IsValid) return await RefuseAsync();
            if (Issue.Closed is { } closed) return await RefuseAsync(closed);
            if (Input.Seen != Issue.Mark() && !Input.IsSameAs(Issue)) return await CompareWordsAsync();
            if (!Input.IsSameAs(Issue) && Change(clock.GetUtcNow()) is { } refusal) return await RefuseAsync(refusal);
            if (await KeepAndSaveAsync(clock.GetUtcNow(), cancel) is not { } race) return this.Saved(Hidden(Issue), $"/admin/issues/{Issue.Number}/edit", clock.GetUtcNow());

            // Somebody saved an opinion at the same moment, which is no conflict; a number that is taken stays so, and is not asked for again.
            if (race.Field is not "") return await RefuseAsync(race);
            if (tries == Tries || !await ReadAgainAsync()) return this.SavesByItself ? this.Crowded() : await RefuseAsync(race);
        }
    }

    private async Task<IActionResult> RefuseAsync(Refusal? refusal = null)
    {
        if (!this.SavesByItself) await ShowAsync();
        var page = refusal is null ? this.RefuseShape() : this.Refuse(refusal);
        return this.SavesByItself ? this.RefusedInJson() : page;
    }

    private async Task ShowAsync()
    {
        Publication = await current.ReadAsync();
        ViewData["Notes"] = await PlacedNote.ReadAsync(Db, Issue, HttpContext.RequestAborted);
        ViewData["Seen"] = await seen.ElsewhereAsync(Issue);
        Due = await Slot.DueAsync(Db, Issue, clock.GetUtcNow(), HttpContext.RequestAborted);
        Versions = await VersionCounts.ReadAsync(Db, Number, HttpContext.RequestAborted);
        ViewData["Versions"] = Versions;
        if (User.MayEdit()) ViewData["Topics"] = await CardTopics.ReadAsync(Db, [.. Issue.Entries.Select(e => e.Paper)], HttpContext.RequestAborted);
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

    private async Task<IActionResult> CompareWordsAsync()
    {
        const string sentence = "Somebody saved other words in the meantime. Theirs stand beside yours below; saving again keeps yours.";
        if (this.SavesByItself) return this.Clash(ClashWith(InputModel.Of(Issue), sentence));

        await ShowAsync();
        Meanwhile = Issue;
        ModelState.Remove("Input.Seen");
        Input.Seen = Issue.Mark();
        return Compare(sentence);
    }

    private ClashAnswer ClashWith(InputModel theirs, string sentence)
    {
        var (fields, mine) = (theirs.Words(), Input.Words());
        return new(
            sentence, StatusCodes.Status409Conflict, Hidden(Issue), fields, By: "", Mine: false, Issue.ChangedAt,
            fields.ToDictionary(f => f.Key, f => ClashAnswer.Compare(f.Value, mine[f.Key])));
    }

    private static Dictionary<string, string> Hidden(Issue issue) => new() { [$"{nameof(Input)}.{nameof(InputModel.Seen)}"] = issue.Mark() };

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

        /// <summary>By the names of the form's fields.</summary>
        public Dictionary<string, string> Words() => new()
        {
            [$"{nameof(Input)}.{nameof(Title)}"] = Title ?? "",
            [$"{nameof(Input)}.{nameof(Theme)}"] = Theme ?? "",
            [$"{nameof(Input)}.{nameof(Number)}"] = $"{Number}",
            [$"{nameof(Input)}.{nameof(Introduction)}"] = Introduction ?? "",
            [$"{nameof(Input)}.{nameof(Closing)}"] = Closing ?? "",
        };

        public bool IsSameAs(Issue issue) =>
            (Title ?? "") == issue.Title && (Theme ?? "") == issue.Theme && Number == issue.Number
            && (Introduction ?? "") == issue.Introduction.Source && (Closing ?? "") == issue.Closing.Source;
    }
}
