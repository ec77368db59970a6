using Microsoft.EntityFrameworkCore;
using Roundup.Data;
using Roundup.Model;

namespace Roundup.Web.Reading;

/// <summary>The publication of this request, read once.</summary>
public sealed class CurrentPublication(RoundupDb db)
{
    private Task<Publication?>? _reading;

    /// <returns>Null until the owner has set the site up.</returns>
    public Task<Publication?> ReadAsync() => _reading ??= db.Publications.AsNoTracking().SingleOrDefaultAsync();
}
