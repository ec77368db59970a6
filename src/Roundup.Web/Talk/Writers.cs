using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Discussion;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Web.Areas.Account;
using Roundup.Web.Security;

namespace Roundup.Web.Talk;

/// <summary>
/// Who is writing: whoever is signed in; a guest whose browser opened their private link before; else whoever was typed, which has to be
/// shown by a mail. Nothing is saved here: the caller saves once.
/// </summary>
public sealed class Writers(RoundupDb db, TalkMail mail, PrintedNames names, TimeProvider clock)
{
    /// <summary>Carries the private link's token of a guest, so that their next words need no mail. No public page reads it, only the forms do.</summary>
    private const string CookieName = "roundup-writer";

    /// <summary>How many words of one day may wait for one address to be confirmed: the mails that ask for it are not to be a nuisance.</summary>
    public const int UnconfirmedAtMost = 5;

    /// <summary>How much one writer may send in an hour.</summary>
    public const int AnHour = 30;

    /// <param name="IsProven">Whether the address is shown to be theirs.</param>
    /// <param name="FromDesk">Whether they are signed in and edit here.</param>
    public sealed record Writer(Commenter Commenter, string Name, bool IsProven, bool FromDesk);

    /// <summary>For a form: what need not be asked. Null for a stranger.</summary>
    public async Task<Writer?> KnownAsync(HttpContext http, CancellationToken cancel = default)
    {
        if (await SignedInAsync(http, cancel) is { Email: { } email } person)
        {
            var address = OwnWords.KeyOf(email);
            var there = await db.Commenters.Where(c => c.PersonId == person.Id || c.Email == address).OrderByDescending(c => c.PersonId == person.Id).FirstOrDefaultAsync(cancel)
                ?? new Commenter(address, person.Name, Secret.Make(), clock.GetUtcNow());
            // Anyone can register any address, and type any when they are invited: only whoever showed that it is theirs has what a guest wrote under it.
            var isProven = person.EmailConfirmed || (person.Role >= Role.Editor && (there.Id == 0 || there.PersonId == person.Id));
            if (there.PersonId != person.Id && isProven) there.Belong(person.Id);
            var name = Commenter.ReadName(person.Name, out var printed) is null ? printed : "Reader";
            return new(there, name, isProven, person.Role >= Role.Editor);
        }

        return http.Request.Cookies[CookieName] is { } token && await db.CommenterAsync(token, cancel) is { } guest ? new(guest, guest.Name, IsProven: true, FromDesk: false) : null;
    }

    /// <param name="name">As typed; not read where somebody is signed in.</param>
    /// <param name="email">As typed; not read where somebody is signed in.</param>
    public async Task<(Refusal? Refusal, Writer? Writer)> FindAsync(HttpContext http, string name, string email, CancellationToken cancel = default)
    {
        var known = await KnownAsync(http, cancel);
        var isPerson = http.User.Id() is not null && known is not null;
        if (!isPerson && email is "" && known is not null) email = known.Commenter.Email;
        if (!isPerson)
        {
            (var odd, name) = await names.ReadAsync(name is "" && known is not null ? known.Name : name, oneself: null, cancel);
            if (odd is not null) return (odd, null);
            if (Commenter.Address(email) is not { } address) return (new("Give an e-mail address that mail reaches: like ann@example.org.", "Email"), null);
            if (known?.Commenter.Email != address) known = await StrangerAsync(address, name, cancel);
            known = known! with { Name = name };
        }

        if (db.Entry(known!.Commenter).State is EntityState.Detached) db.Add(known.Commenter);
        return await TooMuchAsync(known, cancel) is { } refusal ? (refusal, null) : (null, known);
    }

    /// <summary>Remembers in this browser who opened their private link.</summary>
    public static void Remember(HttpContext http, Commenter commenter) => http.Response.Cookies.Append(CookieName, commenter.Token, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(365),
        IsEssential = true,
    });

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(CookieName);

    private async Task<Person?> SignedInAsync(HttpContext http, CancellationToken cancel) =>
        http.User.Id() is { } id ? await db.Users.SingleOrDefaultAsync(p => p.Id == id && p.LeftAt == null, cancel) : null;

    private async Task<Writer> StrangerAsync(string address, string name, CancellationToken cancel)
    {
        var there = await db.Commenters.SingleOrDefaultAsync(c => c.Email == address, cancel);
        return new(there ?? new Commenter(address, name, Secret.Make(), clock.GetUtcNow()), name, IsProven: false, FromDesk: false);
    }

    private async Task<Refusal?> TooMuchAsync(Writer writer, CancellationToken cancel)
    {
        if (!writer.IsProven && !mail.CanWrite) return new("Guests can't write here yet: the site does not know its own address, which the mail to them needs (Site:Url). Sign in, or tell the editors.");
        if (writer.Commenter.Id == 0 || writer is { FromDesk: true, IsProven: true }) return null;

        var (id, since) = (writer.Commenter.Id, clock.GetUtcNow().AddHours(-1));
        var lately = await db.Comments.CountAsync(c => c.CommenterId == id && c.WrittenAt > since, cancel) + await db.SuggestionVoices.CountAsync(v => v.CommenterId == id && v.At > since && v.CommentId == null, cancel);
        if (lately >= AnHour) return new($"At most {AnHour} comments and suggestions an hour. Keep what you wrote, and send it later.");
        if (writer.IsProven) return null;

        // Whoever lost the mails, or had their address typed by somebody else, can write again the next day.
        var today = clock.GetUtcNow().AddDays(-1);
        var waiting = await db.Comments.CountAsync(c => c.CommenterId == id && c.ConfirmedAt == null && c.State == CommentState.Held && c.WrittenAt > today, cancel)
            + await db.SuggestionVoices.CountAsync(v => v.CommenterId == id && v.ConfirmedAt == null && v.CommentId == null && v.At > today, cancel);
        return waiting < UnconfirmedAtMost ? null : new("Confirm first what waits: the mails that ask for it are on their way to this address.", "Email");
    }
}
