using System.Net;
using System.Net.Sockets;

namespace Roundup.Sources.Fetching;

/// <summary>
/// The addresses of the public internet. IPv4: everything that is not in IANA's special-purpose registry, nor multicast, reserved or a cloud's
/// host agent. IPv6: only what IANA has allocated out of 2000::/3, less its special-purpose blocks; so addresses that wrap an IPv4 one
/// (mapped, NAT64, 6to4, Teredo) are not public either.
/// </summary>
/// <remarks>
/// iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry, …/ipv6-unicast-address-assignments, as of 2026. On a network
/// that reaches IPv4 only through NAT64, nothing can be fetched.
/// </remarks>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] SpecialV4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
        "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
        // Azure's host agent, in the middle of public space.
        "168.63.129.16/32");

    private static readonly IPNetwork[] AllocatedV6 = Networks(
        "2001:200::/23", "2001:400::/23", "2001:600::/23", "2001:800::/22", "2001:c00::/23", "2001:e00::/23", "2001:1200::/23", "2001:1400::/22",
        "2001:1800::/23", "2001:1a00::/23", "2001:1c00::/22", "2001:2000::/19", "2001:4000::/23", "2001:4200::/23", "2001:4400::/23",
        "2001:4600::/23", "2001:4800::/23", "2001:4a00::/23", "2001:4c00::/23", "2001:5000::/20", "2001:8000::/19", "2001:a000::/20",
        "2001:b000::/20", "2003::/18", "2400::/12", "2410::/12", "2600::/12", "2610::/23", "2620::/23", "2630::/12", "2800::/12", "2a00::/12",
        "2a10::/12", "2c00::/12");

    private static readonly IPNetwork[] SpecialV6 = Networks("2001:db8::/32", "2620:4f:8000::/48");

    public static bool Contain(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !IsIn(SpecialV4, address),
        AddressFamily.InterNetworkV6 => address.ScopeId is 0 && IsIn(AllocatedV6, address) && !IsIn(SpecialV6, address),
        _ => false,
    };

    private static bool IsIn(IPNetwork[] networks, IPAddress address)
    {
        foreach (var network in networks)
            if (network.Contains(address)) return true;
        return false;
    }

    private static IPNetwork[] Networks(params string[] prefixes) => [.. prefixes.Select(prefix => IPNetwork.Parse(prefix))];
}
