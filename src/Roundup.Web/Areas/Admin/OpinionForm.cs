using Roundup.Model.Issues;

namespace Roundup.Web.Areas.Admin;

/// <summary>The form for one opinion: one that is there, or the one that is still to be written.</summary>
public sealed record OpinionForm(int Number, Entry Entry, Opinion? Opinion, string Label, bool MayWrite)
{
    /// <summary>What was typed, where it is not what is kept.</summary>
    public string? Typed { get; init; }

    /// <summary>What somebody else saved in the meantime.</summary>
    public string? Theirs { get; init; }

    public bool IsFocused { get; init; }

    /// <summary>Where it can be taken out; null for whom it is not theirs to do.</summary>
    public string? WithdrawPath { get; init; }

    public string Path => $"/admin/issues/{Number}/entries/{Entry.Id}/opine";

    /// <summary>The first field of an entry has a durable name that readiness links to.</summary>
    public string FieldId => IsFirst ? $"o-{Entry.Id}" : $"o-{Entry.Id}-{Place}";

    public bool IsFirst => Place == 0;

    private int Place => Opinion?.Position ?? Entry.Opinions.Count;

    public static IEnumerable<OpinionForm> All(int number, Entry entry, string label, System.Security.Claims.ClaimsPrincipal person)
    {
        foreach (var opinion in entry.Opinions)
            yield return new(number, entry, opinion, opinion.Author is "" ? label : opinion.Author, person.MayRewrite(opinion))
            {
                WithdrawPath = person.MayWithdraw(opinion) ? $"/admin/issues/{number}/entries/{entry.Id}/withdraw?opinion={opinion.Id}" : null,
            };
        var mine = person.Byline(entry);
        if (person.OpinionIn(entry) is null)
            yield return new(number, entry, null, mine is "" ? label : mine, MayWrite: true);
    }
}
