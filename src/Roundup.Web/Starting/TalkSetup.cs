using Roundup.Web.Talk;

namespace Roundup.Web.Starting;

internal static class TalkSetup
{
    public static void AddTalk(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Writers>().AddScoped<SpamGuard>().AddScoped<TalkMail>();
        services.AddScoped<NamedPapers>().AddScoped<SuggestedPapers>().AddScoped<SuggestionFates>().AddScoped<SuggestionMail>().AddScoped<SuggestionPlacing>().AddScoped<SuggestionIntake>().AddScoped<TalkNotices>();
    }
}
