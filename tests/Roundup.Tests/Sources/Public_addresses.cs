using System.Net;
using Roundup.Sources.Fetching;

namespace Roundup.Tests.Sources;

public class Public_addresses
{
    [Theory]
    [InlineData("0.0.0.0", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.255", "168.63.129.16", "169.254.169.254", "169.254.170.2")]
    [InlineData("172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.31.196.1", "192.52.193.1", "192.88.99.1", "192.168.1.1", "192.175.48.1")]
    [InlineData("198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255")]
    [InlineData("::", "::1", "fd00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "100::1", "100:0:0:1::1", "2001:0:a9fe:a9fe::", "2001:1::1")]
    [InlineData("2001:2::1", "2001:3::1", "2001:4:112::1", "2001:10::1", "2001:20::1", "2001:30::1", "2001:db8::1", "3fff::1", "5f00::1", "2620:4f:8000::1")]
    [InlineData("::ffff:169.254.169.254", "::ffff:93.184.216.34", "::169.254.169.254", "::ffff:0:7f00:1", "64:ff9b::7f00:1", "64:ff9b::5db8:d822")]
    [InlineData("64:ff9b:1::5db8:d822", "2002:a9fe:a9fe::", "2002:7f00:1::", "2000::1", "3ffe::1", "3fff:1000::", "4000::1", "f000::1", "1::1", "400::1")]
    public void Inner_reserved_and_wrapping_ones_are_not_public(params string[] addresses) =>
        Assert.All(addresses, address => Assert.False(PublicAddresses.Contain(IPAddress.Parse(address)), address));

    [Theory]
    [InlineData("93.184.216.34", "1.1.1.1", "169.253.255.255", "169.255.0.0", "100.63.255.255", "100.128.0.0", "168.63.129.15", "168.63.129.17")]
    [InlineData("172.15.255.255", "172.32.0.0", "192.31.195.255", "192.52.194.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "11.0.0.0")]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:4001::1", "2400:cb00::1", "2001:4860:4860::8888", "2a04:4e42::81")]
    public void The_rest_is_public_to_the_edge(params string[] addresses) =>
        Assert.All(addresses, address => Assert.True(PublicAddresses.Contain(IPAddress.Parse(address)), address));
}
