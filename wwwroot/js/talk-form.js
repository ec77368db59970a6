import { ask, sentenceFor } from './page-request.js'
import { kept } from './talk-kept.js'

/** The words that were written for a place and have not reached the server. */
export const draftOf = place => kept.get(place)

/**
 * A form of a comment: keeps what is written, in this browser, until the server has answered, and sends it without leaving the page.
 * Says "sent" with where the comment is, and "given-up".
 */
class TalkForm extends HTMLElement {
  connectedCallback() {
    // A module that stands in a fetched page does not run.
    if (this.querySelector('proof-of-work')) import('/js/proof-of-work.js')
    if (this.field) return
    this.take(this.querySelector('form'))
  }

  get place() {
    return this.dataset.place
  }

  take(form) {
    this.form = form
    this.field = form.querySelector('textarea')
    const draft = kept.get(this.place)
    // Words that the form begins with, a quotation, go before what was written earlier.
    if (draft && !this.field.value.includes(draft.trim())) this.field.value = this.field.value + draft
    this.field.addEventListener('input', () => kept.set(this.place, this.field.value))
    form.addEventListener('submit', event => this.#send(event))
    form.querySelector('[data-cancel]')?.addEventListener('click', event => {
      if (!this.dispatchEvent(new CustomEvent('given-up', { bubbles: true, cancelable: true }))) event.preventDefault()
    })
  }

  /** Whether closing it loses nothing. */
  get isKept() {
    return !this.field.value.trim() || kept.get(this.place) === this.field.value
  }

  /** Puts words where the cursor is, and leaves the cursor behind them. */
  insert(text) {
    this.field.setRangeText(text, this.field.selectionStart, this.field.selectionEnd, 'end')
    kept.set(this.place, this.field.value)
    this.field.focus()
  }

  async #send(event) {
    event.preventDefault()
    const button = event.submitter
    if (this.isSending) return
    this.isSending = true
    this.form.setAttribute('aria-busy', 'true')
    const isPreview = button?.hasAttribute('data-preview')
    try {
      const address = button?.getAttribute('formaction') ?? this.form.getAttribute('action')
      const sent = this.field.value
      const answer = await ask('POST', address, new URLSearchParams(new FormData(this.form)))
      if (answer.status === 201) this.#sent(answer.to, sent)
      else if (isPreview && answer.status === 200) this.#preview(answer.page)
      else if (answer.status === 422 && answer.page?.querySelector('talk-form form')) this.#refused(answer.page)
      else this.#say(sentenceFor(answer.status))
    } catch (trouble) {
      this.#say(trouble.message)
    } finally {
      this.isSending = false
      this.form.removeAttribute('aria-busy')
    }
  }

  // Another tab may have begun other words for the same place.
  #sent(to, words) {
    if (kept.get(this.place) === words) kept.set(this.place, '')
    if (this.dispatchEvent(new CustomEvent('sent', { bubbles: true, cancelable: true, detail: to }))) location.assign(to)
  }

  #preview(page) {
    const shown = document.importNode(page.getElementById('preview'), true)
    shown.tabIndex = -1
    this.#drop('#preview')
    this.prepend(shown)
    this.#say('')
    shown.focus()
  }

  // What was typed while the answer was on its way stays.
  #refused(page) {
    const typed = this.field.value
    const form = document.importNode(page.querySelector('talk-form form'), true)
    this.#drop('#preview')
    this.form.replaceWith(form)
    this.take(form)
    this.field.value = typed
    const wrong = form.querySelector('[aria-invalid=true]')
    if (wrong) return wrong.focus()
    const said = form.querySelector('[role=alert]:not(:empty)')
    if (said) {
      said.tabIndex = -1
      said.focus()
    }
  }

  #say(sentence) {
    const line = this.form.querySelector('[role=alert]')
    line.replaceChildren(sentence)
    line.scrollIntoView({ block: 'nearest' })
  }

  #drop(selector) {
    this.querySelector(selector)?.remove()
  }
}

customElements.define('talk-form', TalkForm)
