using Roundup.Formats.Reading;
using Roundup.Sources;

namespace Roundup.Tests.Formats.Reading;

/// <summary>Half of what editors link are posts and pages: a paste of addresses alone means each of them.</summary>
public class BareLinksTests
{
    private static readonly RoundupReader Reader = new(fragment => new PaperFinder().Recognise(fragment));

    [Theory]
    [InlineData("https://example.org/blog/why-lists")]
    [InlineData("https://example.org/blog/why-lists\nhttps://www.example.com/research/some-post")]
    [InlineData("- https://example.org/blog/why-lists\n- https://www.example.com/research/some-post")]
    [InlineData("1. https://example.org/blog/why-lists\n2. https://www.example.com/research/some-post\n3. https://arxiv.org/abs/2202.05262")]
    [InlineData("https://example.org/blog/why-lists\n\nhttps://www.example.com/research/some-post\n\n10.1038/s42256-024-00832-8")]
    public void Each_address_is_a_paper_in_its_place(string pasted)
    {
        Assert.Null(Reader.Read(pasted, out var reading));
        var expected = pasted.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Contains('/')).Select(word => word.StartsWith("10.", StringComparison.Ordinal) ? $"https://doi.org/{word}" : word);
        Assert.Equal(expected, reading.Issue.Entries.Select(entry => entry.Url));
        Assert.Equal("", reading.Issue.Introduction);
        Assert.Equal(reading.Issue.Entries.Select(e => e.Url), Reader.Assemble(reading.Lines).Entries.Select(e => e.Url));
    }

    [Theory]
    [InlineData("I was at https://example.org/blog/why-lists and liked it.")]
    [InlineData("My site is https://example.org/.\n\nhttps://example.org/blog/why-lists")]
    public void Among_words_an_address_is_only_an_address(string pasted)
    {
        Assert.Null(Reader.Read(pasted, out var reading));
        Assert.Empty(reading.Issue.Entries);
    }
}
