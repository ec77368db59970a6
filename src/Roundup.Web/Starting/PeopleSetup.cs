using Microsoft.AspNetCore.Identity;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Web.Areas.Account;
using Roundup.Web.Security;

namespace Roundup.Web.Starting;

internal static class PeopleSetup
{
    public static void AddPeople(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<Person>(identity =>
            {
                // NIST SP 800-63B-4: length counts, composition doesn't.
                identity.Password = new PasswordOptions { RequiredLength = 15, RequiredUniqueChars = 5, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
                identity.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 10, DefaultLockoutTimeSpan = TimeSpan.FromHours(1) };
                // The user name is the address, whatever letters that has.
                identity.User = new UserOptions { RequireUniqueEmail = true, AllowedUserNameCharacters = "" };
            })
            .AddEntityFrameworkStores<RoundupDb>()
            .AddSignInManager<SignIns>()
            .AddClaimsPrincipalFactory<RoleClaims>()
            .AddDefaultTokenProviders();
        builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        builder.Services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
        builder.AddCookies();
        builder.AddPasskeys();
        builder.Services.AddScoped(services => (SignIns)services.GetRequiredService<SignInManager<Person>>());
        builder.Services.AddScoped<ISecurityStampValidator, AttendanceCheck>();
        builder.Services.AddScoped<SetUpLink>().AddScoped<AccountMail>().AddScoped<PrintedNames>().AddScoped<RecoveryCodes>().AddScoped<OwnData>().AddScoped<Farewell>().AddScoped<PasswordEffort>();
        builder.AddPolicies();
    }

    private static void AddCookies(this WebApplicationBuilder builder)
    {
        var secure = builder.Configuration.GetSection(SiteOptions.Section).Get<SiteOptions>()?.IsSecure is true;
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = secure ? "__Host-roundup" : "roundup";
            cookie.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = SignIns.Longest;
            (cookie.LoginPath, cookie.LogoutPath, cookie.AccessDeniedPath) = ("/account/sign-in", "/account/sign-out", "/account/denied");
            cookie.Events.AnswerScripts();
        }));
    }

    private static void AddPasskeys(this WebApplicationBuilder builder) => builder.Services.Configure<IdentityPasskeyOptions>(passkeys =>
    {
        // One that its holder unlocks is both factors, and it is found without typing an address.
        (passkeys.UserVerificationRequirement, passkeys.ResidentKeyRequirement) = ("required", "required");
        var site = builder.Configuration.GetSection(SiteOptions.Section).Get<SiteOptions>() ?? new();
        if (Uri.TryCreate(site.Url, UriKind.Absolute, out var own)) passkeys.ServerDomain = own.Host;
        // Identity compares with the Origin header, which a page that tells nobody where it is (Referrer-Policy) sends as "null".
        passkeys.ValidateOrigin = made => ValueTask.FromResult(!made.CrossOrigin && made.Origin == site.OriginOf(made.HttpContext.Request));
    });

    private static void AddPolicies(this WebApplicationBuilder builder) =>
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Desk, policy => policy.RequireRole(nameof(Role.Contributor), nameof(Role.Editor), nameof(Role.Owner)))
            .AddPolicy(Policies.Publish, policy => policy.RequireRole(nameof(Role.Editor), nameof(Role.Owner)))
            .AddPolicy(Policies.Own, policy => policy.RequireRole(nameof(Role.Owner)));
}
