using Microsoft.EntityFrameworkCore;
using Roundup.Model.Issues;

namespace Roundup.Data.Issues;

public static class PreviewQueries
{
    extension(IQueryable<PreviewLink> links)
    {
        public IQueryable<PreviewLink> Of(Issue issue) => links.Where(l => l.IssueId == issue.Id);

        /// <summary>What outsiders said through these links, oldest first.</summary>
        public IQueryable<NoteRow> AsNotes() => links.SelectMany(l => l.Notes, (link, note) => note).OrderBy(n => n.Id)
            .Select(n => new NoteRow(n.Id, n.EntryId, n.By, n.Text, n.At, n.SettledAt, n.SettledBy));
    }

    extension(DbSet<PreviewLink> links)
    {
        /// <summary>The link that a token opens, with its issue and its notes; null for none.</summary>
        public Task<PreviewLink?> OpenedByAsync(string? token, CancellationToken cancel = default) =>
            !People.Secret.CouldBe(token, PreviewLink.TokenLength) ? Task.FromResult<PreviewLink?>(null)
            : links.Include(l => l.Issue).Include(l => l.Notes.OrderBy(n => n.Id)).SingleOrDefaultAsync(l => l.Token == token, cancel);

        /// <summary>A note that was left on an issue, to be changed; null for none.</summary>
        public Task<PreviewNote?> NoteAsync(Issue issue, int id, CancellationToken cancel = default) =>
            links.Where(l => l.IssueId == issue.Id).SelectMany(l => l.Notes).SingleOrDefaultAsync(n => n.Id == id, cancel);
    }
}

/// <summary>A note of an outsider, as the desk reads it.</summary>
/// <param name="EntryId">Null for the issue; its entry may be gone.</param>
public sealed record NoteRow(int Id, int? EntryId, string By, string Text, DateTimeOffset At, DateTimeOffset? SettledAt, string SettledBy)
{
    public bool IsOpen => SettledAt is null;
}
