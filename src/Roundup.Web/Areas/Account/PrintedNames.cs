using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Data.People;
using Roundup.Model;
using Roundup.Model.Discussion;
using Roundup.Model.Text;

namespace Roundup.Web.Areas.Account;

/// <summary>Whose name may be printed: nobody is to pass for one of the desk's people. Readers may be called alike, and nobody learns that others are here.</summary>
public sealed class PrintedNames(RoundupDb db)
{
    /// <returns>Why not, or the name as it is printed.</returns>
    public async Task<(Refusal? Refusal, string Name)> ReadAsync(string typed, Person? oneself, CancellationToken cancel)
    {
        if (Commenter.ReadName(typed, out var name) is { } odd) return (odd, "");

        var (letters, id) = (Letters.Only(name), oneself?.Id);
        var desk = await db.Users.AtDesk.Where(p => p.Id != id).Select(p => p.Name).ToListAsync(cancel);
        if (oneself?.Role is not Role.Owner && await db.Publications.Select(p => p.EditedBy).SingleOrDefaultAsync(cancel) is { } editor && Letters.Only(oneself?.Name ?? "") != Letters.Only(editor)) desk.Add(editor);
        return desk.Exists(n => Letters.Only(n) is { Length: > 0 } other && other == letters) ? (new("Somebody who edits here bears that name. Add an initial.", nameof(Commenter.Name)), "") : (null, name);
    }
}
