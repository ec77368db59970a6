using Roundup.Web.Site;

namespace Roundup.Web.Reading;

/// <summary>What a topic is called wherever it is linked.</summary>
public sealed record TopicName(string Name, string Slug)
{
    public string Path => Paths.Topic(Slug);
}
