using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Discussion;

namespace Roundup.Web.Reading;

public static class DiscussionReading
{
    extension(RoundupDb db)
    {
        /// <summary>One query for the comments, one for the papers that they suggest, however many there are.</summary>
        /// <returns>Null where nothing was said and nothing can be.</returns>
        public async Task<Discussion?> ReadDiscussionAsync(IssueText issue, Publication publication, DateTimeOffset now, CancellationToken cancel = default)
        {
            var number = issue.Name.Number;
            var comments = db.Comments.Where(c => c.Issue.Number == number && c.Issue.PublishedAt != null);
            var said = await db.ReadSaidAsync(comments, cancel);
            if (said is [] && !publication.Discussion.IsOn) return null;

            var slips = said is [] ? Array.Empty<SuggestionSlip>().ToLookup(s => s.CommentId) : await db.ReadSlipsAsync([.. said.Where(s => s.State is CommentState.Public).Select(s => s.Id)], cancel);
            return Discussion.Of(issue, publication, said, slips, now);
        }

        // A place is kept for words that are gone only where somebody answered them. Spam and what is held have none: their answers stand by themselves.
        private Task<List<SaidText>> ReadSaidAsync(IQueryable<Comment> comments, CancellationToken cancel) => comments
            .Where(c => c.State == CommentState.Public || c.State == CommentState.Hidden
                || ((c.State == CommentState.Removed || c.State == CommentState.Deleted)
                    && db.Comments.Any(r => (r.ThreadId == c.Id || r.ReplyToId == c.Id) && (r.State == CommentState.Public || r.State == CommentState.Hidden))))
            .OrderBy(c => c.WrittenAt).ThenBy(c => c.Id)
            .Select(c => new SaidText(c.Id, c.EntryId, c.ThreadId, c.ReplyToId, c.Name, c.FromDesk, c.Words.Html, c.WrittenAt, c.EditedAt, c.State))
            .ToListAsync(cancel);
    }
}
