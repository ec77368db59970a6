import { inField } from './asking.js'

/** What readers suggest: walk with j and k; a letter decides about the one that has the focus. Its buttons say which. */
class SuggestionList extends HTMLElement {
  connectedCallback() {
    if (this.getAttribute('keys') === 'on') document.addEventListener('keydown', this)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this)
  }

  handleEvent(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || inField(event.target) || document.querySelector('dialog[open]')) return
    const item = this.contains(event.target) ? event.target.closest('.card') : null
    if (event.key === 'j' || event.key === 'k') this.#walk(item, event.key === 'j' ? 1 : -1)
    else if (!item || !this.#decide(item, event.key)) return
    event.preventDefault()
  }

  #walk(item, step) {
    const items = [...this.querySelectorAll('.card')]
    const at = item ? items.indexOf(item) + step : 0
    const next = items[Math.max(0, Math.min(items.length - 1, at))]
    next?.focus({ preventScroll: true })
    next?.scrollIntoView({ block: 'nearest' })
  }

  #decide(item, key) {
    const act = [...item.querySelectorAll('[data-key]')].find(button => button.dataset.key === key)
    if (!act) return false
    const details = act.closest('details')
    if (details) {
      details.open = true
      details.querySelector('input:not([type=hidden])').focus()
    } else act.click()
    return true
  }
}

customElements.define('suggestion-list', SuggestionList)
