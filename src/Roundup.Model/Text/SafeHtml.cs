namespace Roundup.Model.Text;

/// <summary>
/// HTML that has been through the sanitiser, the one kind of text that a page writes as it is.
/// Only Roundup.Formats makes one, and only Roundup.Data reads one back.
/// </summary>
public readonly record struct SafeHtml
{
    private readonly string? _value;

    internal SafeHtml(string value) => _value = value;

    public static SafeHtml Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(_value);

    public override string ToString() => _value ?? "";
}
