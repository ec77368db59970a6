// Reads what Roundup wrote with other people's readers, and prints what they found in one plain shape: a list of papers for each format.
//   node read.mjs FOLDER [CSL-SCHEMA]      FOLDER holds papers.bib, papers.ris and papers.csl.json
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parse } from '@retorquere/bibtex-parser'

const require = createRequire(import.meta.url)
const { parse: parseRis } = require('@citation-js/plugin-ris/lib/ris.js')
const Ajv = require('ajv')
const [folder, schema] = process.argv.slice(2)
const text = name => readFileSync(join(folder, name), 'utf8')

// The reader turns maths into HTML, for which there is no way back. So it reads the file twice: as it is, for errors, and with a mark in place of
// each piece of maths, which is put back as it stood.
function bibtex(source) {
  const asItIs = parse(source, { english: false, caseProtection: false })
  const maths = []
  const marked = source.replace(/^ {2}(?:title|author|abstract|journal|booktitle|series|howpublished|organization|publisher|institution|school|keywords) = .*$/gm, line =>
    line.replace(/(\\.)|(\$\$(?:\\.|[^$\\])+\$\$|\$(?:\\.|[^$\\])+\$)/g, (all, escaped) => escaped ?? `\uE000${maths.push(all) - 1}\uE001`))
  const back = value => typeof value === 'string' ? value.replace(/\uE000(\d+)\uE001/g, (_, at) => maths[at]) : value
  const { entries, errors } = parse(marked, { english: false, caseProtection: false })
  const papers = entries.map(({ type, key, fields: f }) => ({
    type, key,
    title: back(f.title),
    authors: (f.author ?? []).map(a => a.name !== undefined ? { literal: back(a.name) } : { given: a.firstName ?? '', particle: a.prefix ?? '', family: a.lastName, suffix: a.suffix ?? '' })
      .map(a => Object.fromEntries(Object.entries(a).map(([k, v]) => [k, back(v)]))),
    year: f.year, month: f.month, day: f.day,
    venue: back(f.journal ?? f.booktitle ?? f.series ?? f.howpublished ?? first(f.organization)),
    publisher: back(first(f.publisher) ?? first(f.institution) ?? f.school),
    volume: f.volume, number: f.number, pages: f.pages, doi: f.doi, arxiv: f.eprint, primaryClass: f.primaryclass, url: f.url,
    keywords: (f.keywords ?? []).map(back), abstract: back(f.abstract),
  }))
  // That it doesn't know a command of maths, or how to set a formula that stands alone, is no error of the file.
  const said = [...asItIs.errors.filter(e => !/^unhandled (macro|displaymath)/.test(e.error)), ...errors].map(e => e.error ?? String(e))
  return { papers, errors: said, count: asItIs.entries.length }
}

function ris(source) {
  const list = value => value === undefined ? [] : [].concat(value)
  const papers = parseRis(source).map(r => ({
    type: r.TY, title: r.TI, authors: list(r.AU).map(name => ({ literal: name })), year: r.PY, month: r.DA?.split('/')[1], day: r.DA?.split('/')[2],
    venue: r.T2, publisher: r.PB, volume: r.VL, number: r.IS, pages: [r.SP, r.EP].filter(p => p !== undefined).join('–') || undefined,
    doi: r.DO, arxiv: r.AN, url: r.UR, pdf: r.L1, keywords: list(r.KW), note: r.N1, abstract: r.AB,
  }))
  return { papers, errors: [] }
}

function csl(source) {
  const items = JSON.parse(source)
  const papers = items.map(i => ({
    type: i.type, key: i.id, title: i.title,
    authors: (i.author ?? []).map(a => a.literal !== undefined ? { literal: a.literal } : { given: a.given ?? '', particle: a['non-dropping-particle'] ?? '', family: a.family, suffix: a.suffix ?? '' }),
    year: i.issued?.['date-parts'][0][0], month: i.issued?.['date-parts'][0][1], day: i.issued?.['date-parts'][0][2],
    venue: i['container-title'] ?? i['collection-title'], publisher: i.publisher, volume: i.volume, number: i.issue ?? (i.type === 'report' ? i.number : undefined), pages: i.page,
    doi: i.DOI, arxiv: i.type === 'article' ? i.number : i.note?.split('\n').find(n => n.startsWith('arXiv:')), url: i.URL, keywords: i.keyword?.split(', ') ?? [], note: i.note?.split('\n').filter(n => !n.startsWith('arXiv:')).join('\n'), abstract: i.abstract,
  }))
  const errors = []
  if (schema) {
    const valid = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(readFileSync(schema, 'utf8')))
    if (!valid(items)) errors.push(...valid.errors.slice(0, 20).map(e => `${e.instancePath} ${e.message}`))
  }
  return { papers, errors }
}

function first(value) {
  return Array.isArray(value) ? value.join(' and ') : value
}

process.stdout.write(JSON.stringify({ bib: bibtex(text('papers.bib')), ris: ris(text('papers.ris')), csl: csl(text('papers.csl.json')) }, (_, value) => value === undefined ? undefined : typeof value === 'number' ? String(value) : value))
