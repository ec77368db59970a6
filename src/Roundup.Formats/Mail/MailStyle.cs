namespace Roundup.Formats.Mail;

/// <summary>How a mail looks: the site's two voices in faces that every device has.</summary>
internal static class MailStyle
{
    public const string Sheet = """
        body { margin: 0; padding: 0; background: #fcfdfc; color: #1d1a17; -webkit-text-size-adjust: 100% }
        .w { max-width: 600px; margin: 0 auto; padding: 24px 22px 48px; font: 18px/1.5 Georgia, "Times New Roman", serif; overflow-wrap: break-word }
        .pre { display: none; max-height: 0; overflow: hidden }
        .s { font: 14px/1.5 Arial, Helvetica, sans-serif; color: #5f6c75; margin: 0 }
        .web { margin: 6px 0 28px }
        .name { font-size: 20px; line-height: 1.2; margin: 0; padding-bottom: 12px; border-bottom: 1px solid #1d1a17 }
        h1 { font-size: 40px; line-height: 1.06; letter-spacing: -.02em; font-weight: normal; margin: 8px 0 16px }
        h2 { font-size: 25px; line-height: 1.18; font-weight: normal; letter-spacing: -.005em; margin: 0 0 8px }
        h3 { font-size: 18px; font-style: italic; font-weight: normal; color: #b92b12; margin: 22px 0 4px }
        h4, h5, h6 { font-size: 18px; margin: 18px 0 6px }
        p { margin: 0 0 12px }
        a { color: #1d1a17; text-decoration: underline; text-decoration-color: #d08a7c; text-underline-offset: 3px }
        .s a, .a a { color: #465662; text-decoration-color: #7d8a91 }
        h2 a, .toc a, .name a { text-decoration: none }
        .no, .kick b { color: #b92b12; font-weight: normal }
        .toc { margin: 28px 0 32px; padding: 14px 0 14px 34px; border-top: 3px double #1d1a17; border-bottom: 3px double #1d1a17 }
        .toc li { padding: 0 0 0 4px; line-height: 1.3 }
        .toc li::marker { color: #b92b12 }
        .toc a, .name a, .s a { display: inline-block; max-width: 100%; padding: 4px 0; overflow-wrap: anywhere }
        .part { border-top: 3px double #1d1a17; margin-top: 40px; padding-top: 20px; font-style: italic }
        .p { border-top: 1px solid #d6dcdc; margin-top: 40px; padding-top: 28px }
        .part + .p { border-top: 0; margin-top: 0; padding-top: 16px }
        .a { font: 15px/1.6 Arial, Helvetica, sans-serif; color: #465662; margin: 14px 0; padding: 0 }
        pre { font: 13px/1.5 Menlo, Consolas, monospace; white-space: pre-wrap; background: #f1f4f3; padding: 12px }
        .end { border-top: 3px double #1d1a17; margin-top: 40px; padding-top: 20px }
        @media (max-width: 480px) { h1 { font-size: 32px } h2 { font-size: 22px } .w { padding: 16px 16px 40px } }
        @media (prefers-color-scheme: dark) {
          body { background: #14181b; color: #efe8dd }
          a { color: #efe8dd; text-decoration-color: #ff8a6b }
          .s { color: #93a0a9 } .a, .s a, .a a { color: #b3c0c9 }
          h3, .no, .kick b, .toc li::marker { color: #ff8a6b }
          .name, .toc, .end, .part { border-color: #efe8dd } .p { border-color: #30393f } pre { background: #1d2327 }
        }
        """;
}
