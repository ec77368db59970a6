// What the discussion below an issue does beyond its links: its forms open in their place, and what was sent appears without a reload.
import { ask, sentenceFor } from './page-request.js'
import './talk-form.js'
import { offerQuotes } from './talk-quote.js'
import { markNew } from './talk-seen.js'

class TalkPage extends HTMLElement {
  connectedCallback() {
    if (this.said) return
    this.issue = this.dataset.issue
    // It has to be there before something is said, and outlives what is exchanged.
    this.said = Object.assign(document.createElement('p'), { className: 'vh', role: 'status' })
    this.append(this.said)
    markNew(this, this.issue)
    document.addEventListener('click', event => this.#click(event))
    this.addEventListener('sent', event => {
      event.preventDefault()
      this.#show(event.target, event.detail)
    })
    this.addEventListener('given-up', event => {
      event.preventDefault()
      this.#close(event.target)
    })
    if (this.querySelector('[data-talk]')) offerQuotes((text, block) => this.#quote(text, block))
  }

  // Also of a paper that nobody speaks of yet, whose link stands beside it.
  #click(event) {
    const link = event.target.closest?.(`a[data-talk], .facts a[href^="/issues/${this.issue}/comment"]`)
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    this.#open(link.getAttribute('href'), link)
  }

  #quote(text, block) {
    const open = this.querySelector('talk-form')
    if (open) return open.insert(`> ${text}\n\n`)
    const comment = block.closest('.comment[id]')
    const paper = block.closest('article.paper[id]')
    const about = comment ? `reply=${comment.id.slice(2)}&` : paper ? `entry=${paper.id.slice(2)}&` : ''
    this.#open(`/issues/${this.issue}/comment?${about}quote=${encodeURIComponent(text)}`, comment?.querySelector('a[data-talk]') ?? null)
  }

  async #open(address, link) {
    const there = this.querySelector(`talk-form[data-asked="${CSS.escape(address)}"]`)
    if (there) return there.field.focus()
    // A browser that keeps nothing would lose what stands in the open one.
    const begun = [...this.querySelectorAll('talk-form')].find(f => !f.isKept)
    if (begun) {
      begun.field.focus()
      this.said.textContent = 'Send what you have begun, or cancel it, before you open another form.'
      return
    }
    try {
      const { status, page } = await ask('GET', address)
      const made = page?.querySelector('talk-form') ?? page?.getElementById('talk-closed')
      if (status !== 200 || !made) throw new Error(sentenceFor(status))
      this.#place(document.importNode(made, true), address, link)
    } catch {
      // Whatever is wrong, the page itself says it better.
      location.assign(address)
    }
  }

  #place(form, address, link) {
    // One at a time: what was written in another is kept, and there again when it is opened.
    for (const other of this.querySelectorAll('talk-form')) other.remove()
    this.querySelector('.next')?.remove()
    form.dataset.asked = address
    form.opener = link
    const comment = link?.closest('.comment')
    const group = link?.closest('.thread')
    const spot = comment ?? (link?.matches('.thread > p > a') ? link.parentElement : null) ?? this.#groupOf(address) ?? this.querySelector('.write')
    if (spot === group || spot.matches('.comment, .thread')) spot.append(form)
    else spot.after(form)
    form.field?.focus()
    form.field?.setSelectionRange(form.field.value.length, form.field.value.length)
  }

  #groupOf(address) {
    const entry = new URLSearchParams(address.split('?')[1]).get('entry')
    return entry ? this.querySelector(`#talk-e-${CSS.escape(entry)}`) : null
  }

  #close(form) {
    const opener = form.opener
    form.remove()
    if (opener?.isConnected) opener.focus()
  }

  /** Readers see it, or a page says what happens next. */
  async #show(form, to) {
    const anchor = to.split('#')[1]
    try {
      const { status, page } = await ask('GET', to.split('#')[0])
      if (status !== 200) throw new Error()
      if (anchor) this.#take(page, anchor)
      else this.#tell(form, page)
    } catch {
      location.assign(to)
    }
  }

  #take(page, anchor) {
    const newer = document.importNode(page.getElementById('discussion'), true)
    this.querySelector('#discussion').replaceWith(newer)
    markNew(this, this.issue, anchor)
    history.replaceState(null, '', `#${anchor}`)
    const comment = document.getElementById(anchor)
    if (!comment) return
    comment.tabIndex = -1
    comment.classList.add('here')
    comment.focus()
    this.said.textContent = 'Your comment is on the page.'
  }

  #tell(form, page) {
    const next = document.importNode(page.getElementById('next'), true)
    next.className = 'next'
    next.tabIndex = -1
    // The heading of a page of its own is none on this one.
    const heading = next.querySelector('h1')
    heading.replaceWith(Object.assign(document.createElement('p'), { className: 'ui', textContent: heading.textContent }))
    next.querySelector('a[href*="#discussion"]')?.remove()
    form.replaceWith(next)
    next.focus()
    this.said.textContent = next.querySelector('p').textContent
  }
}

customElements.define('talk-page', TalkPage)
