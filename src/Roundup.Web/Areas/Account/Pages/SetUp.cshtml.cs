using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Model.Issues;
using Roundup.Web.Sample;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Account.Pages;

/// <summary>The first run: makes the owner and the publication. Opened by the link in the log, once.</summary>
[EnableRateLimiting(RateLimits.Policy)]
public sealed class SetUpModel(RoundupDb db, SetUpLink link, UserManager<Person> people, SignInManager<Person> signIn, SampleSite sample, TimeProvider clock) : PageModel
{
    /// <summary>In characters; more only costs time to hash.</summary>
    public const int PasswordLength = 256;

    public static IReadOnlyList<string> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => id.Contains('/')).Order(StringComparer.Ordinal)];

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public bool IsSpent { get; private set; }

    public bool HasIssues { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutionDelegate next)
    {
        IsSpent = !await link.OpensAsync(Token);
        HasIssues = await db.Issues.AnyAsync();
        if (!IsSpent)
        {
            await next();
            return;
        }

        Response.StatusCode = StatusCodes.Status410Gone;
        context.Result = Page();
    }

    public async Task OnGetAsync()
    {
        if (await db.Publications.AsNoTracking().SingleOrDefaultAsync() is not { } publication) return;

        var cadence = publication.Cadence;
        Input = new InputModel { Title = publication.Title, Day = cadence.Day, Time = cadence.Time, EveryWeeks = cadence.EveryWeeks, Zone = cadence.Zone, AddSample = false };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return this.RefuseShape();
        if (await DescribeAsync() is { } refusal) return this.Refuse(refusal);

        // The publication and its owner appear together or not at all; the user manager saves by itself.
        await using var together = await db.Database.BeginTransactionAsync();
        if (await db.SaveAsync() is { } taken) return this.Refuse(taken);
        var owner = new Person { UserName = Input.Email, Email = Input.Email, Name = Input.Name.Trim(), Role = Role.Owner, CreatedAt = clock.GetUtcNow(), EmailConfirmed = true };
        var made = await people.CreateAsync(owner, Input.Password);
        if (!made.Succeeded) return RefuseOwner(made);

        await together.CommitAsync();
        if (Input.AddSample && !HasIssues) await sample.DraftAsync();
        await signIn.SignInAsync(owner, isPersistent: true);
        return LocalRedirect("/admin");
    }

    private async Task<Refusal?> DescribeAsync()
    {
        var publication = await db.Publications.SingleOrDefaultAsync();
        if (publication is null) db.Add(publication = new Publication(Input.Title, clock.GetUtcNow()));

        return publication.Describe(Input.Title, publication.Tagline, publication.About, Input.Name, publication.Licence, publication.OpinionLabel)
            ?? publication.Keep(new Cadence(Input.Day, Input.Time, Input.EveryWeeks, Input.Zone, Since: DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
    }

    private IActionResult RefuseOwner(IdentityResult result)
    {
        foreach (var error in result.Errors) this.Refuse(new Refusal(error.Description, error.Code.StartsWith("Password", StringComparison.Ordinal) ? nameof(Input.Password) : nameof(Input.Email)));
        return this.RefuseShape();
    }

    public sealed class InputModel
    {
        [Required(ErrorMessage = "Say who you are."), StringLength(Person.NameLength, ErrorMessage = "A name has at most 200 characters.")]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "Give your e-mail address."), EmailAddress(ErrorMessage = "That is not an e-mail address."), StringLength(256, ErrorMessage = "An e-mail address has at most 256 characters.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Choose a password."), StringLength(PasswordLength, ErrorMessage = "A password has at most 256 characters.")]
        public string Password { get; set; } = "";

        [Required(ErrorMessage = "Give the publication a title."), StringLength(Publication.TitleLength, ErrorMessage = "A title has at most 200 characters.")]
        public string Title { get; set; } = "";

        public DayOfWeek Day { get; set; } = Cadence.Default.Day;

        public TimeOnly Time { get; set; } = Cadence.Default.Time;

        [Range(1, Cadence.MaxWeeks, ErrorMessage = "Between 1 and 26 weeks lie between issues.")]
        public int EveryWeeks { get; set; } = 1;

        [Required(ErrorMessage = "Choose a time zone."), StringLength(64, ErrorMessage = "That is not a time zone.")]
        public string Zone { get; set; } = "Europe/Berlin";

        public bool AddSample { get; set; } = true;
    }
}
