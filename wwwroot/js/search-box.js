// Results while one types: the same page is asked for, and its results take the place of the ones here. The form works without.
import { ask } from './page-request.js'

const pause = 200

class SearchBox extends HTMLElement {
  #timer = 0
  #asking = null

  connectedCallback() {
    this.form = this.querySelector('form')
    this.form.addEventListener('input', event => this.#soon(event.target.matches('[type=search]') ? pause : 0))
    this.form.addEventListener('submit', () => clearTimeout(this.#timer))
  }

  #soon(wait) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#ask(), wait)
  }

  async #ask() {
    const query = new URLSearchParams([...new FormData(this.form)].filter(([, value]) => value !== ''))
    const address = query.size > 0 ? `/search?${query}` : '/search'
    this.#asking?.abort()
    this.#asking = new AbortController()
    try {
      const { status, page } = await ask('GET', address, null, this.#asking.signal)
      // The answer is none: what is here stays, and the button asks without script.
      if (status !== 200 || !page) return
      this.#show(page)
      history.replaceState(null, '', address)
    } catch { /* overtaken by the next question; or no connection, and the button says so better */ }
  }

  #show(page) {
    const results = page.getElementById('results')
    if (!results) return
    const newer = document.importNode(results, true)
    // The line that is read aloud stays the same element, or nothing is read.
    const [count, said] = [this.querySelector('#count'), newer.querySelector('#count')]
    if (count && said) {
      count.textContent = said.textContent
      said.replaceWith(count)
    }
    this.querySelector('#results').replaceWith(newer)
    this.form.querySelector('#q-error')?.remove()
    for (const name of ['aria-invalid', 'aria-describedby']) this.form.q.removeAttribute(name)
    const [sentence, mine] = [page.querySelector('.find .sentence'), this.form.querySelector('.sentence')]
    if (mine?.contains(document.activeElement)) return
    mine?.remove()
    if (sentence) this.form.append(document.importNode(sentence, true))
  }
}

customElements.define('search-box', SearchBox)
