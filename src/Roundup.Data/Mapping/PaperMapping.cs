using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundup.Model.Papers;

namespace Roundup.Data.Mapping;

internal sealed class PaperMapping : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.Property(p => p.Title).HasMaxLength(Paper.TitleLength);
        paper.Property(p => p.Venue).HasMaxLength(Paper.VenueLength);
        paper.Property(p => p.Link).HasMaxLength(PaperLink.MaxLength);
        paper.Property(p => p.FilledFrom).HasMaxLength(100);
        paper.Property(p => p.Version).IsConcurrencyToken();
        paper.HasProse(p => p.Abstract, "Abstract");
        paper.Ignore(p => p.Authors);
        paper.Ignore(p => p.Links);
        paper.Property<List<string>>("_authors").HasColumnName("Authors").KeptAsJson();
        paper.Property<List<PaperLink>>("_links").HasColumnName("Links").KeptAsJson();
        paper.HasMany(p => p.Identifiers).WithOne().HasForeignKey(i => i.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PaperIdentifierMapping : IEntityTypeConfiguration<PaperIdentifier>
{
    public void Configure(EntityTypeBuilder<PaperIdentifier> identifier)
    {
        identifier.ToTable("PaperIdentifiers");
        identifier.HasIndex(i => new { i.Scheme, i.Value }).IsUnique();
        identifier.Property(i => i.Scheme).HasMaxLength(20);
        identifier.Property(i => i.Value).HasMaxLength(PaperId.MaxLength);
    }
}
