using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using Roundup.Data.Outbox;
using Roundup.Data.People;
using Roundup.Web.Mail;
using Roundup.Web.Starting;

namespace Roundup.Web.Tests.Schedule;

public sealed class MailTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_letter_arrives_once_and_cannot_be_made_to_say_more_than_it_does()
    {
        await using var smtp = new FakeSmtp();
        await using var site = Site(smtp);
        await QueueAsync(site, "a:1", "ines@example.org", "Größe\r\nBcc: everyone@example.org\u2028X-Evil: yes", "Hello.\r\n.\r\nDATA\r\n");

        await SendAsync(site);
        await SendAsync(site);

        var (to, text) = Assert.Single(smtp.Heard);
        Assert.Equal("ines@example.org", to);
        var letter = Parse(text);
        Assert.Equal("Größe Bcc: everyone@example.org X-Evil: yes", letter.Subject);
        Assert.Empty(letter.Bcc);
        Assert.Equal(("auto-generated", "Roundup <roundup@papers.example>"), (letter.Headers[HeaderId.AutoSubmitted], letter.From.ToString().Replace("\"", "", StringComparison.Ordinal)));
        Assert.EndsWith("@papers.example", letter.MessageId, StringComparison.Ordinal);
        Assert.IsType<TextPart>(letter.Body);
        Assert.StartsWith("Hello.", letter.TextBody, StringComparison.Ordinal);
        Assert.NotNull((await MailAsync(site, "a:1")).SentAt);
    }

    [Fact]
    public async Task A_letter_with_HTML_has_its_text_too()
    {
        await using var smtp = new FakeSmtp();
        await using var site = Site(smtp);
        await QueueAsync(site, "a:1", "ines@example.org", "Both", "Plain.", "<p>Rich.");

        await SendAsync(site);

        var letter = Parse(Assert.Single(smtp.Heard).Text);
        Assert.Equal("multipart/alternative", letter.Body!.ContentType.MimeType);
        Assert.Equal(("Plain.", "<p>Rich."), (letter.TextBody!.Trim(), letter.HtmlBody!.Trim()));
    }

    [Fact]
    public async Task What_a_server_does_to_one_letter_costs_the_others_nothing()
    {
        await using var smtp = new FakeSmtp();
        await using var site = Site(smtp);
        smtp.MoodFor = to => to.Split('@')[0] switch
        {
            "later" => FakeSmtp.Mood.RefusesForNow,
            "never" => FakeSmtp.Mood.RefusesForGood,
            "hang" => FakeSmtp.Mood.Hangs,
            "before" => FakeSmtp.Mood.DropsBefore,
            "after" => FakeSmtp.Mood.DropsAfterData,
            _ => FakeSmtp.Mood.Takes,
        };
        string[] names = ["first", "later", "never", "hang", "before", "after", "last"];
        foreach (var name in names) await QueueAsync(site, name, $"{name}@example.org", name, "Hello.");
        await QueueAsync(site, "odd", "no address\r\nat all", "odd", "Hello.");

        await SendAsync(site);

        async Task<string> FateAsync(string key) => await MailAsync(site, key) switch
        {
            { SentAt: not null } => "sent",
            { FailedAt: not null } => "given up",
            { ClaimedAt: not null, Error: not "" } => "uncertain",
            var mail => $"again at {mail.NextAt - site.Clock.GetUtcNow()}",
        };
        Assert.Equal(["sent", "again at 00:01:00", "given up", "again at 00:01:00", "again at 00:01:00", "uncertain", "sent"], await Task.WhenAll(names.Select(FateAsync)));
        Assert.Equal("given up", await FateAsync("odd"));
        Assert.Contains("550 No such person", (await MailAsync(site, "never")).Error, StringComparison.Ordinal);

        // Tomorrow: what was refused for a while arrives; what nobody knows of is not repeated.
        smtp.MoodFor = _ => FakeSmtp.Mood.Takes;
        site.Clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(site);
        Assert.Equal(["sent", "sent", "given up", "sent", "sent", "uncertain", "sent"], await Task.WhenAll(names.Select(FateAsync)));
        Assert.Equal(1, smtp.Heard.Count(h => h.To == "after@example.org"));
        output.WriteLine($"FIGURE: letters heard by a server that refuses, hangs and hangs up, duplicates = {smtp.Heard.Count - smtp.Heard.Distinct().Count()} of {smtp.Heard.Count}");
    }

    [Fact]
    public async Task A_server_that_keeps_refusing_is_given_up_after_two_days()
    {
        await using var smtp = new FakeSmtp { MoodFor = _ => FakeSmtp.Mood.RefusesForNow };
        await using var site = Site(smtp);
        await QueueAsync(site, "a", "ines@example.org", "Soon", "Hello.");

        for (var hour = 0; hour < 60; hour++)
        {
            await SendAsync(site);
            site.Clock.Advance(TimeSpan.FromHours(1));
        }

        var mail = await MailAsync(site, "a");
        Assert.NotNull(mail.FailedAt);
        Assert.Equal(8, mail.Attempts);
    }

    [Fact]
    public async Task A_letter_that_a_killed_process_had_claimed_is_shown_and_sent_again_only_by_hand()
    {
        await using var smtp = new FakeSmtp();
        await using var site = Site(smtp);
        await QueueAsync(site, "a", "ines@example.org", "About the slot", "Hello.");
        await site.WithDbAsync(async db =>
        {
            (await db.Outbox.SingleAsync()).Claim("killed", site.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        site.Clock.Advance(TimeSpan.FromHours(1));
        await SendAsync(site);
        Assert.Empty(smtp.Heard);
        using var editor = await site.SeatAsync(Role.Editor);
        Assert.Contains("1 mail may have arrived or not", (await editor.ReadAsync("/admin")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("About the slot", (await editor.ReadAsync("/admin/mail")).QuerySelector("section:has(#uncertain)")!.TextContent, StringComparison.Ordinal);

        using var reply = await editor.SendAsync("/admin/mail", "form[action$=try-again]");
        await SendAsync(site);

        Assert.Single(smtp.Heard);
        Assert.Contains("About the slot", (await editor.ReadAsync("/admin/mail")).QuerySelector("section:has(#sent)")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_is_given_up_or_tried_again_at_the_desk()
    {
        await using var smtp = new FakeSmtp { MoodFor = _ => FakeSmtp.Mood.RefusesForNow };
        await using var site = Site(smtp);
        await QueueAsync(site, "a", "ines@example.org", "About the slot", "Hello.");
        await SendAsync(site);
        using var editor = await site.SeatAsync(Role.Editor);
        Assert.Contains("451 Try later", (await editor.ReadAsync("/admin/mail")).Body!.TextContent, StringComparison.Ordinal);

        using var given = await editor.SendAsync("/admin/mail", "form[action$=give-up]");
        Assert.NotNull((await MailAsync(site, "a")).FailedAt);
        Assert.Contains("1 mail could not be sent", (await editor.ReadAsync("/admin")).Body!.TextContent, StringComparison.Ordinal);
        smtp.MoodFor = _ => FakeSmtp.Mood.Takes;
        using var again = await editor.SendAsync("/admin/mail", "form[action$=try-again]");
        await SendAsync(site);

        Assert.NotNull((await MailAsync(site, "a")).SentAt);
    }

    [Fact]
    public async Task Without_a_server_mails_become_files_and_the_desk_says_so()
    {
        await using var site = new ScheduleSite();
        await QueueAsync(site, "a", "ines@example.org", "About the slot", "Hello.");

        await SendAsync(site);

        var file = Assert.Single(Directory.GetFiles(Path.Combine(site.DataDirectory, "mail")));
        Assert.Equal("About the slot", MimeMessage.Load(file, TestContext.Current.CancellationToken).Subject);
        using var editor = await site.SeatAsync(Role.Editor);
        Assert.Contains("No mail server is set", (await editor.ReadAsync("/admin/mail")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_sending_is_off_everything_waits()
    {
        await using var smtp = new FakeSmtp();
        await using var site = Site(smtp);
        site.Set("Mail:Paused", "true");
        await QueueAsync(site, "a", "ines@example.org", "About the slot", "Hello.");

        await SendAsync(site);

        Assert.Empty(smtp.Heard);
        using var editor = await site.SeatAsync(Role.Editor);
        Assert.Contains("Sending is off", (await editor.ReadAsync("/admin/mail")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:From", "nobody at all")]
    [InlineData("Mail:Timeout", "01:00:00")]
    [InlineData("Mail:Port", "0")]
    [InlineData("Mail:From", "")]
    public void Settings_that_make_no_sense_are_refused_at_the_start(string key, string value)
    {
        var settings = new Dictionary<string, string?> { ["Host"] = "mail.example", ["From"] = "roundup@papers.example", [key["Mail:".Length..]] = value };
        var services = new ServiceCollection();
        services.AddSchedule(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), "");
        using var provider = services.BuildServiceProvider();

        Assert.Contains(key, Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<MailOptions>>().Value).Message, StringComparison.Ordinal);
    }

    private static ScheduleSite Site(FakeSmtp smtp)
    {
        var site = new ScheduleSite();
        site.Set("Mail:Host", "127.0.0.1");
        site.Set("Mail:Port", $"{smtp.Port}");
        site.Set("Mail:Tls", "None");
        site.Set("Mail:From", "Roundup <roundup@papers.example>");
        // Only what hangs waits for it.
        site.Set("Mail:Timeout", "00:00:05");
        return site;
    }

    private static MimeMessage Parse(string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(text));
        return MimeMessage.Load(stream);
    }

    private static Task SendAsync(ScheduleSite site) => site.Services.GetRequiredService<MailRound>().RunAsync(TestContext.Current.CancellationToken);

    private static Task QueueAsync(ScheduleSite site, string key, string to, string subject, string text, string? html = null) => site.WithDbAsync(async db =>
    {
        await db.QueueAsync([new QueuedMail(key, to, subject, text, html, site.Clock.GetUtcNow())]);
        await db.SaveChangesAsync();
    });

    private static Task<QueuedMail> MailAsync(ScheduleSite site, string key) => site.WithDbAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Key == key));
}
