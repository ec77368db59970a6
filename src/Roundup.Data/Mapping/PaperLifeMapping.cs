using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundup.Data.Papers;
using Roundup.Model.Inbox;
using Roundup.Model.Papers;

namespace Roundup.Data.Mapping;

internal sealed class PaperErrandMapping : IEntityTypeConfiguration<PaperErrand>
{
    public void Configure(EntityTypeBuilder<PaperErrand> errand)
    {
        errand.ToTable("PaperErrands");
        errand.HasIndex(e => new { e.PaperId, e.Kind }).IsUnique();
        errand.HasIndex(e => new { e.Kind, e.DueAt });
        errand.Property(e => e.ClaimedBy).HasMaxLength(40);
        errand.HasOne(e => e.Paper).WithMany().HasForeignKey(e => e.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PaperChangeMapping : IEntityTypeConfiguration<PaperChange>
{
    public void Configure(EntityTypeBuilder<PaperChange> change)
    {
        change.ToTable("PaperChanges");
        change.HasIndex(c => new { c.PaperId, c.Kind, c.Detail }).IsUnique();
        change.HasIndex(c => c.SettledAt);
        change.Property(c => c.Detail).HasMaxLength(PaperNotice.DetailLength);
        change.Property(c => c.Source).HasMaxLength(PaperMapping.NameLength);
        change.Property(c => c.SettledBy).HasMaxLength(PaperMapping.NameLength);
        change.HasOne(c => c.Paper).WithMany().HasForeignKey(c => c.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PaperMergeMapping : IEntityTypeConfiguration<PaperMerge>
{
    public void Configure(EntityTypeBuilder<PaperMerge> merge)
    {
        merge.ToTable("PaperMerges");
        merge.Ignore(m => m.EntryIds);
        merge.Ignore(m => m.IdentifierIds);
        merge.Ignore(m => m.Steps);
        merge.Ignore(m => m.Fields);
        merge.Ignore(m => m.EndedErrands);
        merge.Property<List<int>>("_entryIds").HasColumnName("EntryIds").KeptAsJson();
        merge.Property<List<int>>("_identifierIds").HasColumnName("IdentifierIds").KeptAsJson();
        merge.Property<List<MergeStep>>("_steps").HasColumnName("Steps").KeptAsJson();
        merge.Property(m => m.MergedBy).HasMaxLength(PaperMapping.NameLength);
        merge.Property(m => m.UndoneBy).HasMaxLength(PaperMapping.NameLength);
        merge.Property(m => m.Reason).HasMaxLength(PaperMerge.ReasonLength);
        merge.HasOne(m => m.Kept).WithMany().HasForeignKey(m => m.KeptId).OnDelete(DeleteBehavior.Cascade);
        merge.HasOne(m => m.Absorbed).WithMany().HasForeignKey(m => m.AbsorbedId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PaperDistinctionMapping : IEntityTypeConfiguration<PaperDistinction>
{
    public void Configure(EntityTypeBuilder<PaperDistinction> distinction)
    {
        distinction.ToTable("PaperDistinctions");
        distinction.HasIndex(d => new { d.FirstId, d.SecondId }).IsUnique();
        distinction.Property(d => d.By).HasMaxLength(PaperMapping.NameLength);
        distinction.HasOne<Paper>().WithMany().HasForeignKey(d => d.FirstId).OnDelete(DeleteBehavior.Cascade);
        distinction.HasOne<Paper>().WithMany().HasForeignKey(d => d.SecondId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PaperClaimMapping : IEntityTypeConfiguration<PaperClaim>
{
    public void Configure(EntityTypeBuilder<PaperClaim> claim)
    {
        claim.ToTable("PaperClaims");
        claim.HasIndex(c => new { c.FirstId, c.SecondId }).IsUnique();
        claim.Property(c => c.Source).HasMaxLength(PaperMapping.NameLength);
        claim.HasOne<Paper>().WithMany().HasForeignKey(c => c.FirstId).OnDelete(DeleteBehavior.Cascade);
        claim.HasOne<Paper>().WithMany().HasForeignKey(c => c.SecondId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InboxItemMapping : IEntityTypeConfiguration<InboxItem>
{
    public void Configure(EntityTypeBuilder<InboxItem> item)
    {
        item.ToTable("InboxItems");
        // A paper waits once; what was placed or put away stays as a record.
        item.HasIndex(i => i.PaperId).IsUnique().HasFilter("\"PlacedAt\" IS NULL AND \"DeclinedAt\" IS NULL");
        item.Property(i => i.AddedBy).HasMaxLength(PaperMapping.NameLength);
        item.Property(i => i.Note).HasMaxLength(InboxItem.NoteLength);
        item.Property(i => i.Version).IsConcurrencyToken();
        item.HasOne(i => i.Paper).WithMany().HasForeignKey(i => i.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SourceTurnMapping : IEntityTypeConfiguration<SourceTurn>
{
    public void Configure(EntityTypeBuilder<SourceTurn> turn)
    {
        turn.ToTable("SourceTurns");
        turn.HasKey(t => t.Source);
        turn.Property(t => t.Source).HasMaxLength(PaperMapping.NameLength);
    }
}
