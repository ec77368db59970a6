using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Roundup.Web.Site;

/// <summary><c>&lt;day on="…" as="d MMMM yyyy"&gt;</c>: a date for people and for machines.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Day : TagHelper
{
    public DateOnly On { get; set; }

    public string As { get; set; } = "d MMMM yyyy";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        (output.TagName, output.TagMode) = ("time", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("datetime", On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        output.Content.SetContent(On.ToString(As, CultureInfo.InvariantCulture));
    }
}

/// <summary><c>&lt;moment at="…" in="Europe/Berlin"&gt;</c>: an instant on the clocks of a zone, for people and for machines.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Moment : TagHelper
{
    public DateTimeOffset At { get; set; }

    /// <summary>IANA; UTC where there is none.</summary>
    public string? In { get; set; }

    public string As { get; set; } = "d MMMM yyyy, HH:mm";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var there = TimeZoneInfo.ConvertTime(At, TimeZoneInfo.FindSystemTimeZoneById(In ?? "Etc/UTC"));
        (output.TagName, output.TagMode) = ("time", TagMode.StartTagAndEndTag);
        output.Attributes.SetAttribute("datetime", there.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        output.Content.SetContent(there.ToString(As, CultureInfo.InvariantCulture));
    }
}

/// <summary><c>&lt;heading level="2"&gt;</c>: a heading whose rank depends on what stands above it.</summary>
[HtmlTargetElement("heading")]
public sealed class Heading : TagHelper
{
    public int Level { get; set; } = 2;

    public override void Process(TagHelperContext context, TagHelperOutput output) => output.TagName = $"h{Math.Clamp(Level, 1, 6)}";
}
