import { inField, lettersAct } from './asking.js'

const structure = 'a[href], h1, h2, h3, h4, ul, ol, blockquote, table'
const enough = 8 * 1024 * 1024

/** Takes the clipboard's HTML along with its text, and reads it at once: one paste is one step. */
class PasteField extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form')
    this.field = this.querySelector('textarea')
    this.html = this.form.elements.namedItem('html')
    this.field.addEventListener('paste', event => this.#take(event))
    this.field.addEventListener('input', event => {
      // What is typed afterwards is not in the HTML, so the HTML no longer says what is meant.
      if (event.inputType !== 'insertFromPaste') this.html.value = ''
    })
    document.addEventListener('keydown', this)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this)
  }

  handleEvent(event) {
    if (event.key !== 'v' || !lettersAct() || event.ctrlKey || event.metaKey || event.altKey || inField(event.target) || document.querySelector('dialog[open]')) return
    event.preventDefault()
    this.field.focus()
    this.scrollIntoView({ block: 'nearest' })
  }

  #take(event) {
    const html = event.clipboardData.getData('text/html')
    const wasEmpty = this.field.value.trim() === ''
    this.html.value = wasEmpty && html.length <= enough && looksStructured(html) ? html : ''
    if (wasEmpty) setTimeout(() => this.field.value.trim() && this.form.requestSubmit())
  }
}

// Only looked at, never parsed: links, headings or lists are worth more than the plain text.
const looksStructured = html => structure.split(', ').some(name => new RegExp(`<${name.replace(/\[.*/, '')}[\\s>]`, 'i').test(html))

customElements.define('paste-field', PasteField)
