using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>Gives one field of a paper back to the sources, after a look at what stands there now.</summary>
[Authorize(Policies.Publish)]
public sealed class AskAgainModel(RoundupDb db, TimeProvider clock) : PaperPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public FieldOrigin? Origin => Paper.OriginOf(Input.Field);

    /// <summary>What stands there now.</summary>
    public string Words => Input.Field switch
    {
        PaperField.Title => Paper.Title,
        PaperField.Authors => string.Join(", ", Paper.Authors),
        PaperField.Abstract => Paper.Abstract.Source,
        PaperField.Venue => Paper.Venue,
        PaperField.PublishedOn => TypedDay.Write(Paper.PublishedOn),
        PaperField.Kind => Paper.Kind is PaperKind.Unknown ? "" : InWords.Kind(Paper.Kind),
        PaperField.Imprint => ShowModel.InWhich(Paper.Imprint),
        PaperField.Categories => string.Join(", ", Paper.Categories),
        PaperField.Links => LinkLines.Write(Paper.Links, LinkKind.Project),
        _ => "",
    };

    public IActionResult OnGet([FromQuery] PaperField field)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(field)) return NotFound();

        (Input.Field, Input.Version) = (field, Paper.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Input.Field)) return NotFound();
        if (Input.Version != Paper.Version) return Renewed(new("Somebody changed this paper in the meantime. Look at what stands there now."));
        if (Paper.AskAgain(Input.Field) is { } refusal) return this.Refuse(refusal);

        Db.Audit(User, "paper.asked-again", $"gave a field of “{Paper.Title}” back to its source", PaperPath, clock.GetUtcNow());
        await Db.WantAsync(ErrandKind.Fill, [Paper], clock.GetUtcNow(), cancel);
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect(PaperPath);
    }

    private IActionResult Renewed(Refusal refusal)
    {
        ModelState.Remove("Input.Version");
        Input.Version = Paper.Version;
        return this.Refuse(refusal);
    }

    public sealed class InputModel
    {
        public PaperField Field { get; set; }

        public int Version { get; set; }
    }
}
