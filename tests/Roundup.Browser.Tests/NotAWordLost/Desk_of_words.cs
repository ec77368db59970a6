using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Roundup.Browser.Tests.Harness;
using Roundup.Data;
using Roundup.Data.Issues;
using Roundup.Data.People;
using Roundup.Model.Issues;
using Roundup.Model.Papers;
using Roundup.Model.Text;

namespace Roundup.Browser.Tests.NotAWordLost;

/// <summary>An issue with cards to write on, and what is kept of them.</summary>
internal static class Desk_of_words
{
    /// <summary>For everything that has to happen by itself, on a machine that may be busy.</summary>
    public const float Patience = 60_000;

    private const string Password = "a sentence that is long enough";

    private static readonly DateTimeOffset Now = BrowserSite.Start.AddHours(-5);

    /// <summary>Papers without an id, about which no source is asked.</summary>
    public static async Task<Issue> DraftAsync(RoundupDb db, int papers)
    {
        var number = 1 + (await db.Issues.MaxAsync(i => (int?)i.Number) ?? 0);
        var issue = new Issue(number, Now);
        Assert.Null(issue.Name($"Shelf {number}", "", Now));
        for (var n = 1; n <= papers; n++)
        {
            var paper = new Paper($"Paper {n} of shelf {number}", Now);
            Assert.Null(paper.Describe(new(paper.Title, SafeHtml.Empty), [], Formats.PlainText.Render(""), "", "", Now));
            issue.Add(paper, Now);
        }

        db.Add(issue);
        await db.SaveChangesAsync();
        return issue;
    }

    public static async Task<Issue> DraftAsync(BrowserSite site, int papers = 1)
    {
        await Desk.OpenAsync(site);
        await using var scope = site.Services.CreateAsyncScope();
        return await DraftAsync(scope.ServiceProvider.GetRequiredService<RoundupDb>(), papers);
    }

    /// <summary>A second person at the desk.</summary>
    public static async Task SeatBoAsync(BrowserSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        if (await people.FindByEmailAsync("bo@example.org") is null)
            Assert.True((await people.CreateAsync(new Person { UserName = "bo@example.org", Email = "bo@example.org", Name = "Bo", Role = Role.Editor }, Password)).Succeeded);
    }

    public static async Task SignInAsync(ILocator form, string email, string password = Password)
    {
        await form.GetByLabel("E-mail address").FillAsync(email);
        await form.GetByLabel("Password").FillAsync(password);
        await form.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>What is kept of each card, in order; null where nobody has said anything.</summary>
    public static async Task<IReadOnlyList<string?>> KeptAsync(RoundupDb db, int number) =>
        [.. (await db.Issues.Whole.AsNoTracking().SingleAsync(i => i.Number == number)).Entries.OrderBy(e => e.Position).Select(e => e.Opinions.SingleOrDefault()?.Words.Source)];

    public static async Task<string?> KeptAsync(BrowserSite site, int number)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await KeptAsync(scope.ServiceProvider.GetRequiredService<RoundupDb>(), number))[0];
    }

    public static async Task<ILocator> OpenAsync(IPage page, Issue issue, int card = 0)
    {
        await page.GotoAsync($"/admin/issues/{issue.Number}/edit?open={issue.Entries[card].Id}");
        return page.Locator($"#o-{issue.Entries[card].Id}");
    }

    /// <summary>Waits until the form around a field is in a state.</summary>
    public static Task IsAsync(ILocator field, string state) =>
        Assertions.Expect(field.Locator("xpath=ancestor::saving-form")).ToHaveAttributeAsync("state", state, new() { Timeout = Patience });

    public static ILocator Said(ILocator field) => field.Locator("xpath=ancestor::saving-form").Locator(".said");
}
