using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundup.Data.People;
using Roundup.Model.Issues;
using Roundup.Model.Papers;

namespace Roundup.Data.Mapping;

internal sealed class IssueMapping : IEntityTypeConfiguration<Issue>
{
    public void Configure(EntityTypeBuilder<Issue> issue)
    {
        issue.HasIndex(i => new { i.Number, i.IsWorkingCopy }).IsUnique();
        issue.HasIndex(i => i.ScheduledAt);
        issue.HasIndex(i => i.PublishedAt);
        issue.Property(i => i.Title).HasMaxLength(Issue.TitleLength);
        issue.Property(i => i.Theme).HasMaxLength(Issue.TitleLength);
        issue.Property(i => i.PublishedBy).HasMaxLength(Opinion.AuthorLength);
        issue.Property(i => i.ScheduledZone).HasMaxLength(64);
        issue.Property(i => i.ScheduledBy).HasMaxLength(Opinion.AuthorLength);
        issue.Property(i => i.Version).IsConcurrencyToken();
        issue.HasProse(i => i.Introduction, "Introduction");
        issue.HasProse(i => i.Closing, "Closing");
        issue.HasMany(i => i.Entries).WithOne(e => e.Issue).HasForeignKey(e => e.IssueId).OnDelete(DeleteBehavior.Cascade);
        issue.HasMany(i => i.Corrections).WithOne().HasForeignKey(c => c.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EntryMapping : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> entry)
    {
        entry.HasIndex(e => new { e.IssueId, e.Position });
        entry.Property(e => e.Section).HasMaxLength(Entry.SectionLength);
        entry.Property(e => e.Thanks).HasMaxLength(Entry.ThanksLength);
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.HasProse(e => e.Text, "Text");
        entry.Ignore(e => e.Links);
        entry.Ignore(e => e.Thanked);
        entry.Property<List<PaperLink>>("_links").HasColumnName("Links").KeptAsJson();
        entry.HasOne(e => e.Paper).WithMany().HasForeignKey(e => e.PaperId).OnDelete(DeleteBehavior.Restrict);
        entry.HasMany(e => e.Opinions).WithOne(o => o.Entry).HasForeignKey(o => o.EntryId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OpinionMapping : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> opinion)
    {
        opinion.ToTable("Opinions");
        // Two first opinions of one person at one instant are one.
        opinion.HasIndex(o => new { o.EntryId, o.PersonId }).IsUnique();
        opinion.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.SetNull);
        opinion.Property(o => o.Author).HasMaxLength(Opinion.AuthorLength);
        opinion.Property(o => o.Version).IsConcurrencyToken();
        opinion.HasProse(o => o.Words, "Words");
    }
}
