import { inField, post, refresh } from './asking.js'

/** The papers of an issue by keyboard: walk with j and k, move with Alt and the arrows. */
class EntryList extends HTMLElement {
  #moving = Promise.resolve()

  connectedCallback() {
    this.list = this.querySelector('ol')
    this.said = this.querySelector('[role=status]')
    this.addEventListener('submit', event => {
      if (!event.target.matches('.move')) return
      event.preventDefault()
      event.target.closest('[popover]')?.hidePopover()
      this.#queue(event.target.closest('.item'), event.submitter.value)
    })
    document.addEventListener('keydown', this)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this)
  }

  get #items() {
    return [...this.list.querySelectorAll(':scope > .item')]
  }

  handleEvent(event) {
    if (event.ctrlKey || event.metaKey || document.querySelector('dialog[open]')) return
    const item = this.contains(event.target) ? event.target.closest('.item') : null
    const way = { ArrowUp: 'up', ArrowDown: 'down' }[event.key]
    if (event.altKey && way && item) {
      event.preventDefault()
      this.#queue(item, way)
    } else if (!event.altKey && !inField(event.target) && (event.key === 'j' || event.key === 'k')) {
      event.preventDefault()
      this.#walk(item, event.key === 'j' ? 1 : -1)
    }
  }

  #walk(item, step) {
    const items = this.#items
    const at = item ? items.indexOf(item) + step : step > 0 ? 0 : items.length - 1
    const summary = items[Math.min(Math.max(at, 0), items.length - 1)]?.querySelector('summary')
    summary?.focus()
    summary?.scrollIntoView({ block: 'nearest' })
  }

  // One after another: each move is counted from where the last one ended.
  #queue(item, way) {
    this.#moving = this.#moving.then(() => this.#move(item, way))
  }

  async #move(item, way) {
    const form = item.querySelector('form.move')
    const button = form?.querySelector(`button[value=${way}]`)
    if (!button) return
    const items = this.#items
    const place = items.indexOf(item) + (way === 'up' ? -1 : 1)
    if (place < 0 || place >= items.length) return
    const focused = item.contains(document.activeElement) ? document.activeElement : item.querySelector('summary')
    try {
      const { page } = await post(form, button)
      this.#arrange(page)
      refresh(page)
      this.said.textContent = `${item.dataset.title} is now paper ${place + 1} of ${items.length}.`
      focused.focus()
      item.scrollIntoView({ block: 'nearest' })
    } catch (refusal) {
      // The page may be older than the issue: the plain form brings the newest, unless a text would be lost by it.
      if (document.querySelector('saving-form[unsaved]')) this.said.textContent = refusal.message
      else withWay(form, way).submit()
    }
  }

  /** Brings the items into the order of a newer page; they stay themselves, with what is typed in them. */
  #arrange(page) {
    this.list.querySelectorAll(':scope > .part').forEach(part => part.remove())
    for (const newer of page.querySelectorAll('entry-list > ol > li')) {
      const here = document.getElementById(newer.id)
      this.list.append(here ?? document.importNode(newer, true))
    }
  }
}

function withWay(form, way) {
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'Input.Way', value: way }))
  return form
}

customElements.define('entry-list', EntryList)
