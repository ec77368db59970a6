using MimeKit;

namespace Roundup.Web.Mail;

/// <summary>How the way to the mail server is kept private.</summary>
public enum MailTls
{
    /// <summary>By STARTTLS, or not at all: a server that does not offer it is sent nothing.</summary>
    StartTls = 0,

    /// <summary>From the first byte, as on port 465.</summary>
    Implicit = 1,

    /// <summary>Not: for a server on the same machine or in the same private network.</summary>
    None = 2,
}

/// <summary>By whom mail is sent. Section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>The SMTP server's name. Empty: mails become files in the folder <c>mail</c> beside the database.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender, as an address or as Name &lt;address&gt;.</summary>
    public string From { get; set; } = "";

    public MailTls Tls { get; set; }

    /// <summary>How long one mail may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether mails only wait: for a site that was restored from a backup, until its owner has looked at them.</summary>
    public bool Paused { get; set; }

    internal bool HasServer => Host is not "";

    internal MailboxAddress Sender => MailboxAddress.TryParse(From, out var sender) ? sender : new MailboxAddress("Roundup", "roundup@localhost");

    /// <summary>What is wrong with the settings, in a sentence; null for nothing.</summary>
    internal string? Fault() => this switch
    {
        { From: not "" } when !MailboxAddress.TryParse(From, out _) || From.Any(char.IsControl) => "Mail:From is an address, or a name with an address: Roundup <roundup@papers.example>.",
        { HasServer: true, From: "" } => "Mail:From is needed with Mail:Host: whom mails are from.",
        { Port: < 1 or > 65535 } => "Mail:Port is a number between 1 and 65535.",
        _ when Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(4) => "Mail:Timeout is a time between 00:00:01 and 00:04:00.",
        _ when !Enum.IsDefined(Tls) => "Mail:Tls is StartTls, Implicit or None.",
        { Password: not "", Tls: MailTls.None } when Host is not ("localhost" or "127.0.0.1" or "::1") => "Mail:Password would travel unencrypted: set Mail:Tls to StartTls or Implicit.",
        _ => null,
    };
}
