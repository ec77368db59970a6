using Microsoft.Extensions.Options;
using Roundup.Data.Starting;
using Roundup.Formats.Maths;
using Roundup.Web.Sample;
using Serilog;

namespace Roundup.Web.Starting;

/// <summary>From settings to a running site.</summary>
public static class Serving
{
    public static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        // Run from build output, the files stand where the manifest says, in every environment and not only in Development.
        builder.WebHost.UseStaticWebAssets();
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateScopes, provider.ValidateOnBuild) = (true, true));
        builder.AddLog();
        builder.AddHost();
        builder.AddKeeping();
        builder.AddJobs();
        builder.AddSchedule();
        builder.Services.AddTalk();
        builder.Services.AddReading();
        builder.AddPeople();
        builder.AddPages();
        return builder.Build();
    }

    public static async Task<int> RunAsync(string[] settings, bool sample, CancellationToken cancel)
    {
        await using var app = Build(settings);
        app.UseRoundup();
        TexMaths.WarmUp();
        if (!await PrepareAsync(app.Services, sample, cancel)) return 1;

        await app.RunAsync(cancel);
        return 0;
    }

    private static async Task<bool> PrepareAsync(IServiceProvider services, bool sample, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            scope.ServiceProvider.GetService<IStartupValidator>()?.Validate();
            await scope.ServiceProvider.GetRequiredService<DatabaseStart>().RunAsync(cancel);
            if (sample) await scope.ServiceProvider.GetRequiredService<SampleSite>().EnsureAsync(cancel);
            return true;
        }
        catch (Exception refusal) when (refusal is StartRefusedException or OptionsValidationException)
        {
            Log.Fatal("{Reason}", refusal.Message);
            return false;
        }
    }
}
