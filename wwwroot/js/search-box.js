// Results while one types: the same page is asked for, and its results take the place of the ones here. The form works without.

const Pause = 200

class SearchBox extends HTMLElement {
  #timer = 0
  #asked = null

  connectedCallback() {
    const form = this.querySelector('form')
    form.addEventListener('input', () => this.#soon(form, Pause))
    form.addEventListener('change', e => e.target.matches('select, [type=checkbox]') && this.#soon(form, 0))
    addEventListener('popstate', () => location.reload())
  }

  #soon(form, pause) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#ask(form), pause)
  }

  async #ask(form) {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''))
    const address = `/search?${query}`
    this.#asked?.abort()
    this.#asked = new AbortController()
    try {
      const reply = await fetch(address, { signal: this.#asked.signal, headers: { Accept: 'text/html' } })
      if (!reply.ok) return
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
      this.#show(form, page)
      // One step back leads to where the typing began.
      if (location.pathname === '/search') history.replaceState(null, '', address)
      else history.pushState(null, '', address)
    } catch (trouble) {
      if (trouble.name !== 'AbortError') console.warn(trouble)
    }
  }

  #show(form, page) {
    const results = page.getElementById('results')
    const count = this.querySelector('#count')
    const said = results?.querySelector('#count')
    if (!results) return
    // The line that is read aloud stays the same element, or nothing is read.
    if (count && said) {
      count.textContent = said.textContent
      said.replaceWith(count)
    }
    this.querySelector('#results').replaceWith(results)
    const sentence = page.querySelector('.find .sentence')
    const mine = form.querySelector('.sentence')
    if (mine?.contains(document.activeElement)) return
    mine?.remove()
    if (sentence) form.append(sentence)
  }
}

customElements.define('search-box', SearchBox)
