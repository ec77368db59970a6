using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model.Discussion;
using Roundup.Model.Papers;
using Roundup.Model.Text;
using Roundup.Web.Site;

namespace Roundup.Web.Reading;

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
        /// <param name="comments">Their ids.</param>
        public async Task<ILookup<int, SuggestionSlip>> ReadSlipsAsync(IReadOnlyCollection<int> comments, CancellationToken cancel = default)
        {
            var ids = comments.ToList();
            var rows = await db.Mentions.Where(m => EF.Parameter(ids).Contains((int)m["CommentId"]))
                .Join(db.Suggestions, m => (int)m["SuggestionId"], s => s.Id, (m, s) => new { Comment = (int)m["CommentId"], Suggestion = s }).OrderBy(n => n.Comment).ThenBy(n => n.Suggestion.Id)
                .Select(n => new Row(
                    n.Comment, n.Suggestion.Id, n.Suggestion.Scheme, n.Suggestion.Value, n.Suggestion.Title, n.Suggestion.Link, n.Suggestion.State, n.Suggestion.IssueNumber,
                    n.Suggestion.PaperId, n.Suggestion.Paper!.Title, n.Suggestion.Paper.TitleHtml, n.Suggestion.Paper.PublishedOn,
                    n.Suggestion.PaperId == null ? null : EF.Property<List<string>>(n.Suggestion.Paper, "_authors"),
                    db.Entries.Any(e => e.PaperId == n.Suggestion.PaperId && e.Issue.PublishedAt != null)))
                .ToListAsync(cancel);
            return rows.ToLookup(r => r.CommentId, r => r.ToSlip());
        }
    }

    private sealed record Row(
        int CommentId, int SuggestionId, string Scheme, string Value, string Called, string Link, SuggestionState State, int? IssueNumber,
        int? PaperId, string? Title, SafeHtml? TitleHtml, DateOnly? PublishedOn, List<string>? Authors, bool IsShown)
    {
        public SuggestionSlip ToSlip()
        {
            var id = new PaperId(Scheme, Value);
            // Until its source has answered, a paper is called by its id.
            var isTitled = Title is { Length: > 0 } && Title != Value && Title != id.Key && Title != Link;
            var title = isTitled ? Title! : Called is not "" ? Called : LinkWords.Of(id);
            var byline = Reading.Authors.Byline(Authors ?? [], $"{PublishedOn?.Year}");
            var path = IsShown ? Paths.Paper(PaperId!.Value, Slug.Of(Title!)) : PaperAddress.Of(id) ?? Link;
            return new(CommentId, SuggestionId, title, isTitled ? TitleHtml ?? SafeHtml.Empty : SafeHtml.Empty, byline, path, State, IssueNumber);
        }
    }
}
