using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundup.Data.People;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;

namespace Roundup.Data.Mapping;

internal sealed class CommenterMapping : IEntityTypeConfiguration<Commenter>
{
    public void Configure(EntityTypeBuilder<Commenter> commenter)
    {
        commenter.ToTable("Commenters");
        commenter.HasIndex(c => c.Email).IsUnique();
        commenter.HasIndex(c => c.Token).IsUnique();
        commenter.Property(c => c.Email).HasMaxLength(Commenter.EmailLength);
        commenter.Property(c => c.Name).HasMaxLength(Commenter.NameLength);
        commenter.Property(c => c.Token).HasMaxLength(Commenter.TokenLength);
        commenter.Property(c => c.TrustedBy).HasMaxLength(Opinion.AuthorLength);
        commenter.Property(c => c.BannedBy).HasMaxLength(Opinion.AuthorLength);
        commenter.Property(c => c.Version).IsConcurrencyToken();
        commenter.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class CommentMapping : IEntityTypeConfiguration<Comment>
{
    public const string Mentions = "CommentSuggestions";

    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("Comments");
        // What a page of an issue reads; what the desk's lists read.
        comment.HasIndex(c => new { c.IssueId, c.State });
        comment.HasIndex(c => new { c.State, c.WrittenAt });
        comment.Property(c => c.Name).HasMaxLength(Commenter.NameLength);
        comment.Property(c => c.StateBy).HasMaxLength(Opinion.AuthorLength);
        comment.Property(c => c.Version).IsConcurrencyToken();
        comment.Ignore(c => c.Standing);
        comment.HasProse(c => c.Words, "Words");
        comment.HasOne(c => c.Issue).WithMany().HasForeignKey(c => c.IssueId).OnDelete(DeleteBehavior.Cascade);
        comment.HasOne(c => c.Entry).WithMany().HasForeignKey(c => c.EntryId).OnDelete(DeleteBehavior.SetNull);
        comment.HasOne(c => c.Thread).WithMany().HasForeignKey(c => c.ThreadId).OnDelete(DeleteBehavior.Cascade);
        comment.HasOne(c => c.ReplyTo).WithMany().HasForeignKey(c => c.ReplyToId).OnDelete(DeleteBehavior.SetNull);
        comment.HasOne(c => c.Commenter).WithMany().HasForeignKey(c => c.CommenterId).OnDelete(DeleteBehavior.Cascade);
        comment.HasMany(c => c.Reports).WithOne().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.Cascade);
        comment.HasMany(c => c.Named).WithMany().UsingEntity(
            Mentions,
            join => join.HasOne(typeof(Suggestion)).WithMany().HasForeignKey("SuggestionId").OnDelete(DeleteBehavior.Cascade),
            join => join.HasOne(typeof(Comment)).WithMany().HasForeignKey("CommentId").OnDelete(DeleteBehavior.Cascade),
            join => join.HasKey("CommentId", "SuggestionId"));
    }
}

internal sealed class CommentReportMapping : IEntityTypeConfiguration<CommentReport>
{
    public void Configure(EntityTypeBuilder<CommentReport> report)
    {
        report.ToTable("CommentReports");
        report.Property(r => r.Reason).HasMaxLength(CommentReport.ReasonLength);
        report.Property(r => r.From).HasMaxLength(CommentReport.FromLength);
        report.Property(r => r.SettledBy).HasMaxLength(Opinion.AuthorLength);
    }
}

internal sealed class ModerationDeedMapping : IEntityTypeConfiguration<ModerationDeed>
{
    public void Configure(EntityTypeBuilder<ModerationDeed> deed)
    {
        deed.ToTable("ModerationDeeds");
        deed.HasIndex(d => d.At);
        deed.Ignore(d => d.Comments);
        deed.Ignore(d => d.Commenters);
        deed.Property<List<CommentMark>>("_comments").HasColumnName("Comments").KeptAsJson();
        deed.Property<List<CommenterMark>>("_commenters").HasColumnName("Commenters").KeptAsJson();
        deed.Property(d => d.By).HasMaxLength(Opinion.AuthorLength);
        deed.Property(d => d.UndoneBy).HasMaxLength(Opinion.AuthorLength);
        deed.Property(d => d.Version).IsConcurrencyToken();
        deed.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class SuggestionMapping : IEntityTypeConfiguration<Suggestion>
{
    public void Configure(EntityTypeBuilder<Suggestion> suggestion)
    {
        suggestion.ToTable("Suggestions");
        suggestion.HasIndex(s => s.Key).IsUnique();
        suggestion.HasIndex(s => new { s.State, s.StateAt });
        suggestion.Ignore(s => s.Named);
        suggestion.Ignore(s => s.Heard);
        suggestion.Ignore(s => s.Printed);
        suggestion.Property(s => s.Key).HasMaxLength(Suggestion.KeyLength);
        suggestion.Property(s => s.Scheme).HasMaxLength(PaperMapping.NameLength);
        suggestion.Property(s => s.Value).HasMaxLength(Roundup.Model.Papers.PaperId.MaxLength);
        suggestion.Property(s => s.Title).HasMaxLength(Suggestion.TitleLength);
        suggestion.Property(s => s.Link).HasMaxLength(Suggestion.LinkLength);
        suggestion.Property(s => s.StateBy).HasMaxLength(Opinion.AuthorLength);
        suggestion.Property(s => s.Word).HasMaxLength(Suggestion.WordLength);
        suggestion.Property(s => s.Version).IsConcurrencyToken();
        suggestion.HasOne(s => s.Paper).WithMany().HasForeignKey(s => s.PaperId).OnDelete(DeleteBehavior.SetNull);
        // Whoever names it while it goes is not to be lost with it: the database refuses, and it stays.
        suggestion.HasMany(s => s.Voices).WithOne(v => v.Suggestion).HasForeignKey(v => v.SuggestionId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class SuggestionVoiceMapping : IEntityTypeConfiguration<SuggestionVoice>
{
    public void Configure(EntityTypeBuilder<SuggestionVoice> voice)
    {
        voice.ToTable("SuggestionVoices");
        voice.HasIndex(v => v.Token).IsUnique();
        voice.HasIndex(v => new { v.SuggestionId, v.CommenterId }).IsUnique();
        voice.Property(v => v.Token).HasMaxLength(Commenter.TokenLength);
        voice.Property(v => v.Name).HasMaxLength(Commenter.NameLength);
        voice.Property(v => v.Note).HasMaxLength(SuggestionVoice.NoteLength);
        voice.HasOne(v => v.Commenter).WithMany().HasForeignKey(v => v.CommenterId).OnDelete(DeleteBehavior.Cascade);
        voice.HasOne(v => v.Comment).WithMany().HasForeignKey(v => v.CommentId).OnDelete(DeleteBehavior.SetNull);
    }
}
