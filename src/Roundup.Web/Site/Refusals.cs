using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roundup.Model;

namespace Roundup.Web.Site;

public static class Refusals
{
    extension(PageModel page)
    {
        /// <summary>Shows the page again, with everything that was typed, and the sentence at its field; status 422.</summary>
        public IActionResult Refuse(Refusal refusal, string prefix = "Input")
        {
            page.ModelState.AddModelError(refusal.Field is "" ? "" : $"{prefix}.{refusal.Field}", refusal.Sentence);
            return page.RefuseShape();
        }

        /// <summary>The same for what the attributes of an input refused already.</summary>
        public IActionResult RefuseShape()
        {
            page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return page.Page();
        }
    }
}
