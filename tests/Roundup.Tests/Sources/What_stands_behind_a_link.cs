using Roundup.Model.Papers;

namespace Roundup.Tests.Sources;

public class What_stands_behind_a_link
{
    [Theory]
    [InlineData("https://github.com/kmeng01/rome", null, LinkKind.Code)]
    [InlineData("https://gitlab.com/a/b", "here", LinkKind.Code)]
    [InlineData("https://huggingface.co/meta-llama/Llama-3", null, LinkKind.Code)]
    [InlineData("https://colab.research.google.com/drive/x", null, LinkKind.Code)]
    [InlineData("https://anonymous.4open.science/r/x", null, LinkKind.Code)]
    [InlineData("https://huggingface.co/datasets/a/b", null, LinkKind.Data)]
    [InlineData("https://zenodo.org/record/123", null, LinkKind.Data)]
    [InlineData("https://osf.io/abcde/", null, LinkKind.Data)]
    [InlineData("https://rome.baulab.info/", null, LinkKind.Related)]
    [InlineData("https://rome.baulab.info/", "Project page", LinkKind.Project)]
    [InlineData("https://memit.github.io/", null, LinkKind.Project)]
    [InlineData("https://memit.github.io/", "Code", LinkKind.Code)]
    [InlineData("https://github.com/a/b", "[Dataset]", LinkKind.Data)]
    [InlineData("https://huggingface.co/spaces/a/b", null, LinkKind.Project)]
    [InlineData("https://arxiv.org/pdf/2202.05262", "Code", LinkKind.Pdf)]
    [InlineData("https://github.com/a/b/blob/main/paper.PDF", null, LinkKind.Pdf)]
    [InlineData("https://youtu.be/x", null, LinkKind.Video)]
    [InlineData("https://example.org/x", "Talk", LinkKind.Video)]
    [InlineData("https://openreview.net/forum?id=x", null, LinkKind.Discussion)]
    [InlineData("https://x.com/a/status/1", null, LinkKind.Discussion)]
    [InlineData("https://notx.com/a/status/1", null, LinkKind.Related)]
    [InlineData("https://arxiv.org/abs/2202.05262", "Evaluating code models with data", LinkKind.Related)]
    [InlineData("javascript:alert(1)", "Code", LinkKind.Related)]
    [InlineData("", null, LinkKind.Related)]
    public void Is_told_by_file_then_label_then_host(string url, string? label, LinkKind kind) => Assert.Equal(kind, LinkKinds.Of(url, label));
}
