namespace Roundup.Sources.Fetching;

/// <summary>What one fetch may cost and bring.</summary>
public sealed record FetchLimits
{
    /// <summary>For the body, as sent and again as unpacked, in bytes. 5 MiB.</summary>
    public int MaxBytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>From the first byte sent to the last received, redirects included; waiting for one's turn is not. 10 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    public int MaxRedirects { get; init; } = 3;

    /// <summary>What a successful answer may be, without parameters and in lower case.</summary>
    public IReadOnlyList<string> MediaTypes { get; init; } = ["text/html", "application/xhtml+xml"];

    /// <summary>Asks what is there without taking it: any media type will do, and no byte of the body is read.</summary>
    internal bool IsStatusOnly { get; init; }

    internal static readonly HttpRequestOptionsKey<FetchLimits> Key = new("Roundup.FetchLimits");
}

/// <summary>What came back.</summary>
/// <param name="Address">Where it came from in the end, after redirects.</param>
/// <param name="Status">The HTTP status; anything but a redirect.</param>
/// <param name="MediaType">In lower case, "" where the server did not say.</param>
/// <param name="Body">Unpacked.</param>
public sealed record Fetched(Uri Address, int Status, string MediaType, byte[] Body)
{
    /// <summary>The encoding of the text, where the server said.</summary>
    public string? Charset { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;
}
