namespace Roundup.Model.Papers;

public sealed partial class PaperMerge
{
    /// <summary>Moves everything from the absorbed paper to the kept one, and notes what.</summary>
    internal void Carry(PaperBelongings things, DateTimeOffset now)
    {
        // Before the names move: a paper that has an id for a title is told by its names.
        _steps = [.. Kept.TakeBlanks(Absorbed)];
        _identifierIds = [.. Absorbed.HandOver(_ => true, Kept).Select(i => i.Id)];
        CarryEntries(things);
        CarryInbox(things, now);
        CarryChanges(things);
        CarryErrands(things);
        // The absorbed paper keeps its own, as it keeps its words.
        foreach (var topic in Kept.JoinTopics(Absorbed)) Note(MergeStepKind.TopicJoined, topic.Id);
        Kept.GoInto(null);
        Absorbed.GoInto(Kept);
    }

    private void CarryEntries(PaperBelongings things)
    {
        var moved = things.EntriesOf(Absorbed).ToList();
        moved.ForEach(e => e.Follow(Kept));
        // A working copy's entries go where those go that they were copied from; copies come and go.
        _entryIds = [.. moved.Where(e => e.OriginId is null).Select(e => e.Id)];
    }

    private void CarryInbox(PaperBelongings things, DateTimeOffset now)
    {
        var waiting = things.WaitingOf(Kept);
        foreach (var item in things.InboxOf(Absorbed).ToList())
        {
            if (item.IsWaiting && waiting is not null)
            {
                Note(MergeStepKind.InboxJoined, item.Id, waiting.Note);
                waiting.Remark(item.Note);
                item.Decline(now);
            }
            else
            {
                Note(MergeStepKind.InboxMoved, item.Id);
                item.Follow(Kept);
            }
        }
    }

    // What both papers tell is told once; the absorbed one's stays with it.
    private void CarryChanges(PaperBelongings things)
    {
        var told = things.ChangesOf(Kept).Select(c => (c.Kind, c.Detail)).ToHashSet();
        foreach (var change in things.ChangesOf(Absorbed).Where(c => told.Add((c.Kind, c.Detail))).ToList())
        {
            Note(MergeStepKind.ChangeMoved, change.Id);
            change.Follow(Kept);
        }
    }

    private void CarryErrands(PaperBelongings things)
    {
        var run = things.ErrandsOf(Kept).Select(e => e.Kind).ToHashSet();
        foreach (var errand in things.ErrandsOf(Absorbed).ToList())
        {
            var moves = run.Add(errand.Kind);
            Note(moves ? MergeStepKind.ErrandMoved : MergeStepKind.ErrandEnded, moves ? errand.Id : (int)errand.Kind);
            if (moves) errand.Follow(Kept);
        }
    }

    private void Note(MergeStepKind what, int id, string was = "") => _steps = [.. _steps, new MergeStep(what, id, was)];
}
