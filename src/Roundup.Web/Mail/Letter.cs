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
        return message;
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
