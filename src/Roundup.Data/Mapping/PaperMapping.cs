using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundup.Model.Papers;

namespace Roundup.Data.Mapping;

internal sealed class PaperMapping : IEntityTypeConfiguration<Paper>
{
    /// <summary>In characters, for the names of sources and people.</summary>
    public const int NameLength = 200;

    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        Facts(paper);
        Names(paper);
        Lists(paper);
        paper.Property(p => p.Version).IsConcurrencyToken();
        paper.HasProse(p => p.Abstract, "Abstract");
        paper.HasOne<Paper>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        paper.HasMany(p => p.Identifiers).WithOne().HasForeignKey(i => i.PaperId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Facts(EntityTypeBuilder<Paper> paper)
    {
        paper.Property(p => p.Title).HasMaxLength(Paper.TitleLength);
        paper.Property(p => p.Venue).HasMaxLength(Paper.VenueLength);
        paper.Property(p => p.Link).HasMaxLength(PaperLink.MaxLength);
        paper.Property(p => p.FilledFrom).HasMaxLength(NameLength);
        paper.Property(p => p.Covered).KeptAsJson();
        paper.Property(p => p.LinkHealth).KeptAsJson();
        paper.ComplexProperty(p => p.Imprint, imprint =>
        {
            imprint.Property(i => i.Volume).HasMaxLength(PaperImprint.PartLength);
            imprint.Property(i => i.Number).HasMaxLength(PaperImprint.PartLength);
            imprint.Property(i => i.Pages).HasMaxLength(PaperImprint.PartLength);
            imprint.Property(i => i.Publisher).HasMaxLength(PaperImprint.PartLength);
        });
    }

    private static void Names(EntityTypeBuilder<Paper> paper)
    {
        paper.Property(p => p.TitleKey).HasMaxLength(PaperTwins.KeyLength);
        paper.Property(p => p.SurnameKey).HasMaxLength(PaperTwins.KeyLength);
        paper.HasIndex(p => p.TitleKey);
        paper.HasIndex(p => p.SurnameKey);
    }

    private static void Lists(EntityTypeBuilder<Paper> paper)
    {
        paper.Ignore(p => p.Authors);
        paper.Ignore(p => p.Links);
        paper.Ignore(p => p.Categories);
        paper.Ignore(p => p.Origins);
        paper.Property<List<string>>("_authors").HasColumnName("Authors").KeptAsJson();
        paper.Property<List<PaperLink>>("_links").HasColumnName("Links").KeptAsJson();
        paper.Property<List<string>>("_categories").HasColumnName("Categories").KeptAsJson().HasDefaultValueSql("'[]'");
        paper.Property<List<FieldOrigin>>("_origins").HasColumnName("Origins").KeptAsJson().HasDefaultValueSql("'[]'");
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

internal sealed class PaperAuthorMapping : IEntityTypeConfiguration<PaperAuthor>
{
    public void Configure(EntityTypeBuilder<PaperAuthor> author)
    {
        author.ToTable("PaperAuthors");
        author.HasKey(a => new { a.PaperId, a.Position });
        author.Property(a => a.Name).HasMaxLength(Paper.AuthorLength);
        author.Property(a => a.Key).HasMaxLength(PersonName.KeyLength);
        author.HasIndex(a => new { a.Key, a.PaperId });
        author.HasOne(a => a.Paper).WithMany().HasForeignKey(a => a.PaperId).OnDelete(DeleteBehavior.Cascade);
    }
}
