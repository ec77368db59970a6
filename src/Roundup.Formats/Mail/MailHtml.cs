using System.Text;
using Roundup.Model.Text;

namespace Roundup.Formats.Mail;

/// <summary>
/// The HTML part: one column, one style block, nothing loaded, nothing counted. Mail programs drop linked styles, custom properties and grids,
/// so it reads in source order when the style block is dropped too.
/// </summary>
internal static class MailHtml
{
    public static string Write(IssueMail mail, AbstractCut cut)
    {
        var html = new StringBuilder(32_000);
        html.Append("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n")
            .Append("<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\">\n<title>").Append(Text(mail.Heading)).Append("</title>\n<style>\n")
            .Append(MailStyle.Sheet).Append("\n</style>\n</head>\n<body>\n<main class=\"w\" style=\"max-width:600px;margin:0 auto;font-family:Georgia,'Times New Roman',serif\">\n");
        AppendFront(html, mail);
        foreach (var paper in mail.Papers) AppendPaper(html, mail, paper, cut);
        AppendEnd(html, mail);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void AppendFront(StringBuilder html, IssueMail mail)
    {
        if (mail.Beginning is not "") html.Append("<div class=\"pre\">").Append(Text(mail.Beginning)).Append("</div>\n");
        html.Append("<p class=\"name\" dir=\"auto\">").Append(Link(mail.Publication, mail.Site)).Append("</p>\n<p class=\"s web\">")
            .Append(Link("Read on the web", mail.Address)).Append("</p>\n<p class=\"s kick\"><b>Issue ").Append(Text($"{mail.Number}")).Append("</b>")
            .Append(mail.Day is "" ? "" : $"&ensp;{Text(mail.Day)}").Append("</p>\n<h1 dir=\"auto\">").Append(Text(mail.Heading)).Append("</h1>\n");
        if (mail.Facts is not "") html.Append("<p class=\"s\" dir=\"auto\">").Append(Text(mail.Facts)).Append("</p>\n");
        if (mail.Papers is not [])
        {
            html.Append("<ol class=\"toc\">\n");
            foreach (var paper in mail.Papers) html.Append("<li dir=\"auto\"><a href=\"#").Append(Text(paper.Anchor)).Append("\">").Append(Text(paper.Title)).Append("</a></li>\n");
            html.Append("</ol>\n");
        }

        AppendProse(html, mail, mail.Introduction);
    }

    private static void AppendPaper(StringBuilder html, IssueMail mail, MailPaper paper, AbstractCut cut)
    {
        var address = $"{mail.Address}#{paper.Anchor}";
        if (paper.Section is { } section) html.Append("<h2 class=\"part\" dir=\"auto\">").Append(Text(section)).Append("</h2>\n");
        html.Append("<div class=\"p\" id=\"").Append(Text(paper.Anchor)).Append("\">\n<h2 dir=\"auto\"><span class=\"no\">").Append(Text($"{paper.Number}")).Append("</span>&ensp;")
            .Append(Link(paper.Title, address)).Append("</h2>\n");
        var facts = string.Join(' ', new[] { Text(paper.Facts), string.Join(", ", paper.Links.Select(l => Link(l.Label, l.Url))) }.Where(part => part is not ""));
        if (facts is not "") html.Append("<p class=\"s\" dir=\"auto\">").Append(facts).Append("</p>\n");
        AppendAbstract(html, mail, paper.Abstract, address, cut);
        AppendProse(html, mail, paper.Words);
        foreach (var opinion in paper.Opinions)
        {
            html.Append("<h3 dir=\"auto\">").Append(Text(opinion.Label)).Append("</h3>\n");
            AppendProse(html, mail, opinion.Html);
        }

        if (paper.Related is not []) html.Append("<p class=\"s\" dir=\"auto\">Related: ").Append(string.Join(", ", paper.Related.Select(l => Link(l.Label, l.Url)))).Append("</p>\n");
        if (paper.Thanks is not "") html.Append("<p class=\"s\" dir=\"auto\">").Append(Text(paper.Thanks)).Append("</p>\n");
        html.Append("</div>\n");
    }

    private static void AppendAbstract(StringBuilder html, IssueMail mail, SafeHtml words, string address, AbstractCut cut)
    {
        if (words.IsEmpty) return;

        html.Append("<blockquote class=\"a\" dir=\"auto\">");
        if (cut is AbstractCut.Whole) html.Append(Prose(mail, words));
        else if (cut is AbstractCut.Left) html.Append(Link("The abstract", address));
        else
        {
            var line = HtmlPiece.Line(words);
            var beginning = Sentences.Beginning(line);
            html.Append(Text(beginning));
            if (beginning.Length < line.Length) html.Append(' ').Append(Link("The whole abstract", address));
        }

        html.Append("</blockquote>\n");
    }

    private static void AppendEnd(StringBuilder html, IssueMail mail)
    {
        html.Append("<div class=\"end\">\n");
        AppendProse(html, mail, mail.Closing);
        html.Append("<p class=\"s\">").Append(Text($"{mail.Reason} Nothing here is tracked.".Trim())).Append("</p>\n<p class=\"s\">");
        if (mail.Leave is not "") html.Append(Link("Unsubscribe", mail.Leave)).Append("&ensp;");
        html.Append(Link("Archive", $"{mail.Site}/issues")).Append("</p>\n</div>\n");
    }

    private static void AppendProse(StringBuilder html, IssueMail mail, SafeHtml words)
    {
        if (!words.IsEmpty) html.Append("<div dir=\"auto\">").Append(Prose(mail, words)).Append("</div>\n");
    }

    // Written again tag by tag, of the sanitiser's list: no attribute but a whole address and where a list starts.
    private static string Prose(IssueMail mail, SafeHtml words)
    {
        var html = new StringBuilder();
        foreach (var piece in HtmlPiece.Of(words))
        {
            if (piece.Tag is "") html.Append(Sanitiser.Escape(piece.Words));
            if (!Sanitiser.Tags.Contains(piece.Tag)) continue;

            // A paper's heading is the second and its label the third.
            var tag = piece.Tag is "h3" ? "h4" : piece.Tag;
            html.Append(piece.IsEnd ? "</" : "<").Append(tag);
            if (piece is { Tag: "a", IsEnd: false } && Whole(mail, piece.Value) is { } address) html.Append(" href=\"").Append(Text(address)).Append('"');
            if (piece is { Tag: "ol", IsEnd: false } && int.TryParse(piece.Value, out var start)) html.Append(" start=\"").Append(Text($"{start}")).Append('"');
            html.Append('>');
        }

        return html.ToString().Trim();
    }

    /// <summary>An address that leads there from a mailbox too; null for one that is nobody's to follow.</summary>
    public static string? Whole(IssueMail mail, string address) =>
        !Address.IsAcceptable(address) ? null : address[0] switch { '/' => mail.Site + address, '#' => mail.Address + address, _ => address };

    /// <summary>Whether an address of a card is one that every mail program reads alike.</summary>
    public static bool IsLink(string address) => WebAddress.IsOne(address) && Address.IsAcceptable(address);

    private static string Link(string label, string address) => IsLink(address) ? $"<a href=\"{Text(address)}\">{Text(label)}</a>" : Text(label);

    private static string Text(string text) => Sanitiser.Escape(text).Replace("\"", "&quot;", StringComparison.Ordinal);
}
