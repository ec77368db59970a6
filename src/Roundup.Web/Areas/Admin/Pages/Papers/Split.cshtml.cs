using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.Papers;
using Roundup.Model;
using Roundup.Model.Papers;
using Roundup.Web.Security;
using Roundup.Web.Site;

namespace Roundup.Web.Areas.Admin.Pages.Papers;

/// <summary>Makes two papers of one, of which somebody thought that it was one.</summary>
[Authorize(Policies.Publish)]
public sealed class SplitModel(RoundupDb db, TimeProvider clock) : PaperPage(db)
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public DeskPaper Shown { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Shown = new(Paper, await DeskPaper.PlacesAsync(Db, [Id], cancel));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        var (refusal, part) = await SplitAsync(clock.GetUtcNow(), cancel);
        return refusal is null ? Redirect($"/admin/papers/{part!.Id}") : this.Refuse(refusal);
    }

    private async Task<(Refusal?, Paper?)> SplitAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var entries = await Db.Entries.Where(e => e.PaperId == Id).OrderBy(e => e.Id).ToListAsync(cancel);
        var names = Paper.Identifiers.Where(i => Input.Names.Contains(i.Id)).ToList();
        if (Paper.Split(names, [.. entries.Where(e => Input.Entries.Contains(e.Key))], entries, Input.WithWords, now, out var part) is { } refusal) return (refusal, null);

        // That the two are two is remembered by their ids, and the new one has none before it is saved.
        await using var both = await Db.Database.BeginTransactionAsync(cancel);
        Db.Add(part!);
        Db.Audit(User, "paper.split", $"made a paper of its own of a part of “{Paper.Title}”", PaperPath, now);
        if (!Input.WithWords) await Db.WantAsync(ErrandKind.Fill, [part!], now, cancel);
        if (await Db.SaveAsync(cancel) is { } race) return (race, null);
        await Db.DistinguishAsync(Paper, part!, User.PrintedName(), now, cancel);
        if (await Db.SaveAsync(cancel) is { } second) return (second, null);

        await both.CommitAsync(cancel);
        return (null, part);
    }

    public sealed class InputModel
    {
        /// <summary>Ids of identifiers that belong to the other paper.</summary>
        public List<int> Names { get; set; } = [];

        /// <summary>Ids of entries that speak of the other paper.</summary>
        public List<int> Entries { get; set; } = [];

        public bool WithWords { get; set; } = true;
    }
}
