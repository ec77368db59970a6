using Microsoft.AspNetCore.Mvc;
using Roundup.Data;
using Roundup.Web.Security;

namespace Roundup.Web.Areas.Account.Pages;

public sealed class DataModel(RoundupDb db, SignIns signIn, OwnData data) : AccountPage(db, signIn)
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => File(await data.GatherAsync(Oneself, cancel), "application/json", "my-data.json");
}
