using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Roundup.Model.Issues;

namespace Roundup.Data.Issues;

/// <summary>A text of an issue that is about to be saved, beside what is kept of it.</summary>
/// <param name="Number">Under which its issue is kept now.</param>
/// <param name="Text">Null where it is taken out.</param>
internal sealed record ChangedText(Issue Issue, int Number, RevisedText Of, int? EntryId, int? OpinionId, string Former, string? Text)
{
    /// <summary>Whether the issue itself is new.</summary>
    public bool IsNew { get; private init; }

    private (int? PersonId, string By, DateTimeOffset At) Wrote { get; init; }

    /// <summary>What stood there before, by whoever wrote it, as far as is known.</summary>
    /// <param name="after">Not before this.</param>
    public Revision OfFormer(Writer writer, DateTimeOffset? after)
    {
        var by = Wrote.PersonId is { } person && person == writer.PersonId ? writer.Name : Wrote.By;
        var at = after is { } last && last > Wrote.At ? last : Wrote.At;
        return new(Issue, Of, EntryId, OpinionId, Wrote.PersonId, by, Former, at);
    }

    /// <summary>What the context is about to change; it has looked for changes already.</summary>
    public static List<ChangedText> AllIn(RoundupDb db)
    {
        var issues = db.ChangeTracker.Entries<Issue>().Where(i => i.State is not EntityState.Deleted).ToDictionary(i => i.Property(x => x.Id).CurrentValue);
        var entries = db.ChangeTracker.Entries<Entry>().Where(e => e.State is not EntityState.Added && issues.ContainsKey(Was(e, nameof(Entry.IssueId)))).ToDictionary(e => e.Entity.Id);
        EntityEntry<Issue> IssueOf(EntityEntry<Entry> entry) => issues[Was(entry, nameof(Entry.IssueId))];

        var changed = issues.Values.SelectMany(OfIssue)
            .Concat(entries.Values.Where(IsTouched).Select(e => OfEntry(IssueOf(e), e)))
            .Concat(db.ChangeTracker.Entries<Opinion>().Where(IsTouched)
                .Where(o => entries.ContainsKey(Was(o, nameof(Opinion.EntryId))))
                .Select(o => (Opinion: o, Entry: entries[Was(o, nameof(Opinion.EntryId))]))
                .Select(o => OfOpinion(IssueOf(o.Entry), o.Entry, o.Opinion)));
        return [.. changed.Where(c => c.Text != c.Former)];
    }

    private static bool IsTouched(EntityEntry entry) => entry.State is EntityState.Modified or EntityState.Deleted;

    private static int Was(EntityEntry entry, string property) => (int)entry.Property(property).OriginalValue!;

    private static IEnumerable<ChangedText> OfIssue(EntityEntry<Issue> issue)
    {
        var isNew = issue.State is EntityState.Added;
        if (issue.State is not (EntityState.Added or EntityState.Modified) || (isNew && issue.Entity.IsWorkingCopy)) yield break;

        (RevisedText Of, string Former, string Text)[] texts =
        [
            (RevisedText.Title, issue.Property(i => i.Title).OriginalValue, issue.Entity.Title),
            (RevisedText.Theme, issue.Property(i => i.Theme).OriginalValue, issue.Entity.Theme),
            (RevisedText.Introduction, issue.ComplexProperty(i => i.Introduction).Property(p => p.Source).OriginalValue, issue.Entity.Introduction.Source),
            (RevisedText.Closing, issue.ComplexProperty(i => i.Closing).Property(p => p.Source).OriginalValue, issue.Entity.Closing.Source),
        ];
        foreach (var (of, former, text) in texts) yield return Make(issue, of, isNew ? "" : former, text) with { IsNew = isNew };
    }

    private static ChangedText OfEntry(EntityEntry<Issue> issue, EntityEntry<Entry> entry)
    {
        var former = entry.ComplexProperty(e => e.Text).Property(p => p.Source).OriginalValue;
        var text = entry.State is EntityState.Deleted ? null : entry.Entity.Text.Source;
        return Make(issue, RevisedText.Entry, former, text) with { EntryId = entry.Entity.Key };
    }

    private static ChangedText OfOpinion(EntityEntry<Issue> issue, EntityEntry<Entry> entry, EntityEntry<Opinion> opinion)
    {
        var former = opinion.ComplexProperty(o => o.Words).Property(p => p.Source).OriginalValue;
        var text = opinion.State is EntityState.Deleted ? null : opinion.Entity.Words.Source;
        return Make(issue, RevisedText.Opinion, former, text) with
        {
            EntryId = entry.Entity.Key,
            OpinionId = opinion.Entity.Key,
            Wrote = (opinion.Property(o => o.PersonId).OriginalValue, opinion.Property(o => o.Author).OriginalValue, opinion.Property(o => o.ChangedAt).OriginalValue),
        };
    }

    private static ChangedText Make(EntityEntry<Issue> issue, RevisedText of, string former, string? text) =>
        new(issue.Entity, issue.Property(i => i.Number).OriginalValue, of, null, null, former, text) { Wrote = (null, "", issue.Property(i => i.ChangedAt).OriginalValue) };
}
