using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.Inbox;
using Roundup.Data.People;
using Roundup.Web.Talk;

namespace Roundup.Browser.Tests.Accessibility;

/// <summary>Where in the scene a page is: the numbers and secrets that stand in its address.</summary>
internal static class Places
{
    public static async Task<string> FillInAsync(BrowserSite site, string path)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var (db, people) = (scope.ServiceProvider.GetRequiredService<RoundupDb>(), scope.ServiceProvider.GetRequiredService<UserManager<Person>>());
        async Task<int> Paper(string arxiv) => (await db.Papers.SingleAsync(p => p.Identifiers.Any(i => i.Value == arxiv))).Id;
        async Task<int> Entry(string arxiv) => await db.Entries.Where(e => e.Paper.Identifiers.Any(i => i.Value == arxiv)).OrderBy(e => e.Id).Select(e => e.Id).LastAsync();
        async Task<int> Said(string by) => (await db.Comments.OrderBy(c => c.Id).LastAsync(c => c.Name == by)).Id;
        Task<Person> Bo() => db.Users.SingleAsync(p => p.Email == SceneOfPeople.Email);

        var places = new Dictionary<string, Func<Task<string>>>
        {
            ["said"] = async () => $"{await Said("Hanna Lindqvist")}",
            ["own"] = async () => $"{await Said("A reader who waits")}",
            ["known"] = async () => $"{await Paper(Scene.KnownId)}",
            ["wide"] = async () => $"{await Paper("2301.00001")}",
            ["twin"] = async () => $"{await Paper("2209.10652")}",
            ["other-twin"] = async () => $"{await Paper("2209.99999")}",
            ["kept"] = async () => $"{await Paper("2201.02177")}",
            ["known-entry"] = async () => $"{await Entry(Scene.KnownId)}",
            ["wide-entry"] = async () => $"{await Entry("2301.00001")}",
            ["opined-entry"] = async () => $"{await Entry("1803.05407")}",
            ["opinion"] = async () => $"{await db.Entries.Where(e => e.Issue.Number == Scene.Draft).SelectMany(e => e.Opinions).Select(o => o.Id).SingleAsync()}",
            ["item"] = async () => $"{await db.Inbox.Waiting.OrderBy(i => i.Id).Select(i => i.Id).LastAsync()}",
            ["name"] = async () => $"{await db.Papers.SelectMany(p => p.Identifiers).Where(i => i.Value == Scene.KnownId).Select(i => i.Id).SingleAsync()}",
            ["link"] = async () => $"{await db.PreviewLinks.OrderBy(l => l.Id).Where(l => l.RevokedAt == null).Select(l => l.Id).FirstAsync()}",
            ["dead-link"] = () => Task.FromResult(Uri.EscapeDataString(Scene.Code)),
            ["invitation"] = async () => $"{await db.Invitations.Select(i => i.Id).SingleAsync()}",
            ["token"] = async () => $"{await db.ApiTokens.Select(t => t.Id).SingleAsync()}",
            ["person"] = async () => $"{(await Bo()).Id}",
            ["confirm-code"] = async () => Uri.EscapeDataString(await people.GenerateEmailConfirmationTokenAsync(await Bo())),
            ["reset-code"] = async () => Uri.EscapeDataString(await people.GeneratePasswordResetTokenAsync(await Bo())),
            ["digest"] = async () => scope.ServiceProvider.GetRequiredService<DigestLink>().PathOf((await Bo()).Id).Split('/')[^1],
        };
        foreach (var (word, found) in places)
            if (path.Contains($"{{{word}}}", StringComparison.Ordinal)) path = path.Replace($"{{{word}}}", await found(), StringComparison.Ordinal);
        return path;
    }
}
