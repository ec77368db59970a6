using Roundup.Web.Talk;

namespace Roundup.Web.Starting;

internal static class TalkSetup
{
    public static void AddTalk(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Writers>().AddScoped<SpamGuard>().AddScoped<TalkMail>();
        services.AddScoped<CommentIntake>();
        services.AddScoped<SuggestionIntake>().AddScoped<TalkNotices>();
    }
}
