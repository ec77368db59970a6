using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin.Pages.Issues;

/// <summary>A page about the working copy of a published issue; the issue itself is shown where there is none.</summary>
public abstract class CopyPage(RoundupDb db) : IssuePage(db)
{
    /// <summary>Null where there is none (any more): somebody else may have published it, or dropped it.</summary>
    public Issue? Copy { get; private set; }

    protected override async Task<Issue?> ReadAsync(CancellationToken cancel)
    {
        var issue = await base.ReadAsync(cancel);
        Copy = await Db.Issues.WorkingCopies.Whole.SingleOrDefaultAsync(i => i.Number == Number, cancel);
        return issue;
    }

    /// <summary>What both look like: a form that shows them says which it saw.</summary>
    protected string Mark => $"{Issue.Version}.{Copy?.Version}";
}
