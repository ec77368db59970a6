using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin;

/// <summary>What outsiders noted on the issue of this request, read once.</summary>
public sealed class DraftNotes(RoundupDb db)
{
    private Task<List<NoteRow>>? _reading;

    public async Task<IReadOnlyList<NoteRow>> OfAsync(Issue issue) => await (_reading ??= db.PreviewLinks.AsNoTracking().Of(issue).AsNotes().ToListAsync());
}
