using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Model.Topics;

namespace Roundup.Data.Mapping;

internal sealed class TopicMapping : IEntityTypeConfiguration<Topic>, IEntityTypeConfiguration<TopicSlug>
{
    public void Configure(EntityTypeBuilder<Topic> topic)
    {
        topic.Property(t => t.Name).HasMaxLength(Topic.NameLength);
        topic.Property(t => t.Key).HasMaxLength(Topic.NameLength);
        topic.Property(t => t.Slug).HasMaxLength(Slug.MaxLength);
        topic.Property(t => t.About).HasMaxLength(Topic.AboutLength);
        topic.Property(t => t.Version).IsConcurrencyToken();
        topic.HasIndex(t => t.Key).IsUnique();
        topic.HasMany(t => t.Slugs).WithOne().HasForeignKey(s => s.TopicId).OnDelete(DeleteBehavior.Cascade);
        topic.HasMany(t => t.Papers).WithMany(p => p.Topics).UsingEntity(
            "PaperTopics",
            join => join.HasOne(typeof(Paper)).WithMany().HasForeignKey("PaperId").OnDelete(DeleteBehavior.Cascade),
            join => join.HasOne(typeof(Topic)).WithMany().HasForeignKey("TopicId").OnDelete(DeleteBehavior.Cascade),
            join =>
            {
                join.HasKey("PaperId", "TopicId");
                join.HasIndex("TopicId");
            });
    }

    public void Configure(EntityTypeBuilder<TopicSlug> slug)
    {
        slug.HasKey(s => s.Slug);
        slug.Property(s => s.Slug).HasMaxLength(Slug.MaxLength);
    }
}
