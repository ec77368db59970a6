using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Discussion;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Comments.Writers;

/// <summary>Whom editors trust, and from whom nothing more is taken; each can be taken back.</summary>
[Authorize(Policies.Publish)]
public sealed class IndexModel(RoundupDb db, TimeProvider clock) : PageModel
{
    private const int Size = 50;

    [FromQuery]
    public int? Done { get; set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public JustDone? Last { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number = 1, CancellationToken cancel = default)
    {
        var writers = db.Commenters.Where(c => c.TrustedAt != null || c.BannedAt != null);
        Paging = new(WriterPage.ListPath, number, Size, await writers.CountAsync(cancel));
        if (!Paging.IsThere) return NotFound();

        Rows = await writers.OrderByDescending(c => c.BannedAt ?? c.TrustedAt).ThenBy(c => c.Id).Skip(Paging.Skipped).Take(Size)
            .Select(c => new Row(c.Id, c.Name, c.Email, c.TrustedAt, c.TrustedBy, c.BannedAt, c.BannedBy, db.Comments.Count(o => o.CommenterId == c.Id && o.State == CommentState.Public))).ToListAsync(cancel);
        Last = (await JustDone.ReadAsync(db, clock.GetUtcNow(), cancel)).FirstOrDefault(d => d.Id == Done);
        return Page();
    }

    public sealed record Row(int Id, string Name, string Email, DateTimeOffset? TrustedAt, string TrustedBy, DateTimeOffset? BannedAt, string BannedBy, int Comments)
    {
        /// <summary>Whoever deleted their account has neither name nor address.</summary>
        public bool HasLeft => Name is "";

        public string Called => HasLeft ? "Somebody who has left" : Name;

        public DateTimeOffset Since => BannedAt ?? TrustedAt ?? default;
    }
}
