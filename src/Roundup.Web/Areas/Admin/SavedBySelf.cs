using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin;

/// <summary>What wwwroot/js/saving-form.js is told after a saving. The names of fields are those of the form.</summary>
/// <param name="Hidden">What its hidden fields say from now on: the version that the next saving names.</param>
/// <param name="Address">Where a browser without script would be now.</param>
public sealed record SavedAnswer(IReadOnlyDictionary<string, string> Hidden, string Address, DateTimeOffset At);

/// <summary>The same when somebody else was quicker; a problem+json with status 409.</summary>
/// <param name="Fields">Their words, by field.</param>
/// <param name="By">Whose they are; empty where nobody noted it.</param>
/// <param name="Mine">Whether the same person saved them, as in another tab.</param>
/// <param name="Differences">Between theirs and what was sent, by field.</param>
public sealed record ClashAnswer(
    string Title, int Status, IReadOnlyDictionary<string, string> Hidden, IReadOnlyDictionary<string, string> Fields, string By, bool Mine, DateTimeOffset? At,
    IReadOnlyDictionary<string, IReadOnlyList<WordRun>> Differences)
{
    /// <summary>Longer texts are read side by side; telling their words apart would cost more than it shows.</summary>
    public const int ComparedAtMost = 20_000;

    public static IReadOnlyList<WordRun> Compare(string theirs, string mine) =>
        theirs.Length > ComparedAtMost || mine.Length > ComparedAtMost ? [] : WordDifference.Between(theirs, mine);
}

/// <summary>Answers for forms that save by themselves: the same handler serves them and the plain form.</summary>
public static class SavedBySelf
{
    private const string Problem = "application/problem+json";

    extension(PageModel page)
    {
        /// <summary>Whether a script asked, which reads JSON; a browser that sends a form asks for a page.</summary>
        public bool SavesByItself => page.Request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));

        public IActionResult Saved(IReadOnlyDictionary<string, string> hidden, string address, DateTimeOffset at) =>
            page.SavesByItself ? new JsonResult(new SavedAnswer(hidden, address, at)) : new RedirectResult(address);

        public IActionResult Clash(ClashAnswer answer) => new JsonResult(answer, Json) { StatusCode = answer.Status, ContentType = Problem };

        /// <summary>Too many saved at this moment: nothing is wrong with the text, and a script tries again by itself.</summary>
        public IActionResult Crowded() => page.StatusCode(StatusCodes.Status503ServiceUnavailable);

        /// <summary>What was refused, as a problem with the sentences by field.</summary>
        public IActionResult RefusedInJson() =>
            new JsonResult(new ValidationProblemDetails(page.ModelState) { Title = "Not saved.", Status = StatusCodes.Status422UnprocessableEntity })
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
                ContentType = Problem,
            };
    }

    private static readonly System.Text.Json.JsonSerializerOptions Json = new(System.Text.Json.JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}
