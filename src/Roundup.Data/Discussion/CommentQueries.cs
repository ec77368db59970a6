using Microsoft.EntityFrameworkCore;
using Roundup.Data.People;
using Roundup.Model.Discussion;

namespace Roundup.Data.Discussion;

public static class CommentQueries
{
    extension(RoundupDb db)
    {
        /// <summary>One comment, with everything that is needed to change it.</summary>
        public Task<Comment?> CommentAsync(int id, CancellationToken cancel = default) => db.Comments.Whole.SingleOrDefaultAsync(c => c.Id == id, cancel);

        /// <summary>Whoever has a private link; null where it opens nothing.</summary>
        public async Task<Commenter?> CommenterAsync(string? token, CancellationToken cancel = default) =>
            Secret.CouldBe(token, Commenter.TokenLength) ? await db.Commenters.SingleOrDefaultAsync(c => c.Token == token, cancel) : null;
    }

    extension(IQueryable<Comment> comments)
    {
        public IQueryable<Comment> Whole => comments.Include(c => c.Issue).Include(c => c.Entry!.Paper).Include(c => c.Commenter).Include(c => c.ReplyTo).Include(c => c.Reports);

        /// <summary>What readers see.</summary>
        public IQueryable<Comment> Shown => comments.Where(c => c.State == CommentState.Public);

        /// <summary>What waits for an editor, because something is against it.</summary>
        public IQueryable<Comment> Held => comments.Where(c => c.State == CommentState.Held && c.Holds != CommentHolds.None);

        /// <summary>What nothing is against and waits for its writer alone, to show whose the address is.</summary>
        public IQueryable<Comment> Unconfirmed => comments.Where(c => c.State == CommentState.Held && c.Holds == CommentHolds.None);

        /// <summary>What readers see and somebody reported.</summary>
        public IQueryable<Comment> Reported => comments.Where(c => c.State == CommentState.Public && c.Reports.Any(r => r.SettledAt == null));

        /// <summary>What an editor should look at: held or reported.</summary>
        public IQueryable<Comment> Waiting => comments.Where(c => (c.State == CommentState.Held && c.Holds != CommentHolds.None) || (c.State == CommentState.Public && c.Reports.Any(r => r.SettledAt == null)));

        /// <summary>What was taken from readers' sight and is not spam.</summary>
        public IQueryable<Comment> Gone => comments.Where(c => c.State == CommentState.Hidden || c.State == CommentState.Deleted);

        /// <summary>
        /// What readers once saw and do not see any more. Nothing else is against it, or readers reported it, who had to see it; and its writer had confirmed it before:
        /// so it is never one that was held, of which nobody is to learn that it is there.
        /// </summary>
        public IQueryable<Comment> TakenBack => comments.Where(c => (c.State == CommentState.Hidden || c.State == CommentState.Deleted || c.State == CommentState.Removed)
            && (c.Holds == CommentHolds.None || (c.Holds & CommentHolds.Reported) != 0) && c.ConfirmedAt <= c.StateAt);
    }
}
