namespace Roundup.Tests.Formats.Text;

// TeX between dollars: what a library for maths may link, load, name, cover the page with, or write out as it stands.
public sealed partial class HostileTexts
{
    private static IEnumerable<string> Maths()
    {
        string[] pieces =
        [
            @"\href{javascript:alert(1)}{x}", @"\href{//evil.example}{x}", @"\url{javascript:alert(1)}", @"\html{<img src=x onerror=alert(1)>}", @"\htmlId{attributes}{x}", @"\htmlClass{admin}{x}",
            @"\htmlStyle{position:fixed;inset:0}{x}", @"\htmlData{onclick=alert(1)}{x}", @"\class{admin}{x}", @"\id{forms}{x}", @"\style{position:fixed;inset:0}{x}", @"\data{a=alert(1)}{x}",
            @"\includegraphics{//evil.example/x}", @"\includegraphics[alt=x]{javascript:alert(1)}", @"\label{body}\ref{body}", @"\eqref{javascript:alert(1)}", @"\color{red;background:url(//evil.example/x)}x",
            @"\colorbox{url(//evil.example/x)}{x}", @"\rule{9999em}{9999em}", @"\hspace{-9999em}\rule{99em}{99em}", @"\raisebox{9999em}{Sign in}", @"\text{<img src=x onerror=alert(1)>}",
            @"\text{</annotation></semantics></math><script>alert(1)</script>}", @"\text{<annotation-xml encoding=""text/html""><img src=x onerror=alert(1)>}", @"\text{</mtext><style><img src=x onerror=alert(1)>}",
            @"\operatorname{<svg onload=alert(1)>}", @"\unicode{x3cscript}", @"\def\a{\a\a}\a", @"\def\x{\text{<img src=x onerror=alert(1)>}}\x", "x\"onclick=\"alert(1)", "x'onmouseover='alert(1)",
            "</math><img src=x onerror=alert(1)>", "<mglyph><style><img src=x onerror=alert(1)>", "<!--", "&lt;script&gt;alert(1)&lt;/script&gt;",
        ];
        string[] places = ["${0}$", "$${0}$$", @"\({0}\)", "\\[\n{0}\n\\]", "$x$ {0} $y$", @"a $\text{{0}}$ b", "https://a.example/${0}$"];
        return Put(pieces, places);
    }
}
