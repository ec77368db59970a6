using Roundup.Data;
using Roundup.Model.Discussion;
using Roundup.Model.Text;

namespace Roundup.Web.Site;

/// <summary>A suggested paper as it stands on a slip under a comment.</summary>
/// <param name="Title">The paper's, or what its reader called it, or its id.</param>
/// <param name="Path">Where it can be read: our page of it, or its own address; empty for nowhere.</param>
/// <param name="IssueNumber">The issue that has it, in <see cref="SuggestionState.InIssue"/>.</param>
public sealed record SuggestionSlip(int CommentId, int SuggestionId, string Title, SafeHtml TitleHtml, string Byline, string Path, SuggestionState State, int? IssueNumber);

public static class SlipReading
{
    extension(RoundupDb db)
    {
        /// <summary>The slips of some comments, in one query.</summary>
        public Task<ILookup<int, SuggestionSlip>> ReadSlipsAsync(IQueryable<Comment> comments, CancellationToken cancel = default) =>
            Task.FromResult(Array.Empty<SuggestionSlip>().ToLookup(s => s.CommentId));
    }
}
