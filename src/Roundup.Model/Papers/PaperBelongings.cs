using Roundup.Model.Inbox;
using Roundup.Model.Issues;

namespace Roundup.Model.Papers;

/// <summary>Everything that hangs on some papers and goes where they go.</summary>
public sealed record PaperBelongings(
    IReadOnlyList<Entry> Entries, IReadOnlyList<InboxItem> Inbox, IReadOnlyList<PaperChange> Changes, IReadOnlyList<PaperErrand> Errands)
{
    public static PaperBelongings None { get; } = new([], [], [], []);

    internal IEnumerable<Entry> EntriesOf(Paper paper) => Entries.Where(e => ReferenceEquals(e.Paper, paper));

    internal IEnumerable<InboxItem> InboxOf(Paper paper) => Inbox.Where(i => ReferenceEquals(i.Paper, paper));

    internal IEnumerable<PaperChange> ChangesOf(Paper paper) => Changes.Where(c => ReferenceEquals(c.Paper, paper));

    internal IEnumerable<PaperErrand> ErrandsOf(Paper paper) => Errands.Where(e => ReferenceEquals(e.Paper, paper));

    internal InboxItem? WaitingOf(Paper paper) => InboxOf(paper).FirstOrDefault(i => i.IsWaiting);
}
