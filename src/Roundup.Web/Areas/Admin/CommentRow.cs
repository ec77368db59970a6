using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model.Discussion;
using Roundup.Model.Text;
using Roundup.Web.Reading;

namespace Roundup.Web.Areas.Admin;

/// <summary>A comment as the desk's lists show it.</summary>
/// <param name="To">Whom it answers; empty for nobody.</param>
/// <param name="Accepted">How many of its writer's comments readers see.</param>
/// <param name="Reports">What readers say against it that nobody has looked at, as they said it.</param>
public sealed record CommentRow(
    int Id, int Version, string Name, bool FromDesk, string Text, SafeHtml Html, DateTimeOffset At, DateTimeOffset? EditedAt, bool IsConfirmed, CommentState State, CommentHolds Holds, string StateBy,
    int WriterId, bool IsTrusted, bool IsBanned, int Accepted, IssueName Issue, string PaperTitle, SafeHtml PaperTitleHtml, string EntryAnchor, string To, IReadOnlyList<string> Reports)
{
    public string Anchor => $"c-{Id}";

    public bool IsPublic => State is CommentState.Public;

    /// <summary>Whose it is, for a button; empty names have none.</summary>
    public string Who => Name is "" ? "somebody" : Name;

    /// <summary>Where it stands, or would stand.</summary>
    public string Path => $"{Issue.Path}{(IsPublic ? $"#{Anchor}" : EntryAnchor is "" ? "" : $"#{EntryAnchor}")}";

    /// <summary>What is sent back, so that only what was seen is decided about.</summary>
    public string Seen => $"{Id}.{Version}";

    /// <summary>Where an answer is written.</summary>
    public string ReplyPath => $"/issues/{Issue.Number}/comment?reply={Id}";

    /// <summary>Why it is held or looked at, each in a sentence.</summary>
    public IReadOnlyList<Reason> Reasons { get; private init; } = [];

    public IReadOnlyList<SuggestionSlip> Slips { get; private init; } = [];

    /// <param name="Icon">As <c>_Icon</c> names it.</param>
    /// <param name="IsOdd">Whether it says more than that nobody looked yet.</param>
    public sealed record Reason(string Icon, string Words, bool IsOdd);

    public static async Task<IReadOnlyList<CommentRow>> ReadAsync(RoundupDb db, IQueryable<Comment> comments, DiscussionRules rules, CancellationToken cancel)
    {
        var rows = await comments.AsNoTracking().Select(c => new CommentRow(
            c.Id, c.Version, c.Name, c.FromDesk, c.Words.Source, c.Words.Html, c.WrittenAt, c.EditedAt, c.ConfirmedAt != null, c.State, c.Holds, c.StateBy,
            c.CommenterId, c.Commenter.TrustedAt != null, c.Commenter.BannedAt != null, db.Comments.Count(o => o.CommenterId == c.CommenterId && o.State == CommentState.Public),
            new IssueName(c.Issue.Number, c.Issue.Title, c.Issue.Theme),
            c.Entry == null ? "" : c.Entry.Paper.Title, c.Entry == null ? SafeHtml.Empty : c.Entry.Paper.TitleHtml, c.Entry == null ? "" : "e-" + (c.Entry.OriginId ?? c.Entry.Id),
            c.ReplyTo == null ? "" : c.ReplyTo.Name, c.Reports.Where(r => r.SettledAt == null).OrderBy(r => r.Id).Select(r => r.Reason).ToList())).ToListAsync(cancel);
        var desk = await db.Users.AtDesk.Select(p => p.Name).ToListAsync(cancel);
        var names = desk.Select(Letters.Only).Where(n => n is not "").ToHashSet();
        var slips = await db.ReadSlipsAsync([.. rows.Select(r => r.Id)], cancel);
        return [.. rows.Select(r => r with { Reasons = [.. CommentWords.Reasons(r, rules, names.Contains(Letters.Only(r.Name)))], Slips = [.. slips[r.Id]] })];
    }
}
