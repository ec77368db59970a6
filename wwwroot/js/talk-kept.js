const prefix = 'roundup-comment '

/** Words that have not reached the server, by the place that they are for. A browser that keeps nothing (private windows, a full disk) still sends. */
export const kept = {
  get: place => { try { return localStorage.getItem(prefix + place) ?? '' } catch { return '' } },
  set: (place, text) => { try { text ? localStorage.setItem(prefix + place, text) : localStorage.removeItem(prefix + place) } catch { /* nothing is kept */ } },
}

/** A form that leaves the page when it is sent: what was typed is there again after a crash, as long as what it changes is still the same. */
class KeptWords extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector('textarea:not([readonly])')
    const mark = `${this.dataset.from} `
    const was = kept.get(this.dataset.place)
    if (was.startsWith(mark)) this.field.value = was.slice(mark.length)
    else if (was) kept.set(this.dataset.place, '')
    this.field.addEventListener('input', () => kept.set(this.dataset.place, mark + this.field.value))
  }
}

customElements.define('kept-words', KeptWords)
