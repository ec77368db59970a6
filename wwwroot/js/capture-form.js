/**
 * Fills in what the clipper read from the page that an editor was reading. It comes behind the # of the address, which no server, log or
 * referrer sees. Anybody may link here with anything: everything is text, of bounded length, and nothing is sent before the editor says so.
 */
class CaptureForm extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form')
    this.said = this.querySelector('.said')
    // A form that came back holds newer words than the address.
    if (!this.dataset.kept && /^#(\{|%7B)/i.test(location.hash)) this.#read(location.hash.slice(1))
    // If the sign-in has run out meanwhile, the answer sends the browser round through it, and the words come back behind the #.
    this.form.addEventListener('submit', () => (this.form.action = `/capture#${this.#packed()}`))
  }

  #read(packed) {
    if (packed.length > most.packed) return this.#say('The page sent more than this form can hold, so nothing was taken from it. Fill it in by hand, or paste the link into the inbox.', true)
    try {
      const page = JSON.parse(decodeURIComponent(packed))
      if (page === null || typeof page !== 'object' || Array.isArray(page)) throw new SyntaxError('No object')
      this.#fill(page)
    } catch {
      this.#say('What came with the link can’t be read; it was perhaps cut off on the way. Use the clipper once more, or fill the form in by hand.', true)
    }
  }

  #fill(page) {
    const left = []
    const link = line(page.link, most.line)
    if (link && !isWeb(link)) left.push('its address, which is none of the web,')
    const authors = lines(page.authors, most.authors, left, 'authors', page.of)
    const links = lines(page.links, most.links, left, 'links').filter(l => isWeb(l.replace(/^[a-z]+:? +/i, '')) || isWeb(l))
    this.#put('Link', isWeb(link) ? link : '')
    this.#put('Title', line(page.title, most.title))
    this.#put('Authors', authors.join('\n'))
    this.#put('Abstract', text(page.abstract, most.abstract))
    this.#put('Venue', line(page.venue, 300))
    this.#put('Published', line(page.published, 20))
    this.#put('Links', links.map(l => (/\.pdf$/i.test(l) || !l.endsWith(' pdf') ? l : `pdf ${l.slice(0, -4)}`)).join('\n'))
    this.#put('Ids', lines(page.ids, 20, left, 'ids').join('\n'))
    this.#put('Note', text(page.note, most.note))
    const draft = this.form.elements.namedItem('Input.IntoDraft')
    if (page.draft === true && draft instanceof RadioNodeList) draft.value = 'true'
    this.form.elements.namedItem('Input.Clipped').value = page.typed === true ? 'false' : 'true'
    const more = this.querySelector('details.more')
    if ([...more.querySelectorAll('input, textarea')].some(f => f.value)) more.open = true
    const from = isWeb(link) ? new URL(link).hostname : 'the page'
    this.#say(`Read from ${from}.${left.length ? ` Left out: ${left.join(' and ')}.` : ''} Look it over; nothing is kept yet.`, left.length > 0)
  }

  #put(name, value) {
    if (value) this.form.elements.namedItem(`Input.${name}`).value = value
  }

  #packed() {
    const of = name => this.form.elements.namedItem(`Input.${name}`)?.value ?? ''
    const many = name => of(name).split('\n').filter(l => l.trim())
    const packed = encodeURIComponent(JSON.stringify({
      link: of('Link'), title: of('Title'), authors: many('Authors'), abstract: of('Abstract'), venue: of('Venue'), published: of('Published'),
      links: many('Links'), ids: many('Ids'), note: of('Note'), draft: of('IntoDraft') === 'true', typed: of('Clipped') !== 'true',
    }))
    return packed.length > most.packed ? '' : packed
  }

  #say(sentence, isOdd = false) {
    this.said.textContent = sentence
    this.said.classList.toggle('warn', isOdd)
  }
}

// The clipper's own bounds, and what an address may be long in every browser.
const most = { packed: 1_000_000, title: 1_000, abstract: 20_000, authors: 500, links: 30, note: 4_000, line: 2_000 }

// Control characters, and marks that turn the direction of a line round.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

const text = (value, length) => (typeof value === 'string' ? value.slice(0, length).replace(unseen, '').trim() : '')

const line = (value, length) => text(value, length).replace(/\s+/g, ' ')

/** @param of how many there were on the page, where it says so */
function lines(values, count, left, what, of) {
  if (!Array.isArray(values)) return []
  const all = Math.max(values.length, Number.isInteger(of) ? of : 0)
  if (all > count) left.push(`${(all - count).toLocaleString('en')} of ${all.toLocaleString('en')} ${what}`)
  return values.slice(0, count).map(v => line(v, most.line)).filter(v => v)
}

const isWeb = address => /^https?:\/\/[^\s]/i.test(address) && URL.canParse(address.split(' ')[0])

customElements.define('capture-form', CaptureForm)
