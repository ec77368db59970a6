using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundup.Data.Outbox;
using Roundup.Data.People;
using Roundup.Model.Issues;

namespace Roundup.Data.Mapping;

internal sealed class IssueCorrectionMapping : IEntityTypeConfiguration<IssueCorrection>
{
    public void Configure(EntityTypeBuilder<IssueCorrection> correction)
    {
        correction.ToTable("IssueCorrections");
        correction.Property(c => c.By).HasMaxLength(Opinion.AuthorLength);
        correction.Property(c => c.Note).HasMaxLength(IssueCorrection.NoteLength);
    }
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> revision)
    {
        revision.ToTable("Revisions");
        revision.HasIndex(r => new { r.IssueId, r.Of, r.EntryId, r.OpinionId, r.At });
        revision.Property(r => r.By).HasMaxLength(Opinion.AuthorLength);
        revision.HasOne(r => r.Issue).WithMany().HasForeignKey(r => r.IssueId).OnDelete(DeleteBehavior.Cascade);
        revision.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class PreviewLinkMapping : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> link)
    {
        link.ToTable("PreviewLinks");
        link.HasIndex(l => l.Token).IsUnique();
        link.Property(l => l.Token).HasMaxLength(PreviewLink.TokenLength);
        link.Property(l => l.Name).HasMaxLength(PreviewLink.NameLength);
        link.Property(l => l.CreatedBy).HasMaxLength(Opinion.AuthorLength);
        link.Property(l => l.RevokedBy).HasMaxLength(Opinion.AuthorLength);
        link.HasOne(l => l.Issue).WithMany().HasForeignKey(l => l.IssueId).OnDelete(DeleteBehavior.Cascade);
        link.HasMany(l => l.Notes).WithOne().HasForeignKey(n => n.PreviewLinkId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PreviewNoteMapping : IEntityTypeConfiguration<PreviewNote>
{
    public void Configure(EntityTypeBuilder<PreviewNote> note)
    {
        note.ToTable("PreviewNotes");
        note.Property(n => n.By).HasMaxLength(PreviewLink.NameLength);
        note.Property(n => n.Text).HasMaxLength(PreviewNote.TextLength);
        note.Property(n => n.SettledBy).HasMaxLength(Opinion.AuthorLength);
    }
}

internal sealed class SlotRecordMapping : IEntityTypeConfiguration<SlotRecord>
{
    public void Configure(EntityTypeBuilder<SlotRecord> slot)
    {
        slot.ToTable("Slots");
        slot.HasIndex(s => s.Day).IsUnique();
        slot.Property(s => s.DecidedBy).HasMaxLength(Opinion.AuthorLength);
        slot.Property(s => s.Reason).HasMaxLength(SlotRecord.ReasonLength);
        slot.Property(s => s.Version).IsConcurrencyToken();
    }
}

internal sealed class QueuedMailMapping : IEntityTypeConfiguration<QueuedMail>
{
    public void Configure(EntityTypeBuilder<QueuedMail> mail)
    {
        mail.ToTable("Outbox");
        mail.HasIndex(m => m.Key).IsUnique();
        mail.HasIndex(m => new { m.SentAt, m.NextAt });
        mail.Property(m => m.Key).HasMaxLength(QueuedMail.KeyLength);
        mail.Property(m => m.To).HasMaxLength(QueuedMail.AddressLength);
        mail.Property(m => m.Subject).HasMaxLength(QueuedMail.SubjectLength);
        mail.Property(m => m.Thread).HasMaxLength(QueuedMail.ThreadLength);
        mail.Property(m => m.MuteUrl).HasMaxLength(QueuedMail.MuteLength);
        mail.Property(m => m.ClaimedBy).HasMaxLength(40);
        mail.Property(m => m.Error).HasMaxLength(QueuedMail.ErrorLength);
        mail.Property(m => m.Version).IsConcurrencyToken();
    }
}
