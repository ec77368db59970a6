import { inField, lettersAct, post, refresh } from './asking.js'

/** The papers of an issue: walk with j and k, move with Alt and the arrows, or drag. */
class EntryList extends HTMLElement {
  #moving = Promise.resolve()

  connectedCallback() {
    this.list = this.querySelector('ol')
    this.said = this.querySelector('[role=status]')
    this.addEventListener('submit', event => {
      if (!event.target.matches('.move')) return
      event.preventDefault()
      event.target.closest('[popover]')?.hidePopover()
      const item = event.target.closest('.item')
      const way = event.submitter.value
      this.#queue(() => this.#move(item, way))
    })
    document.addEventListener('keydown', this)
    this.#drag()
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
      this.#queue(() => this.#move(item, way))
    } else if (!event.altKey && !inField(event.target) && lettersAct() && (event.key === 'j' || event.key === 'k')) {
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

  /** By mouse, finger or pen, from a handle; the buttons do the same. Its files are fetched where somebody may move papers. */
  async #drag() {
    if (!this.list.querySelector('.grip')) return
    const { default: Sortable } = await import('/lib/editor/sortable.js').catch(() => ({}))
    // A build without npm's packages has the buttons.
    if (!Sortable) return
    keepState(this.list)
    let before = []
    Sortable.create(this.list, {
      handle: '.grip',
      draggable: '.item',
      // The browser's own dragging would drop a card's words into any field that it is let go over, and knows no finger.
      forceFallback: true,
      fallbackOnBody: true,
      fallbackTolerance: 4,
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
      ghostClass: 'is-place',
      fallbackClass: 'is-dragged',
      // What follows the pointer is a copy, and a copy of a form would be a second form.
      onChoose: ({ item }) => (item.cloneNode = () => likeness(item)),
      onUnchoose: ({ item }) => delete item.cloneNode,
      onStart: () => (before = [...this.list.children]),
      onEnd: ({ item, oldDraggableIndex, newDraggableIndex }) => {
        if (oldDraggableIndex !== newDraggableIndex) this.#queue(() => this.#drop(item, before))
      },
    })
    this.toggleAttribute('sorts', true)
  }

  // One after another: each move is counted from where the last one ended.
  #queue(move) {
    this.#moving = this.#moving.then(move)
  }

  async #move(item, way) {
    const items = this.#items
    const place = items.indexOf(item) + (way === 'up' ? -1 : 1)
    if (place < 0 || place >= items.length) return
    const focused = item.contains(document.activeElement) ? document.activeElement : item.querySelector('summary')
    if (!(await this.#send(item, 'Input.Way', way))) return
    // Whoever has gone on in the meantime stays where they are.
    if (document.activeElement !== document.body && !item.contains(document.activeElement)) return
    focused.focus()
    item.scrollIntoView({ block: 'nearest' })
  }

  async #drop(item, before) {
    if (!(await this.#send(item, 'Input.Place', this.#items.indexOf(item) + 1))) before.forEach(child => this.list.appendChild(child))
  }

  async #send(item, name, value) {
    const form = item.querySelector('form.move')
    if (!form) return false
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name, value })
    form.append(field)
    try {
      const { page } = await post(form)
      this.#arrange(page)
      refresh(page)
      const items = this.#items
      this.said.classList.add('vh')
      this.said.textContent = `${item.querySelector('h3')?.textContent.trim() || item.dataset.title} is now paper ${items.indexOf(item) + 1} of ${items.length}.`
      field.remove()
      return true
    } catch (refusal) {
      this.said.classList.remove('vh')
      this.said.textContent = `Not moved. ${refusal.message}`
      // The page may be older than the issue: the plain form brings the newest, unless a text would be lost by it, or nobody answers.
      if ((refusal.page || refusal.status) && !document.querySelector('saving-form[unsaved]')) form.submit()
      else field.remove()
      return false
    }
  }

  /** Brings the items into the order of a newer page; they stay themselves, with what is typed in them. */
  #arrange(page) {
    this.list.querySelectorAll(':scope > .part').forEach(part => part.remove())
    for (const newer of page.querySelectorAll('entry-list > ol > li')) {
      const here = document.getElementById(newer.id)
      this.list.appendChild(here ?? document.importNode(newer, true))
    }
  }
}

/** Where the browser can, a child that is moved within the list is not taken out of it: its elements, focus and undo go on. */
function keepState(list) {
  if (!('moveBefore' in list)) return
  const { insertBefore } = Node.prototype
  list.insertBefore = (node, before) => (node.parentNode === list ? (list.moveBefore(node, before), node) : insertBefore.call(list, node, before))
  list.appendChild = node => list.insertBefore(node, null)
}

/** A card as it looks from afar. */
function likeness(item) {
  const card = Object.assign(document.createElement('li'), { className: 'item' })
  for (const part of item.querySelectorAll(':scope > .no, :scope > .grip, h3')) {
    const copy = part.cloneNode(true)
    copy.removeAttribute('id')
    card.append(copy)
  }
  return card
}

customElements.define('entry-list', EntryList)
