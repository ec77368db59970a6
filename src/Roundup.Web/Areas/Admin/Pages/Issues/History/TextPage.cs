using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Reading;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Issues.History;

/// <summary>A page about one text of an issue and its versions; 404 for a text that has neither a place nor a version.</summary>
public abstract class TextPage(RoundupDb db, CurrentPublication current) : WorkPage(db)
{
    [FromRoute(Name = "text")]
    public string Slug { get; set; } = "";

    public NamedText Text { get; private set; } = null!;

    public Publication Publication { get; private set; } = null!;

    /// <summary>As it stands; null where it was taken out.</summary>
    public string? Today => Text.TextIn(Issue);

    public string Zone => Publication.Cadence.Zone;

    public string ListPath => $"/admin/issues/{Number}/history/{Text.Slug}";

    public string Name => Text.NameIn(Issue, Publication.OpinionLabel);

    /// <summary>Newest first.</summary>
    protected IQueryable<Revision> Versions => Db.Revisions.OfNumber(Number).OfText(Text.Of, Text.EntryId, Text.OpinionId).NewestFirst;

    protected override async Task<Issue?> ReadAsync(CancellationToken cancel)
    {
        if (NamedText.Parse(Slug) is not { } text || await base.ReadAsync(cancel) is not { } issue) return null;

        (Text, Publication) = (text, await current.ShownAsync());
        return text.TextIn(issue) is not null || await Versions.AnyAsync(cancel) ? issue : null;
    }

    /// <summary>
    /// Whether somebody may bring back a version: an editor the words of an issue, and everybody their own opinion alone, as nobody rewrites
    /// another's.
    /// </summary>
    public bool MayRestore(Revision version)
    {
        if (Text.Of is not RevisedText.Opinion) return User.MayEdit();
        return Text.OpinionIn(Issue) is { } opinion ? User.MayRewrite(opinion) : version.PersonId is { } author ? author == User.Id() : User.MayEdit() && version.By is "";
    }
}
