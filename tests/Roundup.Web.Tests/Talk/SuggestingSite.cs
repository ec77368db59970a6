using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.People;
using Roundup.Formats;
using Roundup.Model.Discussion;
using Roundup.Model.Issues;
using Roundup.Web.Talk;
using Roundup.Web.Tests.Desk;

namespace Roundup.Web.Tests.Talk;

/// <summary>A published issue with readers around it.</summary>
/// <param name="postgres">Where its database is; null for SQLite.</param>
public sealed class SuggestingSite(string? postgres = null) : DeskSite
{
    public const string Url = "https://shelf.example.org";

    /// <summary>Known to the site, in issue 1.</summary>
    public const string Covered = "2202.05262";

    private bool _isOpen;

    public async Task<Issue> OpenAsync()
    {
        _isOpen = true;
        return await WithDbAsync(async db =>
        {
            await db.SetUpAsync();
            return await db.PublishAsync(1, "What models know", Scene.Paper("Locating and Editing Factual Associations", Covered, "Kevin Meng"));
        });
    }

    /// <summary>What a stranger sends, from a browser without cookies, after having read the form for a minute.</summary>
    public async Task<HttpResponseMessage> SuggestAsync(HttpClient visitor, params (string Name, string Value)[] typed)
    {
        Assert.True(_isOpen);
        using var shown = await visitor.GetAsync("/suggest");
        var page = await ParseAsync(shown);
        Clock.Advance(TimeSpan.FromMinutes(1));
        using var seat = new Seat(visitor, isOwn: false);
        return await seat.SendAsync(page, "/suggest", "form.suggest", [.. typed, .. Strangers.Where(s => page.QuerySelector($"[name='{s.Name}']") is not null && typed.All(t => t.Name != s.Name))]);
    }

    private static readonly (string Name, string Value)[] Strangers = [("Input.Name", "Ann"), ("Input.Email", "ann@example.net"), ("Input.WantsMail", "true")];

    /// <summary>As the button behind the mailed link does.</summary>
    public Task ConfirmAsync(string email) => WithTalkAsync(async (db, intake) =>
    {
        var commenter = await db.Commenters.SingleAsync(c => c.Email == email);
        foreach (var comment in await db.Comments.Include(c => c.Commenter).Where(c => c.CommenterId == commenter.Id).ToListAsync()) comment.Confirm(Clock.GetUtcNow());
        await intake.ConfirmAsync(commenter, Clock.GetUtcNow());
    });

    /// <summary>As the page of the discussion takes a comment.</summary>
    public async Task<Comment> CommentAsync(string words, string email = "ann@example.net", string name = "Ann", bool isProven = true, bool isKnown = true, int? entry = null)
    {
        Comment? made = null;
        await WithTalkAsync(async (db, intake) =>
        {
            var issue = await db.Issues.Include(i => i.Entries).SingleAsync(i => i.Number == 1 && !i.IsWorkingCopy);
            var by = await db.Commenters.SingleOrDefaultAsync(c => c.Email == email) ?? new Commenter(email, name, Secret.Make(), Clock.GetUtcNow());
            if (by.Id == 0) db.Add(by);
            if (isKnown) by.Accept(Clock.GetUtcNow());
            Scene.Insist(SafeMarkdown.Render(words, ProseKind.Comment, out var prose));
            Scene.Insist(Comment.Write(issue, issue.Entries.FirstOrDefault(e => e.Id == entry), null, new(by, name, prose, CommentHolds.None, isProven, FromDesk: false), DiscussionRules.Default, Clock.GetUtcNow(), out made));
            db.Add(made!);
            await intake.TakeAsync(made!);
        });
        return made!;
    }

    public async Task WithTalkAsync(Func<RoundupDb, SuggestionIntake, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        await work(db, scope.ServiceProvider.GetRequiredService<SuggestionIntake>());
        Scene.Insist(await db.SaveAsync());
    }

    public Task<List<Suggestion>> SuggestionsAsync() => WithDbAsync(db => db.Suggestions.Whole.AsNoTracking().OrderBy(s => s.Id).ToListAsync());

    public Task<Suggestion> OnlyAsync() => WithDbAsync(db => db.Suggestions.Whole.AsNoTracking().SingleAsync());

    /// <summary>The private page of what somebody suggested last.</summary>
    public async Task<string> FateAsync(string email = "ann@example.net") =>
        $"/suggestions/{await WithDbAsync(db => db.SuggestionVoices.Where(v => v.Commenter.Email == email).OrderByDescending(v => v.At).ThenBy(v => v.Id).Select(v => v.Token).FirstAsync())}";

    public static async Task<string> SaidAsync(HttpResponseMessage reply) => Words((await ParseAsync(reply)).Body!.TextContent);

    public static string Words(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Site:Url", Url);
        if (postgres is not null) builder.UseSetting("ConnectionStrings:Roundup", postgres);
    }
}
