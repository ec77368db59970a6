using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Data.Issues;
using Roundup.Data.Outbox;
using Roundup.Formats;
using Roundup.Model.Discussion;
using Roundup.Model.Text;
using Roundup.Web.Tests.Desk;

namespace Roundup.Web.Tests.Talk;

/// <summary>A site with an issue of three papers, and short ways to what is said about it.</summary>
public sealed class TalkSite : DeskSite, IAsyncLifetime
{
    private int _people;

    /// <summary>Of the first issue, in order.</summary>
    public IReadOnlyList<int> Entries { get; private set; } = [];

    public const string Issue = "/issues/1/talked-about";

    public async ValueTask InitializeAsync() => await WithDbAsync(async db =>
    {
        await db.SetUpAsync();
        var issue = await db.PublishAsync(1, "Talked about", Scene.Paper("Alpha", "2202.05262"), Scene.Paper("Beta"), Scene.Paper("Gamma"));
        Entries = [.. issue.Entries.Select(e => e.Id)];
        await db.DraftAsync(9, "Not out", Scene.Paper("Delta"));
    });

    public string Address() => $"reader{Interlocked.Increment(ref _people)}@example.org";

    /// <summary>Somebody at a network of their own.</summary>
    public Seat Guest()
    {
        var client = Visitor();
        client.DefaultRequestHeaders.Add("X-Test-Network", $"10.0.{Interlocked.Increment(ref _people) / 250}.{_people % 250}");
        return new(client);
    }

    /// <summary>Opens a form and sends it as a person does, who needs some time for it.</summary>
    public async Task<HttpResponseMessage> SendAsync(Seat seat, string path, params (string Name, string Value)[] typed)
    {
        var page = await seat.ReadAsync(path);
        Clock.Advance(TimeSpan.FromSeconds(20));
        return await seat.SendAsync(page, path, "main form", typed);
    }

    public Task<HttpResponseMessage> WriteAsync(Seat seat, string text, string email, string name = "Hanna Lindqvist", string path = "/issues/1/comment") =>
        SendAsync(seat, path, ("Input.Text", text), ("Input.Name", name), ("Input.Email", email));

    /// <summary>Reaches past the form: words of somebody who is known here, so that readers see them.</summary>
    public Task<Comment> SayAsync(string text, int? entry = null, int? reply = null, string name = "Hanna Lindqvist", bool fromDesk = false, bool isKnown = true, int issue = 1) => WithDbAsync(async db =>
    {
        var now = Clock.GetUtcNow();
        var about = await db.Issues.Published.Include(i => i.Entries).SingleAsync(i => i.Number == issue);
        var commenter = new Commenter(Address(), name, Roundup.Data.People.Secret.Make(), now);
        if (isKnown) commenter.Accept(now);
        var answered = reply is null ? null : await db.Comments.Include(c => c.Entry).SingleAsync(c => c.Id == reply);
        Scene.Insist(Comment.Write(about, about.Entries.SingleOrDefault(e => e.Id == entry), answered, new(commenter, name, Words(text), CommentHolds.None, IsProven: true, fromDesk), DiscussionRules.Default, now, out var comment));
        db.Add(comment!);
        await db.SaveChangesAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        return comment!;
    });

    public Task ChangeAsync(int comment, Action<Comment> change) => WithDbAsync(async db =>
    {
        change(await db.Comments.Include(c => c.Commenter).Include(c => c.Reports).SingleAsync(c => c.Id == comment));
        await db.SaveChangesAsync();
    });

    public Task<Comment> ReadAsync(int comment) => WithDbAsync(db => db.Comments.AsNoTracking().Include(c => c.Commenter).Include(c => c.Reports).SingleAsync(c => c.Id == comment));

    public Task<List<Comment>> OfAsync(string email) => WithDbAsync(db => db.Comments.AsNoTracking().Include(c => c.Commenter).Where(c => c.Commenter.Email == email).OrderBy(c => c.Id).ToListAsync());

    public Task<List<QueuedMail>> MailsAsync(string email) => WithDbAsync(db => db.Outbox.AsNoTracking().Where(m => m.To == email).OrderBy(m => m.Id).ToListAsync());

    public async Task<string> HomeAsync(string email) => $"/comments/{await WithDbAsync(db => db.Commenters.Where(c => c.Email == email).Select(c => c.Token).SingleAsync())}";

    public Task RuleAsync(DiscussionRules rules) => WithDbAsync(async db =>
    {
        Scene.Insist((await db.Publications.SingleAsync()).Moderate(rules, Prose.Empty));
        await db.SaveChangesAsync();
    });

    public static Prose Words(string markdown)
    {
        Scene.Insist(SafeMarkdown.Render(markdown, ProseKind.Comment, out var words));
        return words;
    }

    public static string Text(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static void AssertSentTo(string path, HttpResponseMessage reply)
    {
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal(path, reply.Headers.Location?.OriginalString);
    }

    public static void AssertPrivate(HttpResponseMessage reply)
    {
        Assert.True(reply.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", Assert.Single(reply.Headers.GetValues("Referrer-Policy")));
        Assert.StartsWith("noindex", Assert.Single(reply.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, Networks>());
    }

    private sealed class Networks : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (context.Request.Headers["X-Test-Network"] is [{ } address]) context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return rest(context);
            });
            next(app);
        };
    }
}
