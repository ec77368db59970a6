using Roundup.Web.Site;
using Roundup.Web.Talk;

namespace Roundup.Web.Starting;

internal static class TalkSetup
{
    public static void AddTalk(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<OwnAddress>();
        services.AddScoped<Writers>().AddScoped<SpamGuard>().AddScoped<TalkMail>();
        services.AddScoped<SuggestionIntake>().AddScoped<TalkNotices>();
    }
}
