using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Web.Reading;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Comments;

/// <summary>For ten minutes a writer changes their words. Two tabs get both texts, never a silent overwrite.</summary>
[RequestSizeLimit(4 * 1024 * 1024)]
public sealed class EditModel(RoundupDb db, CommentIntake intake, CurrentPublication current, TimeProvider clock) : OwnCommentPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool CanEdit => Comment.IsEditable(clock.GetUtcNow());

    /// <summary>Until when it can be changed.</summary>
    public DateTimeOffset Until => Comment.WrittenAt + Comment.EditWindow;

    public string Zone { get; private set; } = "";

    /// <summary>The words as they were kept in the meantime, where the form was opened on others; null where it was not.</summary>
    public string? Theirs { get; private set; }

    public async Task OnGetAsync()
    {
        Zone = (await current.ShownAsync()).Cadence.Zone;
        Input = new() { Text = Comment.Words.Source, Version = Comment.Version };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Zone = (await current.ShownAsync()).Cadence.Zone;
        var refusal = ModelState.IsValid ? Compare() : new Refusal("That could not be read.");
        refusal ??= await intake.EditAsync(Comment, Input.Text, cancel);
        if (refusal is null) return Done("edited");

        await Db.Entry(Comment).ReloadAsync(cancel);
        return this.Refuse(refusal);
    }

    private Refusal? Compare()
    {
        if (Input.Version == Comment.Version) return null;

        (Theirs, Input.Version) = (Comment.Words.Source, Comment.Version);
        // The field is written from what was posted, unless that is forgotten.
        ModelState.Remove("Input.Version");
        return Theirs == Input.Text ? null : new("It was changed in the meantime. Your words are still below; compare, and save again.", "Text");
    }

    public sealed class InputModel
    {
        public string? Text { get; set; }

        public int Version { get; set; }
    }
}
