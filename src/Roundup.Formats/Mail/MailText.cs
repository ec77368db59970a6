namespace Roundup.Formats.Mail;

/// <summary>The plain part: a mail that reads well without any HTML, abstracts whole, links numbered below the words that they belong to.</summary>
internal static class MailText
{
    public static string Write(IssueMail mail)
    {
        var page = new TextLines(address => MailHtml.Whole(mail, address));
        page.Line(mail.Publication);
        page.Line($"Issue {mail.Number}{(mail.Day is "" ? "" : $", {mail.Day}")}");
        page.Gap();
        page.Heading(mail.Heading, '=');
        page.Line(mail.Facts);
        page.Line($"On the web: {mail.Address}");
        page.Gap();
        Contents(page, mail);
        page.Prose(mail.Introduction);
        page.Notes();
        foreach (var paper in mail.Papers) Paper(page, paper);
        page.Rule();
        page.Prose(mail.Closing);
        page.Notes();
        page.Line($"{mail.Reason} Nothing here is tracked.".Trim());
        if (mail.Leave is not "") page.Line($"Unsubscribe: {mail.Leave}");
        page.Line($"Archive: {mail.Site}/issues");
        return page.ToString();
    }

    private static void Contents(TextLines page, IssueMail mail)
    {
        if (mail.Papers is []) return;

        foreach (var paper in mail.Papers) page.Item($"{paper.Number,2}. ", paper.Title);
        page.Gap();
    }

    private static void Paper(TextLines page, MailPaper paper)
    {
        page.Rule();
        if (paper.Section is { } section) page.Heading(section, '=');
        page.Heading($"{paper.Number}. {paper.Title}", '-');
        page.Line(paper.Facts);
        foreach (var link in paper.Links) Link(page, link);
        page.Gap();
        page.Prose(paper.Abstract, "> ");
        page.Prose(paper.Words);
        foreach (var opinion in paper.Opinions)
        {
            page.Line($"{opinion.Label}:");
            page.Gap();
            page.Prose(opinion.Html);
        }

        Beside(page, paper);
        page.Notes();
    }

    private static void Beside(TextLines page, MailPaper paper)
    {
        if (paper.Related is not [])
        {
            page.Line("Related:");
            foreach (var link in paper.Related) Link(page, link);
            page.Gap();
        }

        if (paper.Thanks is "") return;

        page.Line(paper.Thanks);
        page.Gap();
    }

    private static void Link(TextLines page, MailLink link)
    {
        if (MailHtml.IsLink(link.Url)) page.Line($"{link.Label}: {link.Url}");
        else page.Line(link.Label);
    }
}
