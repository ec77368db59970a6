// The clipper: runs inside the page that an editor is reading, whatever its content security policy, and brings what it says about a paper
// to our form, behind the # of the address. It loads nothing, sends nothing, changes nothing in the page and runs no text as code.
// Bookmarklet.cs takes away comments and blanks; for its sake every statement ends with a semicolon, strings stand in single quotes, and
// regular expressions hold neither blanks nor quotes.
(() => {
  const site = '{site}', d = document, here = location;
  const cut = (s, n) => String(s || '').trim().slice(0, n);
  const all = (css, root) => [...(root || d).querySelectorAll(css)];
  const bare = h => h.replace(/^www\./, '');
  const line = s => s.replace(/\s+/g, ' ').trim();
  const page = here.href.split('#')[0];
  const host = bare(here.hostname);

  // What the head says, by name: Highwire (citation_*), Dublin Core, PRISM, Open Graph.
  const said = new Map();
  for (const e of all('meta')) {
    const k = (e.getAttribute('name') || e.getAttribute('property') || '').toLowerCase().replace('dcterms.', 'dc.');
    const v = cut(e.content, 3e4);
    if (k && v) said.set(k, [...(said.get(k) || []), v]);
  }
  const list = (...names) => names.map(n => said.get(n)).find(v => v) || [];
  const one = (...names) => list(...names)[0] || '';

  // JSON-LD: the first thing in it that is a work.
  let ld = {};
  const walk = (x, n) => {
    if (!x || n > 5 || ld.at) return;
    if (Array.isArray(x)) return x.forEach(y => walk(y, n + 1));
    if (/Article|Posting|Thesis|Report|Book|Chapter|Dataset|CreativeWork/.test([].concat(x['@type']))) ld = {at: 1, ...x};
    else ['@graph', 'mainEntity', 'mainEntityOfPage'].map(k => typeof x[k] == 'object' && walk(x[k], n + 1));
  };
  for (const e of all('script[type="application/ld+json"]')) try { walk(JSON.parse(e.textContent), 0); } catch {}
  const named = x => [].concat(x || []).map(y => typeof y == 'string' ? y : y && y.name).filter(y => typeof y == 'string');

  // Words as they stand on the page, paragraphs parted; typeset maths as its TeX.
  const words = e => {
    if (!e) return '';
    const c = e.cloneNode(true);
    all('script,style,button,h1,h2,h3,h4,h5,h6,.descriptor,nav', c).map(x => x.remove());
    all('.katex,math,mjx-container', c).map(x => {
      const a = x.querySelector('annotation');
      const tex = a ? a.textContent : x.getAttribute('alttext');
      if (tex) x.textContent = '$' + tex + '$';
    });
    all('p,div,br,li', c).map(x => x.append('\x01'));
    return c.textContent.replace(/\s+/g, ' ').replace(/[\s\x01]*\x01[\s\x01]*/g, '\n\n').trim().replace(/^(abstract|summary)\s*([:.\u2014-]|\n)\s*/i, '').slice(0, 2e4);
  };

  // The abstract that can be seen; a post has none and is quoted by its beginning.
  let near = null;
  let abs = '';
  const field = all('.note-content-field').find(e => /^\s*abstract/i.test(e.textContent));
  for (const e of [field && field.nextElementSibling, ...'.acl-abstract,blockquote.abstract,#abstract,section[aria-labelledby*=abstract i],.abstract,[class*=abstract i]'.split(',').flatMap(css => all(css))]) {
    const t = near ? '' : words(e);
    if (t.length > 80 && t.length < 1e4) { near = e; abs = t; }
  }
  const flat = (s, by) => s.replace(/<\/?[a-z][^>]*>/gi, by);
  const meant = flat(one('citation_abstract', 'dc.description.abstract'), ' ');
  if (meant.length > 80 && (!near || /this.https?.URL/.test(abs) || near.querySelector('mjx-container'))) abs = meant;
  const post = near ? null : d.querySelector('#postContent,.PostsPage-postContent,.ContentStyles-postBody,.post-body');
  if (post) {
    near = post;
    for (const p of all('p', post)) if (abs.length < 900 && !meant) abs = (abs + '\n\n' + words(p)).trim();
  }
  if (!abs) abs = [one('dc.description'), cut(ld.abstract || ld.description, 2e4), one('og:description', 'description')].find(t => t.length > 120) || '';

  // Last, First is printed First Last; a suffix stays behind.
  const turn = n => n.replace(/^([^,]+),\s*([^,]+)$/, (m, a, b) => /^(jr|sr|ii|iii|iv|phd|md)\b/i.test(b) ? m : b + ' ' + a);
  let authors = list('citation_author', 'citation_authors', 'dc.creator', 'dc.contributor');
  if (authors.length == 1) authors = authors[0].split(/\s*;\s*/);
  if (!authors.length) authors = named(ld.author);
  if (!authors.length) authors = all('.forum-authors a,.forum-authors span>span').map(e => e.textContent);
  if (!authors.length) authors = list('author').filter(a => !/^https?:/.test(a));
  authors = [...new Set(authors.map(a => cut(turn(line(a)), 100)).filter(a => a))];

  // The page's own title last: it carries the name of the site.
  const shown = d.querySelector('h2.citation_title,.forum-title h2');
  const tail = one('og:site_name');
  const title = one('citation_title', 'dc.title') || cut(shown && shown.textContent) || cut(ld.headline || ld.name, 1e3) || [one('og:title') || (/pdf/.test(d.contentType) ? '' : d.title)].map(t => tail && t.endsWith(tail) ? t.slice(0, -tail.length).replace(/[\s|\u2013\u2014-]+$/, '') : t)[0].replace(/\s\|\sOpenReview$/, '');

  // The page's address of choice, where it is one of the same site and not its front page.
  const pdf = one('citation_pdf_url');
  const canon = all('link[rel=canonical]').map(e => e.href)[0] || '';
  let link = page;
  try {
    const c = new URL(canon);
    if (bare(c.hostname) == host && c.pathname != '/' && !/openreview/.test(c.hostname)) link = c.href.split('#')[0];
  } catch {}

  // Code, data and project pages beside the abstract, as links or in its words.
  const links = new Map(pdf ? [[pdf, 'pdf']] : []);
  const known = /(^|\.)(github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|huggingface\.co|hf\.co|zenodo\.org|osf\.io|figshare\.com|kaggle\.com|colab\.research\.google\.com|4open\.science|(github|gitlab)\.io|youtube\.com|youtu\.be|slideslive\.com)$/;
  const root = near && (near.closest('#abs,.forum-note,.note,.acl-paper-details') || (post || near.parentElement.textContent.length > 2e4 ? near : near.parentElement));
  for (const a of root ? all('a[href]', root) : []) {
    const label = line(a.textContent);
    if (!/^https?:$/.test(a.protocol) || bare(a.hostname) == host || a.pathname.length < 2 && !/\.io$/.test(a.hostname)) continue;
    if (known.test(a.hostname) || label.length < 30 && /\b(code|data|datasets?|project|demo|repo(sitory)?|benchmark|video|website)\b/i.test(label)) links.set(a.href, label.length < 30 && !/\.|:/.test(label) ? label : '');
  }
  for (const m of abs.matchAll(/https?:\/\/[^\s<>)\]]+/g)) { const u = m[0].replace(/[.,;:]+$/, ''); if (!links.has(u) && !links.has(u + '/')) links.set(u, ''); }

  // Names of the paper besides its address.
  const doi = [one('citation_doi', 'prism.doi'), ...list('dc.identifier', 'dc.source'), ...named(ld.sameAs)].map(s => (s.match(/10\.\d{4,9}\/\S+/) || [])[0]).find(s => s);
  const ids = [page, one('og:url'), doi, one('citation_arxiv_id') && 'arXiv:' + one('citation_arxiv_id'), one('citation_pmid') && 'PMID:' + one('citation_pmid')].filter((s, i, a) => s && s != link && a.indexOf(s) == i);

  // OpenReview calls a submission by the venue that it was sent to, which does not mean that it was accepted.
  const venue = /openreview/.test(host) ? '' : one('citation_journal_title', 'citation_conference_title', 'prism.publicationname');
  const when = (one('citation_publication_date', 'citation_date', 'citation_online_date', 'dc.date', 'dc.date.issued', 'article:published_time') || cut(ld.datePublished)).match(/(\d{4})(?:[-\/.](\d{1,2}))?(?:[-\/.](\d{1,2}))?/);

  const address = site + '/capture#' + encodeURIComponent(JSON.stringify({
    link: cut(link, 2e3), title: cut(line(flat(title, '')), 1e3), authors: authors.slice(0, 500), of: authors.length, abstract: abs, venue: cut(venue, 300),
    published: when ? when.slice(1).filter(p => p).map(p => p.padStart(2, '0')).join('-') : '',
    links: [...links].slice(0, 30).map(([u, l]) => cut(u, 1e3) + (l ? ' ' + l : '')),
    ids: ids.slice(0, 10).map(s => cut(s, 1e3)), note: cut(getSelection(), 3e3),
  }));
  const tab = window.open(address, '_blank');
  if (tab) tab.opener = null;
  else here.href = address;
})();
