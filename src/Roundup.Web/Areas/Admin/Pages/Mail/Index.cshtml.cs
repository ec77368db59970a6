using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Web.Mail;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin.Pages.Mail;

/// <summary>What becomes of the mail that the site sends.</summary>
[Authorize(Policies.Publish)]
public sealed class IndexModel(RoundupDb db, IOptions<MailOptions> options, TimeProvider clock) : PageModel
{
    private const int AtMost = 50;

    public sealed record Row(int Id, string To, string Subject, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, DateTimeOffset NextAt, int Attempts, string Error);

    /// <param name="MayTry">Whether somebody has to say what becomes of them.</param>
    public sealed record Part(string Id, string Heading, string Note, IReadOnlyList<Row> Rows, int Count, bool MayTry);

    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public bool HasServer => options.Value.Host is not "";

    public bool IsPaused => options.Value.Paused;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Parts =
        [
            await ReadAsync("uncertain", "Nobody knows", "Handed over, and then nothing was heard. Each may have arrived: it is never repeated by itself.", db.Outbox.Uncertain(now).OrderBy(m => m.Id), true, cancel),
            await ReadAsync("failed", "Given up", "", db.Outbox.GivenUp.OrderByDescending(m => m.Id), true, cancel),
            await ReadAsync("waiting", "Waiting", "", db.Outbox.Unclaimed.OrderBy(m => m.NextAt), false, cancel),
            await ReadAsync("sent", "Sent", "", db.Outbox.Where(m => m.SentAt != null).OrderByDescending(m => m.SentAt), false, cancel),
        ];
    }

    private static async Task<Part> ReadAsync(string id, string heading, string note, IQueryable<QueuedMail> mails, bool mayTry, CancellationToken cancel)
    {
        var rows = await mails.Take(AtMost).Select(m => new Row(m.Id, m.To, m.Subject, m.CreatedAt, m.SentAt, m.NextAt, m.Attempts, m.Error)).ToListAsync(cancel);
        return new(id, heading, note, rows, rows.Count < AtMost ? rows.Count : await mails.CountAsync(cancel), mayTry);
    }
}
