using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.WebEncoders;
using Roundup.Web.Answers;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Starting;

internal static class PagesSetup
{
    /// <summary>How much text one form may carry, in characters: a pasted post of 4 MB and its outline.</summary>
    private const int FormText = 32 * 1024 * 1024;

    /// <summary>How many values one form may carry: an outline has three a line, and 500 papers have some 3,000 lines.</summary>
    private const int FormValues = 60_000;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        // While it is developed, ASP.NET Core would route every address to a look for a file that is new since the build, and say of all that is nowhere that
        // other methods are taken there.
        builder.WebHost.UseSetting("DisableStaticAssetNotFoundRuntimeFallback", "true");
        builder.Services.Configure<RouteOptions>(routes => (routes.LowercaseUrls, routes.AppendTrailingSlash) = (true, false));
        builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form => (form.ValueLengthLimit, form.ValueCountLimit) = (FormText, FormValues));
        builder.Services.AddAntiforgery(token => (token.Cookie.Name, token.FormFieldName, token.SuppressXFrameOptionsHeader) = ("roundup-form", "_token", true));
        builder.Services.AddRateLimits();
        PublicCompression.Add(builder.Services);
        // Letters of every script are written as they are; what could end a text or an attribute is still escaped.
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        builder.Services.AddRazorPages(pages =>
        {
            pages.Conventions.Add(new PageRouteTransformerConvention(new KebabCase()));
            pages.Conventions.AddPageRoute("/Papers/Known", "/doi/{**value}");
            pages.Conventions.Add(new PageMethods());
            pages.Conventions.AuthorizeAreaFolder("Admin", "/", Policies.Desk);
            // Elsewhere they have no address at all.
            if (!builder.Environment.IsDevelopment()) pages.Conventions.AddFolderRouteModelConvention("/Development", page => page.Selectors.Clear());
        })
        .AddMvcOptions(mvc =>
        {
            mvc.Filters.Add<CacheablePages>();
            mvc.ModelBinderProviders.Insert(0, new TypedText.Provider());
            mvc.MaxModelBindingCollectionSize = FormValues;
        });
    }

    public static void UseRoundup(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler("/error");
        // Within it: what failed has lost its headers, and the page that says so gets them anew.
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseStatusCodePagesWithReExecute("/error", "?status={0}");
        PublicCompression.Use(app);
        app.UseMiddleware<CarriedWords>();
        app.UseRouting();
        app.UseMiddleware<FetchMetadata>();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapStaticAssets();
        app.MapRazorPages();
        app.MapReading();
        app.MapMachines();
        // W3C, A Well-Known URL for Changing Passwords: where password programs take their user.
        app.MapRead("/.well-known/change-password", () => Results.Redirect("/account/password"));
        app.MapRead("/favicon.ico", () => Results.Redirect("/img/icon-192.png", permanent: true));
        app.MapHealthChecks("/health", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        app.Lifetime.ApplicationStarted.Register(() => _ = Welcome.SayAsync(app));
    }

    /// <summary>Addresses are words with hyphens: SignIn is /sign-in.</summary>
    private sealed class KebabCase : IOutboundParameterTransformer
    {
        public string? TransformOutbound(object? value) => value is null ? null
            : string.Concat(value.ToString()!.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
    }
}
