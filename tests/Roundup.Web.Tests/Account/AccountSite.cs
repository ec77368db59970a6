using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Roundup.Data.Outbox;
using Roundup.Data.People;
using Roundup.Web.Tests.Desk;

namespace Roundup.Web.Tests.Account;

/// <summary>The site with readers who register, sign in and read their mail. Mails stay in the outbox: a test reads them there.</summary>
public class AccountSite : DeskSite
{
    public const string Password = "a sentence that is long enough";

    /// <summary>A browser that keeps cookies by the site's clock, and names itself.</summary>
    public Seat Browser(string agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", string host = "localhost")
    {
        var client = CreateDefaultClient(new Uri($"http://{host}"), new Jar(Clock));
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        return new Seat(client);
    }

    /// <summary>Somebody whose address is confirmed.</summary>
    public Task<Person> ReaderAsync(string email, string name = "Rea Der", Role role = Role.Reader, bool confirmed = true) => WithPeopleAsync(async people =>
    {
        var person = new Person { UserName = email, Email = email, Name = name, Role = role, CreatedAt = Clock.GetUtcNow(), EmailConfirmed = confirmed };
        Assert.True((await people.CreateAsync(person, Password)).Succeeded);
        return person;
    });

    /// <summary>Services as a request has them: from it the site learns its own address, which a mail needs.</summary>
    public AsyncServiceScope Requested()
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { Request = { Scheme = "http", Host = new("localhost") }, RequestServices = scope.ServiceProvider };
        return scope;
    }

    public async Task<T> WithPeopleAsync<T>(Func<UserManager<Person>, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<UserManager<Person>>());
    }

    public async Task<Seat> SignedInAsync(string email, string agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    {
        var seat = Browser(agent);
        using var reply = await SignInAsync(seat, email);
        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        return seat;
    }

    public static Task<HttpResponseMessage> SignInAsync(Seat seat, string email, string password = Password) =>
        seat.SendAsync("/account/sign-in", "form[data-keeps-fragment]", ("Input.Email", email), ("Input.Password", password));

    public static Task<HttpResponseMessage> RegisterAsync(Seat seat, string email, string name = "Ann Reader", string password = Password) =>
        seat.SendAsync("/account/register", "main form", ("Input.Name", name), ("Input.Email", email), ("Input.Password", password));

    public Task<List<QueuedMail>> MailsAsync(string to) => WithDbAsync(db => db.Outbox.Where(m => m.To == to).OrderBy(m => m.Id).ToListAsync());

    /// <summary>The path behind a link of a mail.</summary>
    public static string LinkIn(QueuedMail mail, string path) => Regex.Match(mail.Text, @$"http://localhost({Regex.Escape(path)}\?\S+)").Groups[1].Value is { Length: > 0 } link ? link : throw new InvalidOperationException(mail.Text);

    /// <summary>What an authenticator app shows for a key now (RFC 6238 with SHA-1 and six digits).</summary>
    public static string CodeFor(string key, int stepsAhead = 0)
    {
        var (bits, bytes) = ("", new List<byte>());
        foreach (var letter in key.Replace(" ", "", StringComparison.Ordinal)) bits += Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0');
        for (var i = 0; i + 8 <= bits.Length; i += 8) bytes.Add(Convert.ToByte(bits.Substring(i, 8), 2));
        var step = BitConverter.GetBytes((TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsAhead);
        Array.Reverse(step);
        var hash = System.Security.Cryptography.HMACSHA1.HashData(bytes.ToArray(), step);
        var at = hash[^1] & 15;
        return $"{(((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3]) % 1_000_000:D6}";
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // Nothing is sent behind a test's back.
        builder.ConfigureTestServices(services =>
        {
            foreach (var job in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name is "MailJob").ToList()) services.Remove(job);
        });
    }

    private sealed class Jar(TimeProvider clock) : DelegatingHandler
    {
        private readonly Dictionary<string, string> _kept = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != HttpMethod.Get && !request.Headers.Contains("Origin")) request.Headers.Add("Origin", request.RequestUri!.GetLeftPart(UriPartial.Authority));
            if (_kept.Count > 0) request.Headers.Add("Cookie", string.Join("; ", _kept.Select(c => $"{c.Key}={c.Value}")));
            var reply = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in reply.Headers.TryGetValues("Set-Cookie", out var set) ? set : []) Keep(cookie);
            return reply;
        }

        private void Keep(string cookie)
        {
            var (name, value) = (cookie[..cookie.IndexOf('=', StringComparison.Ordinal)], cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
            var ends = Regex.Match(cookie, "expires=([^;]+)", RegexOptions.IgnoreCase);
            if (value is "" || (ends.Success && DateTimeOffset.Parse(ends.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) < clock.GetUtcNow())) _kept.Remove(name);
            else _kept[name] = value;
        }
    }
}
