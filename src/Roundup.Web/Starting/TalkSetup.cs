using Roundup.Web.Jobs;
using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Starting;

/// <summary>What readers say, and what becomes of it.</summary>
public static class TalkSetup
{
    public static void AddTalk(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<OwnAddress>();
        services.AddScoped<Writers>().AddScoped<SpamGuard>().AddScoped<TalkMail>();
        services.AddScoped<CommentIntake>().AddScoped<TalkNotices>().AddScoped<Moderation>();
        services.AddScoped<NamedPapers>().AddScoped<SuggestedPapers>().AddScoped<SuggestionIntake>();
        services.AddScoped<SuggestionFates>().AddScoped<SuggestionMail>().AddScoped<SuggestionPlacing>().AddScoped<SuggestionThanks>();
        services.AddSingleton<CommentDigest>().AddSingleton<DigestLink>().AddSingleton<Unconfirmed>().AddSingleton<WorkChallenge>();
        services.AddHostedService<DigestJob>().AddHostedService<SweepJob>();
    }
}
