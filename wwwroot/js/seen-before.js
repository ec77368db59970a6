import { ask } from './asking.js'

const longest = 1500
const pause = 400

/** Says under a field, while one types or pastes, where the papers that it names were covered before. */
class SeenBefore extends HTMLElement {
  #asked = ''
  #timer = 0
  #asking = null

  connectedCallback() {
    this.status = this.querySelector('[role=status]')
    document.addEventListener('input', this)
  }

  disconnectedCallback() {
    document.removeEventListener('input', this)
    clearTimeout(this.#timer)
    this.#asking?.abort()
  }

  handleEvent(event) {
    if (!this.#fields.includes(event.target.id)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#ask(), pause)
  }

  get #fields() {
    return [this.dataset.text, this.dataset.title, this.dataset.author]
  }

  async #ask() {
    const typed = id => (id && document.getElementById(id)?.value.slice(0, longest)) || ''
    const [text, title, author] = this.#fields.map(typed)
    const query = new URLSearchParams({ text, title, author, issue: this.dataset.issue ?? '' }).toString()
    if (query === this.#asked) return
    this.#asked = query
    this.#asking?.abort()
    if (!`${text}${title}`.trim()) return this.status.replaceChildren()

    this.#asking = new AbortController()
    try {
      const { page } = await ask('GET', `/admin/papers/seen?${query}`, null, this.#asking.signal)
      const found = page.getElementById('seen')
      this.#show([...(found?.children ?? [])])
    } catch {
      // It is only a hint: what is pasted is looked at again when it is read.
      this.#asked = ''
    }
  }

  // What stands there already is left alone: somebody may be on a link in it.
  #show(parts) {
    const here = [...this.status.children]
    if (here.length === parts.length && here.every((part, i) => part.isEqualNode(parts[i]))) return
    this.status.replaceChildren(...parts.map(part => document.importNode(part, true)))
  }
}

customElements.define('seen-before', SeenBefore)
