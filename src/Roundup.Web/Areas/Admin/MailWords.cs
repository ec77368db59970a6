using System.Globalization;
using Roundup.Formats.Mail;

namespace Roundup.Web.Areas.Admin;

/// <summary>What a mail weighs, for an editor.</summary>
public static class MailWords
{
    /// <summary>Mail 62 KB of 100.</summary>
    public static string Of(MailParts mail)
    {
        var size = $"Mail {Kilobytes(mail.Bytes)} KB of {Kilobytes(IssueMail.MostBytes)}";
        return (mail.IsTooLarge, mail.Abstracts) switch
        {
            (true, _) => $"{size}: mailboxes cut it off, though abstracts are left out",
            (_, AbstractCut.Short) => $"{size}, with abstracts shortened",
            (_, AbstractCut.Left) => $"{size}, with abstracts left to the page",
            _ => size,
        };
    }

    private static string Kilobytes(int bytes) => ((bytes + 999) / 1000).ToString("N0", CultureInfo.InvariantCulture);
}
