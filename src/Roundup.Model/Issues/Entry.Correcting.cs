namespace Roundup.Model.Issues;

public sealed partial class Entry
{
    internal Entry CopyTo(Issue copy)
    {
        var made = new Entry(copy, Paper, Position, Section) { OriginId = Id, Text = Text, Thanks = Thanks, Version = Version, _links = [.. _links] };
        made._opinions.AddRange(_opinions.Select(o => o.CopyTo(made)));
        return made;
    }

    /// <summary>
    /// Takes over what its copy says, and keeps its id and those of its opinions; new opinions move over with theirs. Its paper stays: that two papers
    /// are one, or two, is not said in a working copy.
    /// </summary>
    internal void TakeOver(Entry copy)
    {
        if (Section != copy.Section || Text.Source != copy.Text.Source || Thanks != copy.Thanks || !_links.SequenceEqual(copy._links))
        {
            (Section, Text, Thanks, _links) = (copy.Section, copy.Text, copy.Thanks, [.. copy._links]);
            Version++;
        }

        var said = copy._opinions.ToList();
        _opinions.RemoveAll(o => !said.Exists(c => c.OriginId == o.Id));
        foreach (var (opinion, place) in said.Select((o, place) => (o, place)))
        {
            if (_opinions.Find(o => o.Id == opinion.OriginId) is { } kept) kept.TakeOver(opinion, place);
            else
            {
                copy._opinions.Remove(opinion);
                opinion.MoveTo(this, place);
                _opinions.Add(opinion);
            }
        }

        _opinions.Sort((a, b) => a.Position.CompareTo(b.Position));
    }

    /// <summary>A new one moves from the working copy to the published issue, with its id.</summary>
    internal void MoveTo(Issue issue) => Issue = issue;
}
