using Microsoft.AspNetCore.Identity;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Security;

namespace Roundup.Web.Starting;

internal static class PeopleSetup
{
    public static void AddPeople(this WebApplicationBuilder builder)
    {
        var secure = builder.Configuration.GetSection("Site").Get<SiteOptions>()?.IsSecure is true;
        builder.Services.AddIdentityCore<Person>(identity =>
            {
                // NIST SP 800-63B-4: length counts, composition doesn't.
                identity.Password = new PasswordOptions { RequiredLength = 15, RequiredUniqueChars = 5, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 10, DefaultLockoutTimeSpan = TimeSpan.FromHours(1) };
                identity.User.RequireUniqueEmail = true;
            })
            .AddEntityFrameworkStores<RoundupDb>()
            .AddSignInManager<SignIns>()
            .AddClaimsPrincipalFactory<RoleClaims>()
            .AddDefaultTokenProviders();
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        builder.Services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = secure ? "__Host-roundup" : "roundup";
            cookie.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            (cookie.LoginPath, cookie.LogoutPath, cookie.AccessDeniedPath) = ("/account/sign-in", "/account/sign-out", "/account/denied");
            cookie.Events.AnswerScripts();
        }));
        builder.Services.AddScoped<SetUpLink>();
        builder.AddPolicies();
    }

    private static void AddPolicies(this WebApplicationBuilder builder) =>
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Desk, policy => policy.RequireRole(nameof(Role.Contributor), nameof(Role.Editor), nameof(Role.Owner)))
            .AddPolicy(Policies.Publish, policy => policy.RequireRole(nameof(Role.Editor), nameof(Role.Owner)))
            .AddPolicy(Policies.Own, policy => policy.RequireRole(nameof(Role.Owner)));
}
