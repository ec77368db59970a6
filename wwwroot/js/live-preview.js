import { ask } from './asking.js'

/** Shows what the Markdown of a field will look like, a moment after the typing stops. */
class LivePreview extends HTMLElement {
  #asked = null
  #timer = 0

  connectedCallback() {
    this.field = document.getElementById(this.getAttribute('for'))
    this.field?.addEventListener('input', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#show(), 300)
    })
  }

  connectedMoveCallback() {}

  async #show() {
    this.#asked?.abort()
    const asked = (this.#asked = new AbortController())
    const body = new URLSearchParams({ text: this.field.value, _token: this.field.form.elements._token.value })
    try {
      const { page } = await ask('POST', '/admin/preview', body, asked.signal)
      this.replaceChildren(...[...page.body.childNodes].map(node => document.importNode(node, true)))
    } catch (refusal) {
      if (refusal.name === 'AbortError') return
      if (refusal.page) this.replaceChildren(...[...refusal.page.body.childNodes].map(node => document.importNode(node, true)))
      else this.#note(refusal.message)
    }
  }

  #note(sentence) {
    const note = Object.assign(document.createElement('p'), { className: 'note fine', textContent: `No fresh preview. ${sentence}` })
    this.querySelector('.note')?.remove()
    this.prepend(note)
  }
}

customElements.define('live-preview', LivePreview)
