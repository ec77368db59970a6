/** A text that is there to be taken along: a button copies it, and where a browser does not let it, the text is selected. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const [field, button, said] = ['textarea, input', 'button', '.said'].map(part => this.querySelector(part))
    button.hidden = !navigator.clipboard
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

customElements.define('copy-text', CopyText)
