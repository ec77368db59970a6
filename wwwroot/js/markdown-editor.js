import { insert } from './inserting.js'
import { offer } from './name-picker.js'
import { paste } from './pasting.js'

const command = /Mac|iP(hone|ad)/.test(navigator.platform) ? 'metaKey' : 'ctrlKey'

let loading = null
const libraries = () => (loading ??= Promise.all([import('/lib/editor/markdown-toolbar.js'), import('/lib/editor/text-expander.js')]))

/** What a text area for Markdown has beyond its text: a toolbar with keys, lists behind [[ and ;;, and, where there is little room, a look at the preview. */
class MarkdownEditor extends HTMLElement {
  connectedCallback() {
    this.field ??= this.querySelector('textarea')
    if (this.field.readOnly) return
    if (!this.said) this.#listen()
    this.#equip()
  }

  connectedMoveCallback() {}

  #listen() {
    this.said = this.querySelector(':scope > [role=status]')
    this.field.addEventListener('keydown', event => this.#press(event))
    paste(this.field, sentence => (this.said.textContent = sentence))
    for (const expander of this.querySelectorAll('text-expander')) offer(expander, this.field, sentence => (this.said.textContent = sentence))
  }

  async #equip() {
    try {
      await libraries()
    } catch {
      // A build without npm's packages: the text area is still one.
      return
    }
    const tools = this.querySelector('.tools')
    for (const old of tools.querySelectorAll('markdown-toolbar, .show')) old.remove()
    const made = document.importNode(document.getElementById('markdown-tools').content, true)
    this.toolbar = made.querySelector('markdown-toolbar')
    this.toolbar.setAttribute('for', this.field.id)
    // Before the element acts.
    this.toolbar.addEventListener('click', event => this.#prepare(event), { capture: true })
    // A key that presses a button is a click already; the element would count it twice once it has been moved.
    this.toolbar.addEventListener('keydown', event => (event.key === 'Enter' || event.key === ' ') && event.stopPropagation(), { capture: true })
    this.#show(made.querySelector('.show'))
    tools.append(made)
  }

  /** Where text and preview don't fit beside one another, a button swaps them. */
  #show(button) {
    const sides = document.querySelector(`live-preview[for="${CSS.escape(this.field.id)}"]`)?.closest('.edit')
    if (!sides) return button.remove()
    const swap = shows => {
      sides.dataset.shows = shows
      button.setAttribute('aria-pressed', String(shows === 'preview'))
    }
    swap('text')
    button.addEventListener('click', () => swap(sides.dataset.shows === 'text' ? 'preview' : 'text'))
  }

  #press(event) {
    if (!event[command] || event.altKey || event.shiftKey || event.isComposing) return
    const button = this.toolbar?.querySelector(`[data-key="${CSS.escape(event.key)}"]`)
    if (!button) return
    event.preventDefault()
    button.click()
  }

  #prepare(event) {
    const button = event.target.closest('button')
    if (!button) return
    if (button.dataset.types) this.#type(button.dataset.types)
    else if (button.matches('[data-md-button^=header], [data-md-button=quote]')) this.#takeLines()
  }

  /** Opens a list as typing would: what stands before the marks has to end there. */
  #type(marks) {
    const before = this.field.value[this.field.selectionStart - 1]
    insert(this.field, `${before && !/[\s([]/.test(before) ? ' ' : ''}${marks}`)
  }

  // A heading or a quote in the middle of a line is none.
  #takeLines() {
    const { value, selectionStart, selectionEnd } = this.field
    const end = value.indexOf('\n', selectionEnd)
    this.field.setSelectionRange(value.lastIndexOf('\n', selectionStart - 1) + 1, end < 0 ? value.length : end)
  }
}

customElements.define('markdown-editor', MarkdownEditor)
