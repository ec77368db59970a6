using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.Issues;
using Roundup.Model.Discussion;
using Roundup.Web.Reading;
using Roundup.Web.Security;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Pages.Issues;

/// <summary>
/// The form of a comment, and what it is about. It knows who is writing, so that it is nobody else's to keep; guarded as public forms are, by where
/// the request comes from.
/// </summary>
[IgnoreAntiforgeryToken]
[PrivatePage]
[EnableRateLimiting(RateLimits.Talk)]
[RequestSizeLimit(MostBytes)]
public abstract class CommentForm(RoundupDb db, CurrentPublication current, Writers writers, TimeProvider clock) : PageModel
{
    /// <summary>The longest comment many times over: one that is too long comes back in its form.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    private const int QuoteLength = 2000;

    [FromRoute]
    public int Number { get; set; }

    /// <summary>The entry that it is about; null for the issue.</summary>
    [FromQuery(Name = "entry")]
    public int? EntryId { get; set; }

    /// <summary>The comment that it answers; null for none.</summary>
    [FromQuery(Name = "reply")]
    public int? ReplyId { get; set; }

    /// <summary>Words of the page that it begins with; empty for those of the comment that it answers.</summary>
    [FromQuery(Name = "quote")]
    public string? Quote { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    [BindProperty]
    public SpamGuard.Input Guard { get; set; } = new();

    public CommentIntake.Place Place { get; private set; } = null!;

    /// <summary>The paper's place in the issue, counted from 1.</summary>
    public int PaperNumber { get; private set; }

    /// <summary>Null for a stranger, who is asked.</summary>
    public Writers.Writer? Known { get; private set; }

    public bool IsSignedIn => User.Id() is not null;

    public bool IsOpen { get; private set; }

    /// <summary>Whether what is to be answered can't be, any more or ever.</summary>
    public bool IsReplyGone { get; private set; }

    public IssueName Name => new(Place.Issue.Number, Place.Issue.Title, Place.Issue.Theme);

    /// <summary>Where readers see what this is about.</summary>
    public string BackPath => $"{Name.Path}#{(Place.ReplyTo?.Anchor ?? Place.Entry?.Anchor ?? "discussion")}";

    /// <summary>Where the form is sent to.</summary>
    public string SendPath => Place.ReplyTo is { } answered && !IsReplyGone ? Paths.Reply(Number, answered.Id) : Paths.Comment(Number, Place.Entry?.Id);

    public string PreviewPath => SendPath.Replace("/comment", "/comment/preview", StringComparison.Ordinal);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = HttpContext.RequestAborted;
        if (await db.Issues.Published.SingleOrDefaultAsync(i => i.Number == Number, cancel) is not { } issue)
        {
            context.Result = NotFound();
            return;
        }

        var answered = ReplyId is { } id ? await db.CommentAsync(id, cancel) : null;
        IsReplyGone = Request.Query.ContainsKey("reply") && !(answered is { State: CommentState.Public } && answered.IssueId == issue.Id);
        if (IsReplyGone) answered = null;
        var entry = answered is null ? await db.Entries.Include(e => e.Paper).SingleOrDefaultAsync(e => e.Id == EntryId && e.IssueId == issue.Id, cancel) : answered.Entry;
        PaperNumber = entry is null ? 0 : 1 + await db.Entries.CountAsync(e => e.IssueId == issue.Id && e.Position < entry.Position, cancel);
        Place = new(issue, entry, answered);
        Known = await writers.KnownAsync(HttpContext, cancel);
        IsOpen = (await current.ShownAsync()).Discussion.Takes(issue, clock.GetUtcNow());
        await next();
    }

    /// <summary>The words that are quoted, each line behind its mark, and room for the answer.</summary>
    protected string Quoted()
    {
        if (!Request.Query.ContainsKey("quote")) return "";
        var words = string.IsNullOrWhiteSpace(Quote) ? Place.ReplyTo?.Words.Source ?? "" : Quote;
        if (words.Length > QuoteLength) words = $"{words[..(char.IsHighSurrogate(words[QuoteLength - 1]) ? QuoteLength - 1 : QuoteLength)]}…";
        return words.Trim() is "" ? "" : $"{string.Concat(words.Trim().Split('\n').Select(line => $"> {line.Trim()}".TrimEnd() + "\n"))}\n";
    }

    public sealed class InputModel
    {
        public string? Text { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }
    }
}
