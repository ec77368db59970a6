using Microsoft.AspNetCore.Identity;
using Roundup.Data;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages.Passkeys;

public sealed class IndexModel(RoundupDb db, SignIns signIn) : AccountPage(db, signIn)
{
    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public async Task OnGetAsync() => Passkeys = [.. (await People.GetPasskeysAsync(Oneself)).OrderBy(p => p.CreatedAt)];
}
