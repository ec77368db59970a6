using Roundup.Data;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Notes;

/// <summary>A note has to be dealt with after all.</summary>
public sealed class ReopenModel(RoundupDb db) : NotePage(db)
{
    protected override void Change(PreviewNote note) => note.Reopen();
}
