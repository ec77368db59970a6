import { post, refresh } from './asking.js'

/** Asks the sources while one goes on writing; papers that nobody has been asked about yet are asked for by themselves. */
class FillingForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    form.addEventListener('submit', event => {
      event.preventDefault()
      this.#fill(form)
    })
    if (this.dataset.now) this.#fill(form)
  }

  async #fill(form) {
    const button = form.querySelector('button')
    const said = this.querySelector('.said')
    button.disabled = true
    said.textContent = 'Asking the sources…'
    try {
      const { page } = await post(form)
      this.removeAttribute('data-now')
      // What this very element says is replaced too, so it must not ask again.
      page.querySelector('filling-form')?.removeAttribute('data-now')
      said.textContent = ''
      refresh(page)
    } catch (refusal) {
      said.textContent = refusal.page?.querySelector('.error li')?.textContent ?? refusal.message
    }
    button.disabled = false
  }
}

customElements.define('filling-form', FillingForm)
