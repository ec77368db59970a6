using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Model.Discussion;
using Roundup.Model.Text;
using Roundup.Web.Reading;

namespace Roundup.Web.Talk;

/// <summary>Who is told about a comment. Queued in the caller's save, never before readers see it.</summary>
public sealed class TalkNotices(RoundupDb db, TalkMail mail)
{
    private const int QuoteLength = 2000;

    /// <summary>
    /// For every comment that may just have become public, at once or by an editor. One that did not is told about to nobody, and a mail about one that
    /// is public no more is taken back where it has not gone yet. Works on a comment that is not saved yet.
    /// </summary>
    public async Task TellAsync(Comment comment, CancellationToken cancel = default)
    {
        var key = KeyOf(comment);
        // One that waits to be sent is written anew: its words may have been changed.
        if (comment.Id != 0) db.RemoveRange(await db.Outbox.Unclaimed.Where(m => m.Key == key).ToListAsync(cancel));
        if (comment.State is not CommentState.Public) return;

        if (await AnsweredAsync(comment, cancel) is not { } answered || !Wants(answered, comment) || !mail.CanWrite) return;

        await db.QueueAsync([await WriteAsync(answered, comment, key)], cancel);
    }

    /// <summary>What it answers, or else what it stands under.</summary>
    private async Task<Comment?> AnsweredAsync(Comment comment, CancellationToken cancel)
    {
        if ((comment.ReplyTo?.Id ?? comment.ReplyToId ?? comment.ThreadId) is not { } id) return null;
        return await db.Comments.AsNoTracking().Include(c => c.Commenter).Include(c => c.Issue).SingleOrDefaultAsync(c => c.Id == id, cancel);
    }

    private static bool Wants(Comment answered, Comment answer) =>
        answered is { ConfirmedAt: not null, State: CommentState.Public or CommentState.Hidden or CommentState.Deleted, Commenter: { WantsReplies: true, BannedAt: null } }
        && answered.CommenterId != answer.CommenterId && answered.Commenter.Email != answer.Commenter.Email;

    private Task<QueuedMail> WriteAsync(Comment answered, Comment answer, string key)
    {
        var issue = answered.Issue;
        var place = new IssueName(issue.Number, issue.Title, issue.Theme);
        var words = string.Join('\n', Letters.Cut(answer.Words.Source, QuoteLength).ReplaceLineEndings("\n").Split('\n').Select(line => $"> {line}"));
        var more = answer.Words.Source.Length > QuoteLength ? "\n> …" : "";
        var text = $"{(answer.Name is "" ? "Somebody" : answer.Name)} answered your comment on issue {issue.Number}, “{place.Heading}”:\n\n{words}{more}\n\nRead it in its place, and answer:";
        // One that is not saved yet has no place of its own: it will stand under what it answers.
        return mail.WriteAsync(answered.Commenter, key, $"An answer to your comment on issue {issue.Number}", text, $"{place.Path}#{(answer.Id == 0 ? answered : answer).Anchor}", TalkMail.ThreadOf(answered));
    }

    /// <summary>By its writer and its moment, which it has before it has a number.</summary>
    private static string KeyOf(Comment comment) =>
        $"reply:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(comment.Commenter.Email)).AsSpan(0, 12))}:{comment.WrittenAt.ToUnixTimeMilliseconds()}:{comment.ReplyTo?.Id ?? comment.ReplyToId ?? comment.ThreadId}";
}
