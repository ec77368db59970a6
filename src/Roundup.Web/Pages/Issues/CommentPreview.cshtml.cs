using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Model.Text;
using Roundup.Web.Reading;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Issues;

/// <summary>A comment as readers would see it, and its form again. Nothing is kept.</summary>
public sealed class CommentPreviewModel(RoundupDb db, CurrentPublication current, Writers writers, TimeProvider clock) : CommentForm(db, current, writers, clock)
{
    public SafeHtml Html { get; private set; }

    public IActionResult OnGet() => Redirect(SendPath);

    public IActionResult OnPost()
    {
        if (CommentIntake.Render(Input.Text, out var words) is { } refusal) return this.Refuse(refusal);
        if (words.IsEmpty) return this.Refuse(new("Write something first.", "Text"));

        Html = words.Html;
        return Page();
    }
}
