using System.Text;
using Roundup.Model.Papers;
using Roundup.Sources;
using Roundup.Sources.Pages;

namespace Roundup.Tests.Sources.Pages;

internal static class Read
{
    public static PaperRecord Page(string html, string address = "https://www.example.org/posts/a-post", PaperId? asked = null) =>
        PageReader.Read(Encoding.UTF8.GetBytes(html), new(address), asked ?? Id(address), "page");

    public static PaperRecord Head(string head, string address = "https://www.example.org/posts/a-post") =>
        Page($"<!doctype html><html><head>{head}</head><body></body></html>", address);

    public static PaperRecord Recorded(string file, string address, PaperId? asked = null) =>
        PageReader.Read(File.ReadAllBytes(SharedFolder.Path("fixtures", "html-meta", file)), new(address), asked ?? Id(address), "page");

    public static string Refusal(string html, string address = "https://www.example.org/posts/a-post") =>
        Assert.Throws<SourceException>(() => Page(html, address)).Message;

    private static PaperId Id(string address) => new PaperFinder().Recognise(address, anyPage: true)!;
}
