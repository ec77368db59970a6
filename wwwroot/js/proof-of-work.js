/**
 * Calculates while somebody writes, so that nobody waits: begins when the form is first entered, and holds a form back only that is sent before it is
 * done. Where it can't, the form goes without, and an editor looks at the words first.
 */
class ProofOfWork extends HTMLElement {
  #working = null

  connectedCallback() {
    this.field = this.querySelector('input')
    this.form = this.closest('form')
    this.form.addEventListener('focusin', this)
    this.form.addEventListener('submit', this, true)
    if (this.form.contains(document.activeElement)) this.#work()
  }

  disconnectedCallback() {
    this.form.removeEventListener('focusin', this)
    this.form.removeEventListener('submit', this, true)
  }

  async handleEvent(event) {
    if (event.type === 'focusin') return void this.#work()
    if (this.isDone) return
    const { submitter } = event
    event.preventDefault()
    event.stopImmediatePropagation()
    await this.#work()
    this.isDone = true
    this.form.requestSubmit(submitter)
  }

  #work() {
    return (this.#working ??= this.#solve().catch(() => {}).then(() => (this.isDone = true)))
  }

  async #solve() {
    const challenge = JSON.parse(this.dataset.challenge)
    const { sha, solveChallenge } = await import('/lib/altcha.js')
    const solution = await solveChallenge({ challenge, deriveKey: sha.deriveKey })
    if (solution) this.field.value = btoa(JSON.stringify({ challenge, solution }))
  }
}

customElements.define('proof-of-work', ProofOfWork)
