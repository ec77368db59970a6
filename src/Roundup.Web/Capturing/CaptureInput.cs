namespace Roundup.Web.Capturing;

/// <summary>The form in which a paper is captured, as it was typed or as the clipper filled it in.</summary>
public sealed class CaptureInput
{
    public string? Link { get; set; }

    public string? Title { get; set; }

    /// <summary>One a line.</summary>
    public string? Authors { get; set; }

    public string? Abstract { get; set; }

    public string? Venue { get; set; }

    /// <summary>2022-02-10, 2022-02 or 2022.</summary>
    public string? Published { get; set; }

    /// <summary>Other ids and addresses of the same paper, one a line.</summary>
    public string? Ids { get; set; }

    /// <summary>One a line; see <see cref="Areas.Admin.LinkLines"/>.</summary>
    public string? Links { get; set; }

    public string? Note { get; set; }

    /// <summary>Whether it goes into the next draft at once, and not into the inbox.</summary>
    public bool IntoDraft { get; set; }

    /// <summary>Whether the clipper read it from a page; what is typed by hand is the editor's own.</summary>
    public bool Clipped { get; set; }

    /// <summary>Whether the editor was shown where the paper stands already, and wants it all the same.</summary>
    public bool Sure { get; set; }
}
