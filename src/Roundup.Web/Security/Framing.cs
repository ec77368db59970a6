namespace Roundup.Web.Security;

/// <summary>The desk shows a draft within a frame. Each of these answers differs from the site's policy in what that needs and in nothing else.</summary>
internal static class Framing
{
    /// <summary>Mail carries its styles within, and nothing in it runs, loads or is sent; the address bar shows it no better than a frame does.</summary>
    private const string Mail = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    extension(HttpResponse response)
    {
        /// <summary>A page that holds a frame of this site.</summary>
        public void HoldsFrame() => response.Headers.ContentSecurityPolicy = $"{SecurityHeaders.Policy}; frame-src 'self'";

        /// <summary>A page of this site that stands in such a frame.</summary>
        public void StandsInFrame() => response.Headers.ContentSecurityPolicy = SecurityHeaders.Policy.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);

        /// <summary>A mail in such a frame.</summary>
        public void IsMailInFrame() => response.Headers.ContentSecurityPolicy = Mail;
    }
}
