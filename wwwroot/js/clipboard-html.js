// What a clipboard holds, put in order: the tree that comes out has links, emphasis, lists, quotes, headings, code and tables, and nothing else
// that matters. Programs write these in their own ways: by styles (Google Docs), by paragraphs that only look like lists (Word), by wrappers.

const silent = 'script, style, meta, link, title, template, svg, button, input, select, textarea, iframe, object, embed, video, audio, canvas, noscript, [hidden], .mw-editsection'
const blocks = 'address, article, aside, blockquote, dd, div, dl, dt, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, ul'
const headings = 'h1, h2, h3, h4, h5, h6'
const inline = 'strong, em, del, code'

/**
 * Reads HTML into a document of its own, which runs nothing and loads nothing; the browser takes out what could.
 * @returns its body; null where the browser has no safe way to read it
 */
export function read(html) {
  // A style is read here and never applied, and a handler never called. The policy reports them all the same, so that they come in by other names.
  const undressed = html.replace(/<style\b[\s\S]*?<\/style\s*>/gi, '').replace(/<[a-z][^<>]*>/gi, tag => tag.replace(/\s(style|on[a-z]+)(?=\s*=)/gi, ' data-$1'))
  return Document.parseHTML?.(undressed, { sanitizer: { comments: false, removeElements: ['style', 'link', 'base', 'template'] } }).body ?? null
}

/** Changes the tree in place. */
export function tidy(root) {
  for (const maths of root.querySelectorAll('.katex, .mjx-chtml, mjx-container, math')) writeTex(maths)
  for (const junk of root.querySelectorAll(`${silent}, [aria-hidden=true]`)) junk.remove()
  for (const element of root.querySelectorAll('[data-style]')) if (isHidden(element)) element.remove()
  for (const code of root.querySelectorAll('pre')) keepLines(code)
  wordParagraphs(root)
  for (const element of root.querySelectorAll('b, strong, i, em, span, font, s, strike, tt, samp, kbd')) dress(element)
  for (const bold of root.querySelectorAll(`:is(${headings}, th) strong`)) unwrap(bold)
  for (const image of root.querySelectorAll('img')) describe(image)
  for (const link of root.querySelectorAll('a')) straighten(link)
  for (const list of root.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) putIntoItem(list)
  for (const item of root.querySelectorAll('li')) loosen(item)
  for (const table of [...root.querySelectorAll('table')].reverse()) if (isLayout(table)) flatten(table)
  join(root)
  cleanText(root)
  return root
}

const style = (element, name) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, 'i').exec(element.dataset?.style ?? '')?.[1].trim().toLowerCase() ?? ''

// arXiv hides its labels by their size.
const isHidden = element => style(element, 'display') === 'none' || style(element, 'mso-hide') === 'all' || /^0(px|pt|em)?$/.test(style(element, 'font-size'))

const unwrap = element => element.replaceWith(...element.childNodes)

const make = (element, name, ...children) => {
  const made = element.ownerDocument.createElement(name)
  made.append(...children)
  return made
}

function writeTex(maths) {
  if (!maths.isConnected) return
  const tex = maths.querySelector('annotation[encoding*=tex]')?.textContent ?? maths.getAttribute('alttext') ?? maths.querySelector('[alttext]')?.getAttribute('alttext')
    ?? maths.querySelector('.mjx-math[aria-label]')?.getAttribute('aria-label')
  maths.replaceWith(tex ? `$${tex.trim()}$` : (maths.querySelector('math') ?? maths).textContent.trim())
}

function keepLines(code) {
  for (const end of code.querySelectorAll('br')) end.replaceWith('\n')
  const named = [code, code.querySelector('code'), code.parentElement].map(e => /(?:language|lang|highlight-source)-([\w+#-]+)/.exec(e?.className ?? '')?.[1]).find(n => n)
  const kept = make(code, 'code', code.textContent)
  if (named) kept.className = `language-${named}`
  code.replaceChildren(kept)
}

/** Bold is what looks bold: Google Docs wraps everything in a b that is none, and writes its bold as a style. */
function dress(element) {
  if (element.closest('pre') || element.parentElement.closest('code')) return
  // A label keeps its distance by a style: Authors:Kevin Meng
  if (element.textContent.endsWith(':') && /^\p{L}/u.test(element.nextSibling?.textContent ?? '')) element.after(' ')
  const weight = style(element, 'font-weight')
  const slant = style(element, 'font-style')
  const names = []
  if (element.matches('b, strong') ? !/^(normal|lighter|[1-5]\d\d)$/.test(weight) : /^(bold|bolder|[6-9]\d\d)$/.test(weight)) names.push('strong')
  if (element.matches('i, em') ? slant !== 'normal' : /italic|oblique/.test(slant)) names.push('em')
  if (element.matches('s, strike') || /line-through/.test(style(element, 'text-decoration(?:-line)?'))) names.push('del')
  const isCode = element.matches('tt, samp, kbd') || /mono|courier|consolas|menlo/.test(style(element, 'font-family'))
  if (isCode && element.textContent.trim()) return element.replaceWith(make(element, 'code', element.textContent))
  if (element.querySelector(blocks)) return unwrap(element)
  let dressed = [...element.childNodes]
  for (const name of names) dressed = [make(element, name, ...dressed)]
  element.replaceWith(...dressed)
}

/** Word's lists are paragraphs that say a level; its titles and quotes are paragraphs with a name. */
function wordParagraphs(root) {
  for (const paragraph of root.querySelectorAll('p, div')) {
    const level = Number(/\blevel(\d)/.exec(style(paragraph, 'mso-list'))?.[1])
    if (level) listItem(paragraph, level)
    else if (/\bMsoTitle\b/.test(paragraph.className)) paragraph.replaceWith(make(paragraph, 'h1', ...paragraph.childNodes))
    else if (/\bMso(Intense)?Quote\b/.test(paragraph.className)) paragraph.replaceWith(make(paragraph, 'blockquote', make(paragraph, 'p', ...paragraph.childNodes)))
  }
}

function listItem(paragraph, level) {
  const mark = [...paragraph.querySelectorAll('span')].find(span => /ignore/.test(style(span, 'mso-list')))
  const name = /^\s*\(?[0-9a-z]{1,4}[.)]/i.test(mark?.textContent ?? '') ? 'ol' : 'ul'
  mark?.remove()
  let list = paragraph.previousElementSibling
  if (!list?.matches('[data-word]') || (level === 1 && list.localName !== name)) {
    list = make(paragraph, name)
    list.dataset.word = ''
    paragraph.before(list)
  }
  for (let depth = 1; depth < level; depth++) {
    const item = list.lastElementChild ?? list.appendChild(make(list, 'li'))
    const inner = item.lastElementChild
    list = inner?.matches('ul, ol') ? inner : item.appendChild(make(list, name))
  }
  list.append(make(paragraph, 'li', ...paragraph.childNodes))
  paragraph.remove()
}

function describe(image) {
  const words = (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim()
  const address = image.getAttribute('src') ?? ''
  const isPixel = ['width', 'height'].some(side => Number(image.getAttribute(side) ?? 99) < 3)
  const isSmiley = /^\p{Extended_Pictographic}/u.test(words)
  if (isSmiley || (words && image.closest('a'))) image.replaceWith(words)
  else if (!words || isPixel || !/^https?:/i.test(address)) image.remove()
  else image.replaceWith(Object.assign(make(image, 'a', words), { href: address }))
}

function straighten(link) {
  const words = link.textContent.replace(/\s+/g, ' ').trim()
  const address = straight(link.getAttribute('href') ?? '')
  if (!words || (link.closest(headings) && /^[#¶§🔗]+$/u.test(words))) return words ? link.remove() : unwrap(link)
  if (!address) return unwrap(link)
  for (const name of link.getAttributeNames()) link.removeAttribute(name)
  link.setAttribute('href', address)
  if (!link.querySelector(blocks)) return
  for (const block of link.querySelectorAll(blocks)) block.after(' ')
  link.textContent = link.textContent.replace(/\s+/g, ' ').trim()
}

const followed = /^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_hs(enc|mi)|ref_(src|url)|oly_\w+_id|vero_id)$/i

/** Where a link leads in the end, without what only tells its owner who followed it; empty for what is no link of the web. */
function straight(href, depth = 0) {
  if (!URL.canParse(href)) return ''
  const url = new URL(href)
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return ''
  const target = redirected(url)
  if (target && depth < 3) return straight(target, depth + 1)
  url.hash = url.hash.replace(/:~:.*/, '')
  for (const name of [...url.searchParams.keys()]) if (followed.test(name)) url.searchParams.delete(name)
  return url.href
}

function redirected(url) {
  const { hostname, pathname, searchParams } = url
  if (/(^|\.)google\.[a-z.]{2,6}$/.test(hostname) && pathname === '/url') return searchParams.get('q') ?? searchParams.get('url')
  if (/\.safelinks\.protection\.outlook\.com$/.test(hostname)) return searchParams.get('url')
  if (/^lm?\.facebook\.com$/.test(hostname) && pathname === '/l.php') return searchParams.get('u')
  return null
}

/** Google Docs puts an inner list beside the item that it belongs to. */
function putIntoItem(list) {
  const before = list.previousElementSibling
  if (before?.localName === 'li') return before.append(list)
  const item = make(list, 'li')
  list.replaceWith(item)
  item.append(list)
}

/** An item with one paragraph is a line. */
function loosen(item) {
  const paragraphs = [...item.children].filter(child => child.matches('p, div'))
  if (paragraphs.length === 1 && !paragraphs[0].querySelector(blocks)) unwrap(paragraphs[0])
}

const isLayout = table => table.querySelector('td table, :is(td, th) :is(h1, h2, h3, ul, ol, blockquote, pre, hr), td p + p') !== null
  || ![...table.rows].some(row => row.cells.length > 1)

function flatten(table) {
  table.replaceWith(...[...table.rows].flatMap(row => [...row.cells]).map(cell => make(table, 'div', ...cell.childNodes)))
}

/** Google Docs and Word cut one bold passage into many; Markdown can't. */
function join(root) {
  for (const element of root.querySelectorAll(inline)) {
    if (!element.isConnected) continue
    if (element.parentElement.closest(element.localName)) unwrap(element)
    else if (!/[\p{L}\p{N}\p{S}]/u.test(element.textContent) && element.localName !== 'code') unwrap(element)
    else swallow(element)
  }
  root.normalize()
  for (const element of root.querySelectorAll('strong, em')) {
    // Behind punctuation Markdown's stars don't close before a letter: **Abstract:**We
    if (/\p{P}\s*$/u.test(element.textContent) && /^[\p{L}\p{N}]/u.test(element.nextSibling?.nodeType === Node.TEXT_NODE ? element.nextSibling.data : '')) element.after(' ')
  }
}

function swallow(element) {
  while (element.nextSibling?.localName === element.localName) {
    element.append(...element.nextSibling.childNodes)
    element.nextSibling.remove()
  }
}

function cleanText(root) {
  for (const end of root.querySelectorAll('br')) if (!end.nextSibling || end.matches('.Apple-interchange-newline')) end.remove()
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    const cleaned = text.data.replace(/[\u200b\u2060\ufeff\u00ad]/g, '').replace(/\u00a0(?![:;!?»%])/g, ' ')
    if (cleaned !== text.data) text.data = cleaned
  }
}
