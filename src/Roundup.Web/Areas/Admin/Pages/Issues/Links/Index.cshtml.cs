using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Starting;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Links;

/// <summary>Links by which outsiders read a draft: those that there are, and the form for one more.</summary>
[Authorize(Policies.Publish)]
public sealed class IndexModel(RoundupDb db, CurrentPublication current, IOptions<SiteOptions> site, TimeProvider clock) : IssuePage(db)
{
    /// <summary>Random bytes in a token: 192 bits.</summary>
    private const int TokenBytes = 24;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        if (!ModelState.IsValid) return this.RefuseShape();

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        if (PreviewLink.Make(Issue, token, Input.Name ?? "", Input.Days, User.PrintedName(), clock.GetUtcNow(), out var link) is { } refusal) return this.Refuse(refusal);

        Db.Add(link!);
        Db.Audit(User, "preview.shared", $"made a preview link of issue {Number} for {Input.Name}", $"/admin/issues/{Number}/links", clock.GetUtcNow());
        return await Db.SaveAsync(cancel) is { } race ? this.Refuse(race) : Redirect($"/admin/issues/{Number}/links#l-{link!.Id}");
    }

    private async Task ShowAsync(CancellationToken cancel)
    {
        var (publication, now, origin) = (await current.ShownAsync(), clock.GetUtcNow(), site.Value.OriginOf(Request));
        var links = await Db.PreviewLinks.AsNoTracking().Of(Issue).OrderByDescending(l => l.Id).Select(l => new { Link = l, Notes = l.Notes.Count }).ToListAsync(cancel);
        Rows = [.. links.Select(l => new Row(
            l.Link.Id, l.Link.Name, $"{origin}/preview/{l.Link.Token}", l.Link.CreatedBy, publication.DayOf(l.Link.CreatedAt), publication.DayOf(l.Link.ExpiresAt),
            l.Link.IsOpen(now), l.Link.RevokedAt is { } at ? publication.DayOf(at) : null, l.Link.RevokedBy, l.Notes))];
    }

    public sealed record Row(int Id, string Name, string Address, string By, DateOnly MadeOn, DateOnly Until, bool IsOpen, DateOnly? RevokedOn, string RevokedBy, int Notes);

    public sealed class InputModel
    {
        public string? Name { get; set; }

        public int Days { get; set; } = PreviewLink.UsualDays;
    }
}
