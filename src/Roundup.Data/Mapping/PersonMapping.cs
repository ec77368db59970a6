using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Roundup.Data.People;

namespace Roundup.Data.Mapping;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.Property(p => p.Name).HasMaxLength(Person.NameLength);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("Invitations");
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        invitation.Property(i => i.TokenHash).HasMaxLength(Invitation.HashLength);
        invitation.Property(i => i.Name).HasMaxLength(Person.NameLength);
        invitation.Property(i => i.CreatedBy).HasMaxLength(Person.NameLength);
        invitation.Property(i => i.Version).IsConcurrencyToken();
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.AcceptedById).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("ApiTokens");
        token.HasIndex(t => t.Hash).IsUnique();
        token.Property(t => t.Hash).HasMaxLength(Invitation.HashLength);
        token.Property(t => t.Name).HasMaxLength(ApiToken.NameLength);
        token.Property(t => t.Beginning).HasMaxLength(12);
        token.HasOne(t => t.Person).WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AuditRecordMapping : IEntityTypeConfiguration<AuditRecord>
{
    public void Configure(EntityTypeBuilder<AuditRecord> record)
    {
        record.ToTable("AuditLog");
        record.HasIndex(r => r.At);
        record.Property(r => r.By).HasMaxLength(Person.NameLength);
        record.Property(r => r.Act).HasMaxLength(AuditRecord.ActLength);
        record.Property(r => r.Words).HasMaxLength(AuditRecord.WordsLength);
        record.Property(r => r.Path).HasMaxLength(AuditRecord.PathLength);
        record.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class SnippetMapping : IEntityTypeConfiguration<Snippet>
{
    public void Configure(EntityTypeBuilder<Snippet> snippet)
    {
        snippet.ToTable("Snippets");
        snippet.HasIndex(s => new { s.PersonId, s.Name }).IsUnique();
        snippet.Property(s => s.Name).HasMaxLength(Snippet.NameLength);
        snippet.Property(s => s.Text).HasMaxLength(Snippet.TextLength);
        snippet.Property(s => s.Version).IsConcurrencyToken();
        snippet.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AttendanceMapping : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.ToTable("Attendances");
        attendance.HasIndex(a => a.Key).IsUnique();
        attendance.Property(a => a.Key).HasMaxLength(Attendance.KeyLength);
        attendance.Property(a => a.Browser).HasMaxLength(Attendance.BrowserLength);
        attendance.Property(a => a.Network).HasMaxLength(Attendance.NetworkLength);
        attendance.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
