import { read, tidy } from './clipboard-html.js'

const structure = 'a[href], strong, em, del, code, ul, ol, blockquote, table, h1, h2, h3, h4, h5, h6, hr, p ~ p'
const enough = 2_000_000

/** @returns what is on the clipboard, as Markdown; null where its plain text says as much, or where it can't be read */
export async function toMarkdown(html) {
  if (html.length > enough) return null
  try {
    const root = read(html)
    if (!root || !tidy(root).querySelector(structure)) return null
    return settle((await writer()).turndown(root)) || null
  } catch (error) {
    // Nested deeper than anything that is read, or a browser of another mind: the plain text will do.
    if (error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

let made = null
const writer = () => (made ??= makeWriter())

async function makeWriter() {
  const { default: Turndown } = await loadTurndown()
  const service = new Turndown({ headingStyle: 'atx', hr: '---', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*' })
  service.escape = escape
  service.addRule('line', { filter: 'li', replacement: item })
  service.addRule('struck', { filter: 'del', replacement: words => `~~${words}~~` })
  service.addRule('bare', { filter: node => node.localName === 'a' && isBare(node), replacement: (_, node) => node.getAttribute('href') })
  service.addRule('heading', { filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'], replacement: (words, node) => `\n\n${'#'.repeat(Number(node.localName[1]))} ${oneLine(words).replace(/^(\d+)\\([.)])/, '$1$2')}\n\n` })
  service.addRule('cell', { filter: ['th', 'td'], replacement: (words, node) => ` ${oneLine(words).replace(/\|/g, '\\|')} |${'  |'.repeat(Math.max(0, Math.min(node.colSpan, 50) - 1))}` })
  service.addRule('row', { filter: 'tr', replacement: row })
  service.addRule('rows', { filter: ['thead', 'tbody', 'tfoot', 'colgroup'], replacement: rows => rows })
  service.addRule('table', { filter: 'table', replacement: rows => `\n\n${rows.trim()}\n\n` })
  return service
}

/**
 * When it is loaded, Turndown tries whether the browser parses strings, which the policy forbids and which is reported as an attack. It is given
 * nodes and never strings, so that it may as well find no parser.
 */
async function loadTurndown() {
  const parser = Object.getOwnPropertyDescriptor(window, 'DOMParser')
  delete window.DOMParser
  try {
    return await import('/lib/editor/turndown.js')
  } finally {
    Object.defineProperty(window, 'DOMParser', parser)
  }
}

const oneLine = words => words.replace(/\s*\n\s*/g, ' ').trim()

const isBare = link => link.textContent.trim() === link.getAttribute('href') && /^https?:\/\/[\w./?=&%#+@:-]+[\w/]$/.test(link.textContent.trim())

function item(words, node) {
  const list = node.parentElement
  const mark = list?.localName === 'ol' ? `${(Number(list.getAttribute('start')) || 1) + [...list.children].indexOf(node)}. ` : '- '
  const text = words.replace(/^\n+|\n+$/g, '').replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)
  return `${mark}${text}${node.nextSibling ? '\n' : ''}`
}

function row(cells, node) {
  const rows = [...node.closest('table').rows]
  const width = Math.max(...rows.map(r => [...r.cells].reduce((sum, cell) => sum + Math.min(cell.colSpan, 50), 0)))
  const missing = width - [...node.cells].reduce((sum, cell) => sum + Math.min(cell.colSpan, 50), 0)
  return `|${cells}${'  |'.repeat(missing)}\n${node === rows[0] ? `|${' --- |'.repeat(width)}\n` : ''}`
}

const address = /https?:\/\/[^\s<>"`*[\]{}|\\^]+/g

/** What Markdown would take for a mark gets a backslash, and nothing else, so that the text reads well as it stands. Addresses stay whole. */
function escape(text) {
  let [escaped, at] = ['', 0]
  for (const found of text.matchAll(address)) {
    escaped += escapeMarks(text.slice(at, found.index)) + found[0]
    at = found.index + found[0].length
  }
  return (escaped + escapeMarks(text.slice(at)))
    .replace(/^(\s*)([-+>]|#{1,6}|~{3,})(?=\s|$)/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s)/, '$1\\$2')
}

const escapeMarks = text => text
  .replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
  .replace(/[*`]/g, '\\$&')
  .replace(/~~/g, '\\~\\~')
  .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
  .replace(/\](?=[([:])/g, '\\]')
  .replace(/!$/, '\\!')
  .replace(/<(?=[a-z/!?])/gi, '\\<')
  .replace(/&(?=#?\w{1,30};)/g, '\\&')

/** Line ends that only look alike, outside of code. */
const settle = markdown => markdown.split(/^(```[\s\S]*?^```$)/m)
  .map((part, i) => (i % 2 ? part : part.replace(/[ \t]+\n(?:[ \t]*\n)+/g, '\n\n').replace(/\n{3,}/g, '\n\n').replace(/^((?:> ?)*>) $/gm, '$1')))
  .join('').trim()
