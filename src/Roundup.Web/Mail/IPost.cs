using MimeKit;

namespace Roundup.Web.Mail;

/// <summary>What became of a letter that was handed over.</summary>
/// <param name="Words">What the other side said.</param>
public sealed record PostReply(PostReply.Fate Became, string Words = "")
{
    public enum Fate
    {
        Taken,

        /// <summary>Not taken, and it may be tried again.</summary>
        Later,

        /// <summary>Not taken, and never will be.</summary>
        Never,

        /// <summary>Perhaps taken: the other side went silent when it had the letter.</summary>
        Uncertain,
    }
}

/// <summary>Where letters are handed over. One is made for a round and may keep a connection open during it.</summary>
public interface IPost : IAsyncDisposable
{
    /// <summary>Never throws for what the other side does.</summary>
    Task<PostReply> SendAsync(MimeMessage letter, CancellationToken stop);
}
