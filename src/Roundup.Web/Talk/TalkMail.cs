using System.Globalization;
using Roundup.Data.Outbox;
using Roundup.Model.Discussion;
using Roundup.Web.Reading;
using Roundup.Web.Site;

namespace Roundup.Web.Talk;

/// <summary>Mails to those who comment or suggest: each says why it came and how to end it. They are queued in the caller's save.</summary>
public sealed class TalkMail(OwnAddress site, CurrentPublication current, TimeProvider clock)
{
    /// <param name="key">What it is about; the same is never sent twice.</param>
    /// <param name="thread">What it belongs to, as <see cref="ThreadOf"/> says; empty for none.</param>
    /// <param name="path">Where the reader goes, and after a blank line stands in the text.</param>
    public async Task<QueuedMail> WriteAsync(Commenter to, string key, string subject, string text, string path, string thread = "")
    {
        var title = (await current.ShownAsync()).Title;
        var body = $"{text}\n\n{Address(path)}\n\n-- \nYou get this because this address was given at {title}.\nEverything of yours there, and which mails come: {Address(PathOf(to))}\n";
        return new QueuedMail(key, to.Email, subject, body, null, clock.GetUtcNow()) { Thread = thread, MuteUrl = Address($"{PathOf(to)}/mute") };
    }

    public static string ThreadOf(Comment comment) => string.Create(CultureInfo.InvariantCulture, $"talk-{comment.ThreadId ?? comment.Id}");

    /// <summary>The private page of everything that one address wrote.</summary>
    public static string PathOf(Commenter commenter) => $"/comments/{commenter.Token}";

    /// <summary>Whether links that leave the site can be made.</summary>
    public bool CanWrite => site.IsKnown;

    private string Address(string path) => site.Of(path);
}
