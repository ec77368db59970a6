using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Roundup.Data.Outbox;

namespace Roundup.Web.Mail;

/// <summary>A queued mail as it travels. The same row always makes the same letter, so that one that arrives twice is seen to be one.</summary>
internal static class Letter
{
    /// <exception cref="FormatException">An address that no mail server takes.</exception>
    public static MimeMessage Of(QueuedMail mail, MailboxAddress sender)
    {
        if (mail.To.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || !MailboxAddress.TryParse(mail.To, out var to)) throw new FormatException("That is not an e-mail address.");

        var message = new MimeMessage { Subject = OneLine(mail.Subject), Date = mail.CreatedAt, MessageId = IdOf(mail, sender), Body = Body(mail) };
        message.From.Add(sender);
        message.To.Add(to);
        // RFC 3834: nobody's holiday notice answers it.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        Thread(message, mail, sender);
        OfferEnd(message, mail.MuteUrl);
        return message;
    }

    /// <summary>Every mail of a thread answers one that was never sent (RFC 5322, 3.6.4): mail programs put them together.</summary>
    private static void Thread(MimeMessage message, QueuedMail mail, MailboxAddress sender)
    {
        if (mail.Thread is "") return;

        var root = $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Thread)).AsSpan(0, 16))}.thread@{sender.Domain}";
        message.InReplyTo = root;
        message.References.Add(root);
    }

    /// <summary>RFC 2369, and where the way there is private, one click in the mail program (RFC 8058).</summary>
    private static void OfferEnd(MimeMessage message, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")) return;

        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{address.AbsoluteUri}>");
        if (address.Scheme is "https") message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /// <summary>Made of the key, which names mail and reader.</summary>
    internal static string IdOf(QueuedMail mail, MailboxAddress sender) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Key)).AsSpan(0, 16))}@{sender.Domain}";

    private static MimeEntity Body(QueuedMail mail)
    {
        var text = new TextPart("plain") { Text = mail.Text };
        return mail.Html is null ? text : new MultipartAlternative(text, new TextPart("html") { Text = mail.Html });
    }

    private static string OneLine(string text) => string.Join(' ', new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
