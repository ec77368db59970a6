/** An address with a button that copies it. Without script, or where the browser forbids it, the field is there to be selected. */
class CopyLink extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('input')
    const button = this.querySelector('button')
    const said = this.querySelector('.said')
    button.hidden = false
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(field.value)
        said.textContent = 'Copied.'
      } catch {
        field.focus()
        field.select()
        said.textContent = 'It is selected now: copy it with Ctrl+C.'
      }
    })
  }
}

customElements.define('copy-link', CopyLink)
