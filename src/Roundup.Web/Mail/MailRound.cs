using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Web.Jobs;

namespace Roundup.Web.Mail;

/// <summary>
/// Sends what waits. Each mail is claimed, in a save of its own, before it is handed over: of two instances one sends it, and after a kill in between it stays
/// claimed and is shown, for nobody can know whether it arrived.
/// </summary>
public sealed partial class MailRound(IServiceScopeFactory scopes, TimeProvider clock, IOptions<MailOptions> options, Func<IPost> post, ILogger<MailRound> log)
{
    private const int AtOnce = 50;

    /// <summary>Before the second attempt, the third and so on; after the last it is given up.</summary>
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24)];

    private readonly string _name = Guid.NewGuid().ToString("n");

    public async Task RunAsync(CancellationToken stop)
    {
        if (options.Value.Paused) return;

        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<RoundupDb>().Outbox.Due(clock.GetUtcNow()).Select(m => m.Id).Take(AtOnce).ToListAsync(stop);
        if (due is []) return;

        await using var office = post();
        foreach (var id in due)
        {
            stop.ThrowIfCancellationRequested();
            await SendAsync(office, id, stop);
        }
    }

    private async Task SendAsync(IPost office, int id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoundupDb>();
        if (await db.Outbox.Due(clock.GetUtcNow()).SingleOrDefaultAsync(m => m.Id == id, stop) is not { } mail) return;

        mail.Claim(_name, clock.GetUtcNow());
        if (await db.SaveAsync(stop) is not null) return;

        Note(mail, await HandOverAsync(office, mail, stop), clock.GetUtcNow());
        await SaveAsync(db);
    }

    private async Task<PostReply> HandOverAsync(IPost office, QueuedMail mail, CancellationToken stop)
    {
        try
        {
            return await office.SendAsync(Letter.Of(mail, options.Value.Sender), stop);
        }
        catch (FormatException mistake)
        {
            return new(PostReply.Fate.Never, mistake.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Only while the way is opened is a stop heard: nothing was handed over.
            return new(PostReply.Fate.Later, "The site was stopped.");
        }
    }

    private void Note(QueuedMail mail, PostReply reply, DateTimeOffset now)
    {
        if (reply.Became is PostReply.Fate.Taken) mail.NoteSent(now);
        else if (reply.Became is PostReply.Fate.Uncertain) mail.NoteUncertain(reply.Words is "" ? "The mail server did not answer." : reply.Words);
        else mail.NoteFailure(reply.Words, reply.Became is PostReply.Fate.Later && mail.Attempts <= Waits.Length ? now + Waits[mail.Attempts - 1] : null, now);

        if (reply.Became is not PostReply.Fate.Taken) LogTrouble(log, mail.Id, reply.Became, reply.Words);
    }

    /// <summary>It was sent: that must be written down, whatever else goes on. What can't be stays claimed, and is shown.</summary>
    private static async Task SaveAsync(RoundupDb db)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return;
            }
            catch (Exception busy) when (FillBook.IsOurs(busy) && attempt < 5)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), CancellationToken.None);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Id} was not sent ({Fate}): {Words}")]
    private static partial void LogTrouble(ILogger log, int id, PostReply.Fate fate, string words);
}
