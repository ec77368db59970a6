using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Web.Security;

namespace Roundup.Web.Pages.Comments;

/// <summary>What happens next with something that was sent and is not on the page. The same for everyone: it tells nobody what is known about an address.</summary>
[PrivatePage]
public sealed class SentModel : PageModel
{
    /// <summary>A mail asks whose address it is.</summary>
    public const string Mail = "mail";

    /// <summary>An editor reads it first.</summary>
    public const string Held = "held";

    public const string Report = "report";

    [FromQuery(Name = "next")]
    public string Next { get; set; } = "";

    [FromQuery(Name = "issue")]
    public int? Issue { get; set; }

    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public static string PathOf(string next, int issue) => $"/comments/sent?next={next}&issue={issue}";

    public IActionResult OnGet()
    {
        (Heading, Sentence) = Next switch
        {
            Mail => ("A mail is on its way", "It goes to the address that you gave. Open the page that it leads to and press “Confirm”; until then nobody sees what you wrote. An editor reads first comments before they appear."),
            Held => ("An editor reads it first", "Your comment is kept, and appears as soon as an editor has let it through. That happens with first comments, and with some others."),
            Report => ("Thank you", "The editors see your report. What two readers report is taken from the page until an editor has looked at it."),
            _ => ("", ""),
        };
        return Heading is "" ? NotFound() : Page();
    }
}
