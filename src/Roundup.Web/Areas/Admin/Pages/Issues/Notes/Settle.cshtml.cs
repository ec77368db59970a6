using Roundup.Data;
using Roundup.Model.Issues;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Notes;

/// <summary>An editor has dealt with a note.</summary>
public sealed class SettleModel(RoundupDb db, TimeProvider clock) : NotePage(db)
{
    protected override void Change(PreviewNote note) => note.Settle(User.PrintedName(), clock.GetUtcNow());
}
