using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundup.Model;
using Roundup.Model.Discussion;

namespace Roundup.Data.Mapping;

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        // One row: the key is a constant, so that two set-ups at once can't make two.
        publication.Property(p => p.Id).ValueGeneratedNever();
        publication.ToTable(t => t.HasCheckConstraint("CK_Publications_One", "\"Id\" = 0"));
        publication.Property(p => p.Title).HasMaxLength(Publication.TitleLength);
        publication.Property(p => p.Tagline).HasMaxLength(Publication.TaglineLength);
        publication.Property(p => p.EditedBy).HasMaxLength(Publication.TitleLength);
        publication.Property(p => p.Licence).HasMaxLength(Publication.LicenceLength);
        publication.Property(p => p.OpinionLabel).HasMaxLength(Publication.LabelLength);
        publication.Property(p => p.Version).IsConcurrencyToken();
        publication.HasProse(p => p.About, "About");
        publication.HasProse(p => p.HouseRules, "HouseRules");
        publication.ComplexProperty(p => p.Discussion, rules => rules.Property(r => r.HeldWords).HasMaxLength(DiscussionRules.WordsLength));
        publication.ComplexProperty(p => p.Cadence, cadence => cadence.Property(c => c.Zone).HasMaxLength(64));
    }
}
