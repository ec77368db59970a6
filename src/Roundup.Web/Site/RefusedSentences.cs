using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Roundup.Web.Site;

/// <summary>
/// The sentences that a form was refused with. The framework's own summary hides an empty item with an inline style, which our policy
/// forbids; here nothing said is nothing written.
/// </summary>
[HtmlTargetElement("div", Attributes = "said")]
public sealed class RefusedSentences : TagHelper
{
    [HtmlAttributeName("said")]
    public ValidationSummary Said { get; set; } = ValidationSummary.All;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var sentences = ViewContext.ModelState
            .Where(field => Said is ValidationSummary.All || field.Key is "")
            .SelectMany(field => field.Value?.Errors ?? [])
            .Select(error => error.ErrorMessage)
            .Where(sentence => sentence is not "")
            .ToList();
        if (sentences is []) return;

        // The format is ours, its arguments are encoded.
        output.Content.AppendFormat(CultureInfo.InvariantCulture, "<ul>");
        foreach (var sentence in sentences) output.Content.AppendFormat(CultureInfo.InvariantCulture, "<li>{0}</li>", sentence);
        output.Content.AppendFormat(CultureInfo.InvariantCulture, "</ul>");
    }
}
