using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model;
using Roundup.Model.Topics;

namespace Roundup.Web.Areas.Admin.Pages.Topics;

/// <summary>A page about one topic; 404 where there is none with the id in the address.</summary>
public abstract class TopicPage(RoundupDb db) : PageModel
{
    [FromRoute]
    public int Id { get; set; }

    public Topic Topic { get; private set; } = null!;

    /// <summary>How many papers are about it, those of drafts too.</summary>
    public int Papers { get; private set; }

    protected RoundupDb Db => db;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancel = HttpContext.RequestAborted;
        if (await db.Topics.Include(t => t.Slugs).SingleOrDefaultAsync(t => t.Id == Id, cancel) is not { } topic)
        {
            context.Result = NotFound();
            return;
        }

        (Topic, Papers) = (topic, await db.Topics.Where(t => t.Id == Id).Select(t => t.Papers.Count(p => p.MergedIntoId == null)).SingleAsync(cancel));
        await next();
    }
}

/// <summary>What is typed about a topic. Lengths that the topic refuses itself are not repeated here.</summary>
public sealed class TopicInput
{
    public string? Name { get; set; }

    public string? About { get; set; }

    /// <summary>The version that the form was filled with; 0 for a new one.</summary>
    public int Version { get; set; }

    /// <summary>Why a name can't be a topic's: another one has it, or had it.</summary>
    public static async Task<Refusal?> TakenAsync(RoundupDb db, string name, int but, CancellationToken cancel)
    {
        var (key, slug) = (Topic.KeyOf(name), Topic.SlugOf(name));
        return key is not "" && await db.Topics.Where(t => t.Id != but && (t.Key == key || t.Slugs.Any(s => s.Slug == slug))).Select(t => t.Name).FirstOrDefaultAsync(cancel) is { } other
            ? new($"This name leads to “{other}” already. Merge the two instead.", nameof(Name)) : null;
    }
}
