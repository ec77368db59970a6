import { ask, post, refresh, renew } from './asking.js'

/** Saves its form without leaving the page, says when, and never lets go of a text that the server has not taken. */
class SavingForm extends HTMLElement {
  #saving = null

  connectedCallback() {
    this.form = this.querySelector('form')
    this.said = this.querySelector('.said')
    this.#settle()
    this.form.addEventListener('submit', event => {
      event.preventDefault()
      this.save(event.submitter)
    })
    document.addEventListener('input', this)
    addEventListener('beforeunload', this)
  }

  // Moved within the page, as a card that is dragged: nothing ends and nothing begins.
  connectedMoveCallback() {}

  disconnectedCallback() {
    document.removeEventListener('input', this)
    removeEventListener('beforeunload', this)
  }

  handleEvent(event) {
    if (event.type === 'beforeunload') {
      if (this.dirty) event.preventDefault()
    } else if (event.target.form === this.form) {
      this.toggleAttribute('unsaved', this.dirty)
      this.#say(this.dirty ? 'Not saved yet' : '')
    }
  }

  get #typed() {
    return JSON.stringify([...this.form.elements].filter(f => f.name && f.type !== 'hidden' && f.type !== 'submit' && !f.readOnly).map(f => [f.name, f.value]))
  }

  get dirty() {
    return this.#typed !== this.kept
  }

  async save(submitter) {
    await this.#saving
    this.#saving = this.#send(submitter)
    return this.#saving
  }

  async #send(submitter) {
    const sent = this.#typed
    this.#say('Saving…')
    try {
      const { page, address } = await post(this.form, submitter)
      this.kept = sent
      refresh(page)
      const stays = renew(this.form, page)
      this.toggleAttribute('unsaved', this.dirty)
      this.#say(this.dirty ? 'Not saved yet' : `Saved ${new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false })}`, !this.dirty)
      if (submitter?.name === 'Input.Next') go(address)
      else if (!stays || this.form.id === 'words') await this.#follow(address, submitter)
      return true
    } catch (refusal) {
      if (refusal.page) {
        refresh(refusal.page)
        renew(this.form, refusal.page)
      }
      this.#say(refusal.message, false, true)
      return false
    }
  }

  // A pressed button goes where the server sends it, a key press stays; an issue that got another number has moved.
  async #follow(address, submitter) {
    const elsewhere = new URL(address).pathname !== location.pathname
    if (elsewhere && !this.dirty && (submitter || this.form.id === 'words')) location.assign(address)
    else if (elsewhere) renew(this.form, (await ask('GET', location.href)).page)
  }

  #settle() {
    // A page that came back with a refusal shows text that is not kept yet.
    this.kept = this.form.querySelector('.error li, .error .field-validation-error') ? '' : this.#typed
  }

  #say(sentence, good = false, bad = false) {
    this.said.textContent = sentence
    this.said.classList.toggle('is-good', good)
    this.said.classList.toggle('is-bad', bad)
  }
}

/** To the field that an address names, if it is on this page; else to the address. */
function go(address) {
  const { pathname, hash } = new URL(address)
  const field = pathname === location.pathname && document.getElementById(hash.slice(1))
  if (!field) return location.assign(address)
  field.closest('.item details')?.setAttribute('open', '')
  field.focus()
  field.scrollIntoView({ block: 'center' })
}

customElements.define('saving-form', SavingForm)
