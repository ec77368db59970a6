using System.Collections.Frozen;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Roundup.Sources.Pages;

/// <summary>
/// Goes once over a page's tags, by AngleSharp's tokeniser, and notes what may say something of the page. No tree is built: it is what makes
/// time and memory grow with the square of a hostile page. Nothing is run and nothing is loaded.
/// </summary>
internal sealed partial class PageScan : IDisposable
{
    private const int MostMetas = 12_000;
    private const int MostLinks = 500;

    /// <summary>In characters.</summary>
    private const int MaxScript = 256 * 1024;

    private static readonly FrozenSet<string> Attributes = FrozenSet.ToFrozenSet(
        ["name", "property", "content", "itemprop", "rel", "href", "type", "datetime", "class", "id", "src"]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AttributeNames = Attributes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Raw = FrozenSet.ToFrozenSet(["style", "xmp", "iframe", "noembed", "noframes"]);

    /// <summary>In characters of visible text: behind it stand comments and other articles, with authors and dates of their own.</summary>
    private const int NearTop = 3000;

    private readonly PageOutline _page;
    private readonly HtmlTokenizer _tokens;
    private readonly StringBuilder _script = new();
    private readonly StringBuilder _beginning = new();

    private Action<string>? _onScript;
    private int _metas;
    private string _within = "";
    private bool _isFrontMatter;

    private PageScan(string html, Uri address)
    {
        _page = new(address);
        _tokens = new(new TextSource(html), HtmlEntityProvider.ResolverExtended)
        {
            SkipComments = true,
            // A tag with 100,000 attributes costs no more than one with these.
            ShouldEmitAttribute = (ref tag, name) => tag.Attributes.Count < Attributes.Count && AttributeNames.Contains(name.Span),
        };
    }

    private bool IsNearTop => _beginning.Length <= NearTop;

    public static PageOutline Read(string html, Uri address)
    {
        using var scan = new PageScan(html, address);
        return scan.Read();
    }

    public void Dispose() => _tokens.Dispose();

    private PageOutline Read()
    {
        while (true)
        {
            ref var token = ref _tokens.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.StartTag: Start(ref token); break;
                case HtmlTokenType.EndTag: End(token.Name.ToString()); break;
                case HtmlTokenType.Character: Text(token.Data.Memory.Span); break;
                case HtmlTokenType.EndOfFile:
                    FinishAll();
                    _page.Beginning = PageText.OfText(_beginning.ToString());
                    return _page;
            }
        }
    }

    private void Start(ref StructHtmlToken tag)
    {
        var name = tag.Name.ToString();
        switch (name)
        {
            case "meta": AddMeta(ref tag); break;
            case "link": AddLink(ref tag); break;
            case "base": _page.Base ??= Value(ref tag, "href"); break;
            case "script": StartScript(ref tag); break;
            case "title":
                _tokens.State = HtmlParseMode.RCData;
                if (_page.Title is "") Begin(name, 2000, text => _page.Title = text);
                break;
            case "textarea": (_tokens.State, _within) = (HtmlParseMode.RCData, name); break;
            case "d-front-matter": _isFrontMatter = true; break;
            case "time" when IsNearTop && Value(ref tag, "datetime") is { Length: > 0 } time: _page.Times.Add(time); break;
            default:
                if (Raw.Contains(name)) (_tokens.State, _within) = (HtmlParseMode.Rawtext, name);
                break;
        }
        // What such an element holds is not read, and it closes with its own tag only.
        if (_within is not "" || name is "script" or "title") return;

        Opened(name);
        if (name is not ("meta" or "link")) Observe(ref tag, name);
    }

    private void StartScript(ref StructHtmlToken tag)
    {
        (_tokens.State, _within) = (HtmlParseMode.Script, "script");
        var type = Value(ref tag, "type");
        if (type.Contains("ld+json", StringComparison.OrdinalIgnoreCase)) _onScript = _page.JsonLd.Add;
        else if (_isFrontMatter || type is "text/front-matter") _onScript = _page.FrontMatter.Add;
        else _onScript = text => _page.IsChallenge |= text.Contains("_cf_chl_opt", StringComparison.Ordinal) || text.Contains("geo.captcha-delivery.com", StringComparison.Ordinal);

        if (ChallengeScripts.Any(Value(ref tag, "src").Contains)) _page.IsChallenge = true;
    }

    private static readonly string[] ChallengeScripts = ["challenges.cloudflare.com/turnstile", "/cdn-cgi/challenge-platform/h/", "captcha-delivery.com", "/_Incapsula_Resource"];

    private void End(string name)
    {
        if (_within is not "")
        {
            if (_within != name) return;
            _within = "";
            if (name is "script" && _script.Length > 0) _onScript?.Invoke(_script.ToString());
            _script.Clear();
            return;
        }
        if (name is "d-front-matter") _isFrontMatter = false;
        Closed(name);
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (_within is "script" && _script.Length + text.Length <= MaxScript) _script.Append(text);
        if (_within is not "") return;

        Write(text);
        if (!IsNearTop || _captures.Exists(capture => capture.Tag is "title")) return;
        _beginning.Append(text);
        NoteDate(text.Trim());
    }

    // "Published January 2, 2024" in an element of its own, near the top: Hugging Face, Anthropic.
    private void NoteDate(ReadOnlySpan<char> text)
    {
        if (text.Length is < 8 or > 45 || _page.Headings.Count is 0 || !text.ContainsAnyInRange('0', '9')) return;

        var said = text.ToString();
        foreach (var word in (ReadOnlySpan<string>)["Published on", "Published", "Posted on", "Posted", "Date:"])
            if (said.StartsWith(word, StringComparison.OrdinalIgnoreCase)) { said = said[word.Length..].Trim(); break; }
        if (PageDate.Read(said) is { IsDay: true }) _page.Times.Add(said);
    }

    private void AddMeta(ref StructHtmlToken tag)
    {
        var content = Value(ref tag, "content");
        if (content is "" || MostMetas <= _metas) return;

        var (name, property, item) = (Value(ref tag, "name"), Value(ref tag, "property"), Value(ref tag, "itemprop"));
        // The references of a paper are other papers.
        if (name.Length + property.Length > 200 || name.StartsWith("citation_reference", StringComparison.OrdinalIgnoreCase)) return;

        _metas++;
        if (name is not "") _page.AddMeta(name, content);
        if (property is not "" && !property.Equals(name, StringComparison.OrdinalIgnoreCase)) _page.AddMeta(property, content);
        if (item is "datePublished") _page.Times.Add(content);
        else if (item is "author") AddName(_page.Signatures, content);
    }

    private void AddLink(ref StructHtmlToken tag)
    {
        if (_page.Links.Count < MostLinks && Value(ref tag, "href") is { Length: > 0 and <= 4000 } href)
            _page.Links.Add((Value(ref tag, "rel").ToLowerInvariant(), href, Value(ref tag, "type").ToLowerInvariant()));
    }

    private static string Value(ref StructHtmlToken tag, string name) => tag.GetAttribute(name).ToString();
}
