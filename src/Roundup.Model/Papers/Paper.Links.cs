using Roundup.Model.Text;

namespace Roundup.Model.Papers;

public sealed partial class Paper
{
    /// <summary>How <see cref="Link"/> was when it was last tried; null while it works, and where an identifier leads to the paper.</summary>
    public LinkHealth? LinkHealth { get; private set; }

    /// <summary>Addresses that may die: the editor's link, where no identifier leads to the paper, and what stands beside it.</summary>
    public IEnumerable<string> CheckableLinks => new[] { Link }.Where(WebAddress.IsOne).Concat(_links.Select(l => l.Url)).Distinct();

    /// <summary>Links that seem to be gone and that no editor has judged yet.</summary>
    public IEnumerable<(string Url, LinkHealth Health)> OpenLinks =>
        _links.Select(l => (l.Url, l.Health)).Prepend((Url: Link, Health: LinkHealth))
            .Where(l => l.Health is { IsOpen: true }).Select(l => (l.Url, l.Health!)).DistinctBy(l => l.Url);

    /// <summary>Notes what a check found at an address of this paper.</summary>
    /// <returns>Whether something about the link changed.</returns>
    public bool NoteLink(string url, LinkSight sight, DateOnly today) => sight is not LinkSight.Unclear && SetHealth(url, before =>
        sight is LinkSight.Works ? null : before?.Again(sight, today) ?? Papers.LinkHealth.First(sight, today));

    /// <summary>What an editor says of a link that was found dead.</summary>
    public Refusal? JudgeLink(string url, LinkVerdict verdict) =>
        SetHealth(url, before => before is null ? null : before with { Verdict = verdict }) ? null : new("That link works again, or is not the paper’s any more.");

    /// <summary>Puts another address in place of one, or takes it away.</summary>
    /// <param name="by">The new address; empty to take the old one away.</param>
    public Refusal? ReplaceLink(string url, string by, DateTimeOffset now)
    {
        if (by is not "" && !WebAddress.IsOne(by)) return new("A link starts with http:// or https://.", "Address");
        if (by.Length > PaperLink.MaxLength) return new($"A link has at most {PaperLink.MaxLength:N0} characters.", "Address");
        if (Link != url && !_links.Exists(l => l.Url == url)) return new("That link is not the paper’s any more.");

        if (Link == url) (Link, LinkHealth) = (by, null);
        var links = _links.Where(l => by is not "" || l.Url != url).Select(l => l.Url == url ? l with { Url = by } : l);
        return Relink(links, now);
    }

    private bool SetHealth(string url, Func<LinkHealth?, LinkHealth?> after)
    {
        var changed = false;
        if (Link == url && after(LinkHealth) is var health && health != LinkHealth) (LinkHealth, changed) = (health, true);
        if (_links.Exists(l => l.Url == url && after(l.Health) != l.Health))
        {
            _links = [.. _links.Select(l => l.Url == url ? l with { Health = after(l.Health) } : l)];
            changed = true;
        }

        if (changed) Version++;
        return changed;
    }
}
