using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Roundup.Web.Commands;

namespace Roundup.Web.Tests.Public;

/// <summary>What the image's health check says: on a real server, which alone filters host names as the site's does.</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("papers.example;www.papers.example")]
    [InlineData("*.papers.example")]
    [InlineData("bücher.example")]
    public async Task A_site_that_answers_to_its_own_names_alone_says_that_it_is_well(string names)
    {
        await using var site = await StartAsync(names, StatusCodes.Status200OK);

        Assert.Equal((0, "200 OK"), await HealthAsync($"--Urls={AddressOf(site)}", $"--AllowedHosts={names}"));
    }

    [Theory]
    [InlineData("--Urls=http://*:{0};https://*:1")]
    [InlineData("--Urls=http://0.0.0.0:{0}")]
    [InlineData("--HTTP_PORTS={0};1")]
    [InlineData("http://127.0.0.1:{0}/health/ready")]
    public async Task It_is_asked_where_the_settings_say_that_it_listens(string where)
    {
        await using var site = await StartAsync("*", StatusCodes.Status503ServiceUnavailable);

        Assert.Equal((1, "503 Service Unavailable"), await HealthAsync(where.Replace("{0}", $"{AddressOf(site).Port}", StringComparison.Ordinal)));
    }

    private static async Task<WebApplication> StartAsync(string names, int status)
    {
        var builder = WebApplication.CreateBuilder(["--Urls=http://127.0.0.1:0", $"--AllowedHosts={names}"]);
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.MapGet("/health/ready", () => Results.StatusCode(status));
        await site.StartAsync();
        return site;
    }

    private static Uri AddressOf(WebApplication site) => new(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static async Task<(int Code, string Said)> HealthAsync(params string[] words)
    {
        await using var said = new StringWriter();
        var code = await RoundupCommands.Root().Parse(["health", .. words]).InvokeAsync(new InvocationConfiguration { Output = said });
        return (code, said.ToString().Trim());
    }
}
