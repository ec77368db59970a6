using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Model.Discussion;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Comments;

/// <summary>What readers say, by how it stands; first what waits for an editor.</summary>
[Authorize(Policies.Publish)]
public sealed class IndexModel(RoundupDb db, CurrentPublication current, TimeProvider clock) : PageModel
{
    private const int Size = 50;

    [FromQuery(Name = "list")]
    public CommentListKind List { get; set; }

    /// <summary>The deed that has just been done.</summary>
    [FromQuery]
    public int? Done { get; set; }

    /// <summary>How many were left as they are because they had changed.</summary>
    [FromQuery]
    public int Left { get; set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<CommentRow> Rows { get; private set; } = [];

    public IReadOnlyList<JustDone> Deeds { get; private set; } = [];

    public JustDone? Last { get; private set; }

    public DiscussionRules Rules { get; private set; } = DiscussionRules.Default;

    public Counts Now { get; private set; } = new(0, 0, 0, 0);

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number = 1, CancellationToken cancel = default)
    {
        if (!Enum.IsDefined(List) || !ModelState.IsValid) return NotFound();

        Now = new(await db.Comments.Held.CountAsync(cancel), await db.Comments.Reported.CountAsync(cancel), await db.Comments.CountAsync(c => c.State == CommentState.Spam, cancel), await db.Comments.Unconfirmed.CountAsync(cancel));
        var comments = CommentLists.Of(db, List);
        Paging = new(CommentLists.PathOf(List), number, Size, await comments.CountAsync(cancel));
        // The last page empties while one works through it.
        if (number > 1 && !Paging.IsThere) return Redirect((Paging with { Page = Paging.Last }).Here);
        if (!Paging.IsThere) return NotFound();

        Rules = (await current.ReadAsync())?.Discussion ?? Rules;
        Rows = await CommentRow.ReadAsync(db, comments.Skip(Paging.Skipped).Take(Size), Rules, cancel);
        Deeds = await JustDone.ReadAsync(db, clock.GetUtcNow(), cancel);
        Last = Deeds.FirstOrDefault(d => d.Id == Done);
        return Page();
    }

    public string Heading => List switch
    {
        CommentListKind.Held => Many(Now.Held, "held"),
        CommentListKind.Reported => Many(Now.Reported, "reported"),
        CommentListKind.Published => "Published comments",
        CommentListKind.Spam => "Spam",
        CommentListKind.Gone => "Hidden and deleted comments",
        _ => "Comments that wait for their writers",
    };

    private static string Many(int count, string how) => count switch
    {
        0 => $"No comment is {how}",
        1 => $"One comment is {how}",
        _ => $"{CommentWords.Capital(InWords.Number(count))} comments are {how}",
    };

    public sealed record Counts(int Held, int Reported, int Spam, int Unconfirmed);
}
