using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin.Pages.Issues.Notes;

/// <summary>What outsiders noted on a draft. Contributors may read it.</summary>
public sealed class IndexModel(RoundupDb db, DraftNotes notes) : IssuePage(db)
{
    /// <summary>By what they are about, in the issue's order; what is about no paper of it comes first.</summary>
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var all = await notes.OfAsync(Issue);
        var ofPapers = Issue.Entries.Select(e => new Group(e, [.. all.Where(n => n.EntryId == e.Id)]));
        Groups = [.. ofPapers.Prepend(new(null, [.. all.Where(n => Issue.Entries.All(e => e.Id != n.EntryId))])).Where(g => g.Notes is not [])];
    }

    /// <param name="Entry">Null for the issue, and for papers that have left it.</param>
    public sealed record Group(Entry? Entry, IReadOnlyList<NoteRow> Notes);
}
