using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;

namespace Roundup.Web.Areas.Account;

/// <summary>Where somebody goes on who signed in: where they wanted to, which an address says that anyone can have made.</summary>
internal static class Ways
{
    extension(IUrlHelper url)
    {
        /// <summary>Whether an address is one of this site that a header can carry. A server refuses other letters there, when the cookie is on its way already.</summary>
        public bool IsWay([NotNullWhen(true)] string? address) => url.IsLocalUrl(address) && address.All(c => c is > ' ' and < '\x7f');

        public string Way(string? address, string otherwise) => url.IsWay(address) ? address : otherwise;
    }
}
