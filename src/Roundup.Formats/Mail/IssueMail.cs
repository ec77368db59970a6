using System.Text;
using Roundup.Model.Text;

namespace Roundup.Formats.Mail;

/// <summary>An issue as it goes out by mail: what a page shows of it, with whole addresses.</summary>
/// <param name="Publication">Its title.</param>
/// <param name="Site">Where it is on the web, without a slash at the end.</param>
/// <param name="Address">The issue on the web.</param>
public sealed record IssueMail(string Publication, string Site, string Address, int Number, string Heading, IReadOnlyList<MailPaper> Papers)
{
    /// <summary>The most that the HTML may weigh, in bytes of UTF-8. Gmail cuts what is longer than 102 KB.</summary>
    public const int MostBytes = 100_000;

    /// <summary>Saturday, 10 September 2022; empty for a draft.</summary>
    public string Day { get; init; } = "";

    /// <summary>10 papers, six with code. 12 minutes.</summary>
    public string Facts { get; init; } = "";

    /// <summary>What an inbox shows beside the subject.</summary>
    public string Beginning { get; init; } = "";

    public SafeHtml Introduction { get; init; }

    public SafeHtml Closing { get; init; }

    /// <summary>Why somebody gets it, a sentence; empty in a preview.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Where the reader stops these mails; empty in a preview.</summary>
    public string Leave { get; init; } = "";

    /// <summary>The two parts of the message. Opinions stay whole; abstracts are shortened, then left to the page, where the HTML would weigh too much.</summary>
    public MailParts Write()
    {
        var html = "";
        foreach (var cut in Enum.GetValues<AbstractCut>())
        {
            html = MailHtml.Write(this, cut);
            if (Encoding.UTF8.GetByteCount(html) <= MostBytes) return new(html, MailText.Write(this), cut);
        }

        return new(html, MailText.Write(this), AbstractCut.Left);
    }
}

/// <summary>How much of an abstract a mail quotes.</summary>
public enum AbstractCut
{
    Whole = 0,

    /// <summary>Two sentences.</summary>
    Short = 1,

    /// <summary>Only that there is one.</summary>
    Left = 2,
}

/// <param name="Html">A whole document.</param>
/// <param name="Text">Its lines end with a line feed.</param>
public sealed record MailParts(string Html, string Text, AbstractCut Abstracts)
{
    /// <summary>What the HTML weighs, in UTF-8.</summary>
    public int Bytes { get; } = Encoding.UTF8.GetByteCount(Html);

    public bool IsTooLarge => Bytes > IssueMail.MostBytes;
}

/// <param name="Number">Its place, counted from 1.</param>
/// <param name="Anchor">Its place on the issue's page, without the #.</param>
/// <param name="Section">The heading that begins with this paper; null where none does.</param>
/// <param name="Title">Plain; maths as TeX.</param>
/// <param name="Facts">Meng, Bau, Andonian &amp; Belinkov. NeurIPS, 2022.</param>
public sealed record MailPaper(int Number, string Anchor, string? Section, string Title, string Facts)
{
    public IReadOnlyList<MailLink> Links { get; init; } = [];

    public SafeHtml Abstract { get; init; }

    /// <summary>The editor's summary.</summary>
    public SafeHtml Words { get; init; }

    public IReadOnlyList<MailOpinion> Opinions { get; init; } = [];

    public IReadOnlyList<MailLink> Related { get; init; } = [];

    /// <summary>Suggested by Ann and T. Adeyemi. Empty for nobody.</summary>
    public string Thanks { get; init; } = "";
}

/// <param name="Url">Whole; one that is not http or https is written as text.</param>
public sealed record MailLink(string Label, string Url);

public sealed record MailOpinion(string Label, SafeHtml Html);
