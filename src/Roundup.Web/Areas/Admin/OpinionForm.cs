using System.Security.Claims;
using Roundup.Model.Issues;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Admin;

/// <summary>The form for one opinion: one that is there, or the one that is still to be written.</summary>
public sealed record OpinionForm(int Number, Entry Entry, Opinion? Opinion, string Label, bool MayWrite)
{
    /// <summary>What was typed, where it is not what is kept.</summary>
    public string? Typed { get; init; }

    /// <summary>What was chosen, else what is kept.</summary>
    public ReadDepth? Depth => Typed is null ? Opinion?.Depth : TypedDepth;

    public ReadDepth? TypedDepth { get; init; }

    /// <summary>What somebody else saved in the meantime.</summary>
    public string? Theirs { get; init; }

    public bool IsFocused { get; init; }

    /// <summary>Where it can be taken out; null for whom it is not theirs to do.</summary>
    public string? WithdrawPath { get; init; }

    public string Path => $"/admin/issues/{Number}/entries/{Entry.Key}/opine";

    /// <summary>The first field of an entry has a durable name that readiness links to.</summary>
    public string FieldId => IsFirst ? $"o-{Entry.Key}" : $"o-{Entry.Key}-{Place}";

    public bool IsFirst => Place == 0;

    /// <summary>What the browser keeps its copy under. The same before and after the first saving, which gives an opinion its id.</summary>
    public string CopyKey(ClaimsPrincipal person) =>
        Opinion is null || (Opinion.PersonId is { } author && author == person.Id()) ? $"own-opinion-on-{Entry.Id}" : $"opinion-{Opinion.Id}";

    private int Place => Opinion?.Position ?? Entry.Opinions.Count;

    public static IEnumerable<OpinionForm> All(int number, Entry entry, string label, ClaimsPrincipal person)
    {
        foreach (var opinion in entry.Opinions)
            yield return new(number, entry, opinion, opinion.Author is "" ? label : opinion.Author, person.MayRewrite(opinion) && !entry.Issue.IsPublished)
            {
                WithdrawPath = person.MayWithdraw(opinion) && !entry.Issue.IsPublished ? $"/admin/issues/{number}/entries/{entry.Key}/withdraw?opinion={opinion.Key}" : null,
            };
        var mine = person.Byline(entry);
        if (person.OpinionIn(entry) is null && !entry.Issue.IsPublished)
            yield return new(number, entry, null, mine is "" ? label : mine, MayWrite: true);
    }
}
