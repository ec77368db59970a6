using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Outbox;
using Roundup.Data.People;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account;

/// <summary>Mails about somebody's account, to its address. They go with the caller's save.</summary>
public sealed class AccountMail(RoundupDb db, OwnAddress site, CurrentPublication current, TimeProvider clock)
{
    /// <summary>Strangers can ask for mails to any address: no more than this of one kind reach it.</summary>
    public const int ADay = 5;

    public bool CanWrite => site.IsKnown;

    /// <param name="kind">Of which no more than <see cref="ADay"/> are sent, where strangers can ask for it.</param>
    /// <param name="subject">Followed by where.</param>
    /// <param name="text">With its links in it.</param>
    /// <param name="isOwn">Whether only who has proven to be them can cause it.</param>
    public async Task QueueAsync(Person to, string kind, string subject, string text, bool isOwn, CancellationToken cancel = default)
    {
        var (now, key) = (clock.GetUtcNow(), string.Create(CultureInfo.InvariantCulture, $"account-{kind}-{to.Id}-"));
        var dayAgo = now.AddDays(-1);
        var sent = await db.Outbox.CountAsync(m => m.Key.StartsWith(key) && m.CreatedAt > dayAgo, cancel);
        if (!CanWrite || (sent >= ADay && !isOwn)) return;

        var title = (await current.ShownAsync()).Title;
        var body = $"{text}\n\n-- \nYou get this because of an account with this address at {title}:\n{site.Of("/account")}\n";
        db.Add(new QueuedMail($"{key}{now.UtcTicks}-{sent}", to.Email!, $"{subject} at {title}", body, null, now));
    }

    public string Link(string path) => site.Of(path);

    /// <summary>A link that only who reads the mail has.</summary>
    public string Link(string path, Person to, string code) => site.Of(string.Create(CultureInfo.InvariantCulture, $"{path}?id={to.Id}&code={Uri.EscapeDataString(code)}"));
}
