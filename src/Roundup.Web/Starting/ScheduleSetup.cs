using Microsoft.Extensions.Options;
using Roundup.Web.Jobs;
using Roundup.Web.Mail;
using Roundup.Web.Releasing;

namespace Roundup.Web.Starting;

/// <summary>What keeps the week, and sends what is to be told.</summary>
public static class ScheduleSetup
{
    internal static void AddSchedule(this WebApplicationBuilder builder) => builder.Services.AddSchedule(
        builder.Configuration.GetSection(MailOptions.Section), Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["Data:Directory"] ?? "data"));

    /// <param name="data">The data folder: without a mail server mails become files in it.</param>
    public static void AddSchedule(this IServiceCollection services, IConfiguration mail, string data)
    {
        services.AddOptions<MailOptions>().Bind(mail).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, SoundMail>();
        services.AddSingleton<Func<IPost>>(provider => () =>
            provider.GetRequiredService<IOptions<MailOptions>>().Value is { HasServer: true } options ? new SmtpPost(options) : new MailFolder(Path.Combine(data, "mail")));
        services.AddSingleton(new LocalMail(Path.Combine(data, "mail")));
        services.AddScoped<IssueRelease>();
        services.AddScoped<SlotNotices>();
        services.AddSingleton<SlotRound>();
        services.AddSingleton<MailRound>();
        services.AddHostedService<SlotJob>();
        services.AddHostedService<MailJob>();
    }

    private sealed class SoundMail : IValidateOptions<MailOptions>
    {
        public ValidateOptionsResult Validate(string? name, MailOptions options) => options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
