using Roundup.Model.Inbox;

namespace Roundup.Model.Papers;

public sealed partial class PaperMerge
{
    /// <summary>Puts everything back as it was, as far as nobody changed it since.</summary>
    /// <param name="things">What hangs on the two papers now; their identifiers are loaded.</param>
    /// <param name="later">Merges that the kept paper took part in afterwards: what was done last is undone first.</param>
    /// <param name="left">What could not be put back, as sentences; empty where everything is as it was.</param>
    public Refusal? Undo(PaperBelongings things, IEnumerable<PaperMerge> later, string by, DateTimeOffset now, out IReadOnlyList<string> left)
    {
        left = [];
        if (IsUndone) return new("This was undone already.");
        if (later.FirstOrDefault(m => m.Id > Id && !m.IsUndone) is not null)
            return new("This paper was put together with another one afterwards. Undo that first.");

        var stays = Kept.GiveBackAll(_steps, Absorbed);
        var named = _identifierIds.Count - Kept.HandOver(i => _identifierIds.Contains(i.Id), Absorbed).Count;
        var placed = _entryIds.Count - ReturnEntries(things);
        var notes = ReturnInbox(things);
        ReturnChanges(things);
        ReturnErrands(things);
        // A topic that went into another one in the meantime is known no more, and its papers stay there.
        Kept.LeaveTopics(t => Moved(MergeStepKind.TopicJoined, t.Id));
        Absorbed.GoInto(null);
        Kept.GoInto(null);
        (UndoneAt, UndoneBy) = (now, by);
        left = [.. Sentences(stays, named, placed, notes)];
        return null;
    }

    private int ReturnEntries(PaperBelongings things)
    {
        var back = things.EntriesOf(Kept).Where(e => _entryIds.Contains(e.Key)).ToList();
        back.ForEach(e => e.Follow(Absorbed));
        return back.Count(e => e.OriginId is null);
    }

    /// <returns>Whether a note that was joined has been changed since.</returns>
    private bool ReturnInbox(PaperBelongings things)
    {
        foreach (var item in things.InboxOf(Kept).Where(i => Moved(MergeStepKind.InboxMoved, i.Id)).ToList()) item.Follow(Absorbed);

        var changed = false;
        foreach (var step in _steps.Where(s => s.What is MergeStepKind.InboxJoined))
        {
            if (things.InboxOf(Absorbed).FirstOrDefault(i => i.Id == step.Id) is not { } item) continue;

            item.Return();
            if (things.WaitingOf(Kept) is not { } waiting) continue;
            if (waiting.Note == InboxItem.Joined(step.Was, item.Note)) waiting.Rewrite(step.Was);
            else changed = true;
        }

        return changed;
    }

    private void ReturnChanges(PaperBelongings things)
    {
        foreach (var change in things.ChangesOf(Kept).Where(c => Moved(MergeStepKind.ChangeMoved, c.Id)).ToList()) change.Follow(Absorbed);
    }

    private void ReturnErrands(PaperBelongings things)
    {
        foreach (var errand in things.ErrandsOf(Kept).Where(e => Moved(MergeStepKind.ErrandMoved, e.Id)).ToList()) errand.Follow(Absorbed);
    }

    private bool Moved(MergeStepKind what, int id) => _steps.Exists(s => s.What == what && s.Id == id);

    private static IEnumerable<string> Sentences(IReadOnlyList<string> stays, int named, int placed, bool notes)
    {
        if (stays is not []) yield return $"Changed since, and left as it is now: {string.Join(", ", stays)}.";
        if (named > 0) yield return named == 1 ? "One identifier is no longer with this paper." : $"{named} identifiers are no longer with this paper.";
        if (placed > 0) yield return placed == 1 ? "One entry was removed or moved since." : $"{placed} entries were removed or moved since.";
        if (notes) yield return "The note in the inbox was changed since, and keeps the words of both.";
    }
}
