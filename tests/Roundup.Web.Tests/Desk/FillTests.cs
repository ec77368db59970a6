using System.Net;
using Microsoft.Extensions.Time.Testing;
using Roundup.Data.People;
using Roundup.Model.Papers;
using Roundup.Web.Areas.Admin;

namespace Roundup.Web.Tests.Desk;

public sealed class FillTests
{
    private static readonly PaperId Known = new(PaperScheme.Arxiv, "2202.05262");

    [Fact]
    public async Task A_source_fills_only_what_is_missing()
    {
        var (paper, other) = (Card(Known), Card(new(PaperScheme.Arxiv, "2202.00000")));
        var source = new Source(new PaperRecord { Id = Known, Title = "Locating", Authors = ["Ada One"], Abstract = "We do.", Source = "Made up" });

        await new Filling([source], new FakeTimeProvider()).AskAsync([paper, other], CancellationToken.None);

        Assert.Equal(("Locating", "We do.", ""), (paper.Title, paper.Abstract.Source, paper.FillFailure));
        Assert.Equal("Made up knows no paper 2202.00000. Check the number, or fill it in by hand.", other.FillFailure);
        Assert.Equal(1, source.Asked);
    }

    [Fact]
    public async Task A_source_that_is_silent_leaves_a_sentence()
    {
        var paper = Card(Known);
        var filling = new Filling([new Source(new SourceException("Made up", "It does not answer; try again later."))], new FakeTimeProvider());
        Assert.True(filling.IsDue([paper]));

        await filling.AskAsync([paper], CancellationToken.None);

        Assert.Equal("It does not answer; try again later.", paper.FillFailure);
        Assert.False(filling.IsDue([paper]));
    }

    [Fact]
    public async Task Without_a_source_the_desk_says_so()
    {
        await using var site = new DeskSite();
        await site.DraftAsync(1, "One");
        using var editor = await site.SeatAsync(Role.Editor);

        using var reply = await editor.SendAsync("/admin/issues/1/fill", "main form");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reply.StatusCode);
        Assert.Contains("no source to ask", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Paper Card(PaperId id)
    {
        var paper = new Paper(id.Value, Scene.FirstFriday);
        paper.Identify(id);
        return paper;
    }

    private sealed class Source(object answer) : IPaperSource
    {
        public int Asked { get; private set; }

        public SourceTerms Terms => new("Made up", SourceTrust.Home, TimeSpan.Zero);

        public bool Covers(PaperId id) => id.Scheme is PaperScheme.Arxiv;

        public Task<IReadOnlyList<PaperRecord>> FetchAsync(IReadOnlyList<PaperId> ids, CancellationToken cancel)
        {
            Asked++;
            return answer is Exception trouble ? Task.FromException<IReadOnlyList<PaperRecord>>(trouble) : Task.FromResult<IReadOnlyList<PaperRecord>>([(PaperRecord)answer]);
        }
    }
}
