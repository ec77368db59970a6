import { drop, left } from './kept-copy.js'
import { signInAgain } from './sign-in-again.js'
import { otherWords } from './two-texts.js'

const count = (n, one, many) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** One line over the page while anything on it, or left by another page, has not reached the server. */
class UnsavedLine extends HTMLElement {
  connectedCallback() {
    this.said = this.querySelector('[role=status]')
    document.addEventListener('saving-state', this)
    this.#lookElsewhere()
  }

  disconnectedCallback() {
    document.removeEventListener('saving-state', this)
  }

  handleEvent() {
    const forms = [...document.querySelectorAll('saving-form')]
    const of = state => forms.filter(f => f.getAttribute('state') === state).length
    const [away, out, clash, refused] = ['away', 'signed-out', 'clash', 'refused'].map(of)
    const parts = []
    if (out) parts.push(`Your session has ended. ${count(out, 'text is', 'texts are')} kept in this browser.`)
    if (away) parts.push(`${count(away, 'text is', 'texts are')} not saved: ${navigator.onLine ? 'the server can’t be reached' : 'you are offline'}. ${away === 1 ? 'It is' : 'They are'} kept in this browser and saved as soon as the connection is back.`)
    if (clash) parts.push(`${count(clash, 'text has', 'texts have')} two versions: choose below.`)
    if (refused) parts.push(`${count(refused, 'text was', 'texts were')} not taken by the server.`)
    const sentence = parts.join(' ')
    if (this.said.textContent !== sentence) this.said.textContent = sentence
    this.#offer(out > 0)
    this.hidden = sentence === '' && !this.querySelector('.elsewhere')
  }

  #offer(isOut) {
    const button = this.querySelector('button')
    if (!isOut) return button?.remove()
    if (button) return
    const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn sm', textContent: 'Sign in again' })
    made.addEventListener('click', () => signInAgain())
    this.said.after(made)
  }

  // Also of a card that is not there any more: whoever wrote the words can copy them before they are put away.
  async #lookElsewhere() {
    const here = new Set([...document.querySelectorAll('saving-form')].map(f => f.dataset.key))
    for (const copy of (await left().catch(() => [])).filter(c => !here.has(c.key))) this.#show(copy)
  }

  #show(copy) {
    const words = copy.words ?? Object.entries(copy.values).filter(([name, text]) => text !== copy.base[name]).map(([, text]) => text).join('\n\n')
    const part = document.createElement('details')
    const box = otherWords(words, copy.at, () => {
      drop(copy.id)
      part.remove()
      this.handleEvent()
    })
    part.className = 'elsewhere'
    part.append(Object.assign(document.createElement('summary'), { textContent: `Words for “${copy.what || copy.page}” have not reached the server yet` }), box)
    if (copy.page && copy.page !== location.pathname) box.querySelector('.acts').append(Object.assign(document.createElement('a'), { className: 'lone', href: copy.page, textContent: 'Open their page, which saves them' }))
    this.firstElementChild.append(part)
    this.hidden = false
  }
}

customElements.define('unsaved-line', UnsavedLine)
