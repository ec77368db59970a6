using Roundup.Model.Text;

namespace Roundup.Model.Papers;

public sealed partial class Paper
{
    /// <summary>How <see cref="Link"/> was when it was last tried; null while it works, and where an identifier leads to the paper.</summary>
    public LinkHealth? LinkHealth { get; private set; }

    /// <summary>Addresses that may die: the editor's link, where no identifier leads to the paper, and what stands beside it.</summary>
    public IEnumerable<string> CheckableLinks => new[] { Link }.Where(WebAddress.IsOne).Concat(_links.Select(l => l.Url)).Distinct();

    /// <summary>Notes what a check found at an address of this paper.</summary>
    /// <param name="works">Whether anything is there.</param>
    /// <returns>Whether something about the link changed.</returns>
    public bool NoteLink(string url, bool works, DateOnly today)
    {
        LinkHealth? After(LinkHealth? before) => works ? null : before?.Again() ?? new LinkHealth(1, today);

        var changed = false;
        if (Link == url && (LinkHealth is not null || !works)) (LinkHealth, changed) = (After(LinkHealth), true);
        if (_links.Find(l => l.Url == url) is { } link && (link.Health is not null || !works))
        {
            _links = [.. _links.Select(l => l.Url == url ? l with { Health = After(l.Health) } : l)];
            changed = true;
        }

        if (changed) Version++;
        return changed;
    }
}
