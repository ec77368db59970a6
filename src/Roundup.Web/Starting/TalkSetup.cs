using Roundup.Web.Jobs;
using Roundup.Web.Talk;

namespace Roundup.Web.Starting;

internal static class TalkSetup
{
    public static void AddTalk(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Writers>().AddScoped<SpamGuard>().AddScoped<TalkMail>();
        services.AddScoped<SuggestionIntake>().AddScoped<TalkNotices>().AddScoped<Moderation>();
        services.AddSingleton<CommentDigest>().AddSingleton<WorkChallenge>();
        services.AddHostedService<DigestJob>();
    }
}
