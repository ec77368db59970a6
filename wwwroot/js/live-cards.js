import { ask, post, refresh } from './asking.js'

const pause = 1000
const longest = 15_000

/** Fills cards in while their sources answer. Only the parts that sources write are replaced; what is typed stays. */
class LiveCards extends HTMLElement {
  #timer = 0
  #wait = pause

  connectedCallback() {
    this.said = this.querySelector('[role=status]')
    this.addEventListener('submit', this)
    document.addEventListener('visibilitychange', this)
    this.#next()
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
    document.removeEventListener('visibilitychange', this)
  }

  get #state() {
    return this.querySelector('#filling')
  }

  handleEvent(event) {
    if (event.type === 'visibilitychange') return document.hidden ? undefined : this.#next()
    // The page stays where it is; a text that is being written must not be lost for asking a source.
    event.preventDefault()
    this.#send(event.target)
  }

  async #send(form) {
    for (const button of form.querySelectorAll('button')) button.disabled = true
    try {
      const { page } = await post(form)
      this.#take(page)
    } catch (refusal) {
      this.said.classList.remove('vh')
      this.said.textContent = refusal.page?.querySelector('.error li')?.textContent ?? refusal.message
    } finally {
      // The form may still be there: what has the focus is not replaced.
      for (const button of form.querySelectorAll('button')) button.disabled = false
    }
  }

  #next() {
    clearTimeout(this.#timer)
    if (!document.hidden && this.#state?.dataset.asking) this.#timer = setTimeout(() => this.#look(), this.#wait)
  }

  async #look() {
    try {
      const { page } = await ask('GET', `${this.dataset.address}?seen=${encodeURIComponent(this.#state.dataset.seen)}`)
      this.#wait = pause
      // Nothing new is an answer without a page.
      if (page?.querySelector('#filling')) this.#take(page)
    } catch {
      // The server is away for a moment; the cards are no worse for it.
      this.#wait = Math.min(this.#wait * 2, longest)
    }
    this.#next()
  }

  #take(page) {
    const asked = this.#state?.dataset.asking
    refresh(page)
    if (asked && !this.#state?.dataset.asking) this.said.textContent = 'The sources have been asked about every paper.'
    this.#next()
  }
}

customElements.define('live-cards', LiveCards)
