using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Roundup.Data.Mapping;
using Roundup.Data.Outbox;
using Roundup.Data.Papers;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Inbox;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Topics;

namespace Roundup.Data;

/// <summary>Everything that is kept. SQLite or PostgreSQL, by the options that it was given.</summary>
public sealed class RoundupDb(DbContextOptions<RoundupDb> options)
    : IdentityUserContext<Person, int>(options), IDataProtectionKeyContext
{
    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<Issue> Issues => Set<Issue>();

    public DbSet<Entry> Entries => Set<Entry>();

    public DbSet<IssueCorrection> Corrections => Set<IssueCorrection>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();

    public DbSet<SlotRecord> Slots => Set<SlotRecord>();

    public DbSet<Paper> Papers => Set<Paper>();

    public DbSet<PaperErrand> Errands => Set<PaperErrand>();

    public DbSet<PaperChange> PaperChanges => Set<PaperChange>();

    public DbSet<PaperMerge> PaperMerges => Set<PaperMerge>();

    public DbSet<PaperDistinction> PaperDistinctions => Set<PaperDistinction>();

    public DbSet<PaperClaim> PaperClaims => Set<PaperClaim>();

    public DbSet<PaperAuthor> PaperAuthors => Set<PaperAuthor>();

    public DbSet<Topic> Topics => Set<Topic>();

    public DbSet<TopicSlug> TopicSlugs => Set<TopicSlug>();

    public DbSet<InboxItem> Inbox => Set<InboxItem>();

    public DbSet<Commenter> Commenters => Set<Commenter>();

    public DbSet<Comment> Comments => Set<Comment>();

    /// <summary>Which comment names which suggested paper: rows of CommentId and SuggestionId.</summary>
    public DbSet<Dictionary<string, object>> Mentions => Set<Dictionary<string, object>>(CommentMapping.Mentions);

    public DbSet<ModerationDeed> ModerationDeeds => Set<ModerationDeed>();

    public DbSet<Suggestion> Suggestions => Set<Suggestion>();

    public DbSet<SuggestionVoice> SuggestionVoices => Set<SuggestionVoice>();

    public DbSet<Attendance> Attendances => Set<Attendance>();

    public DbSet<QueuedMail> Outbox => Set<QueuedMail>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<AuditRecord> AuditLog => Set<AuditRecord>();

    public DbSet<Snippet> Snippets => Set<Snippet>();

    public DbSet<SourceTurn> SourceTurns => Set<SourceTurn>();

    /// <summary>The key ring: in the database, so that several instances and restored backups share it.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <remarks>All saves come through here; the synchronous one is never used.</remarks>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await this.FollowAuthorsAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions) => SharedMapping.Convene(conventions);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(RoundupDb).Assembly);
        if (Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) is true) SharedMapping.KeepInstantsAsTicks(builder);
    }
}
