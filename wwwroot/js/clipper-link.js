/** The clipper is dragged, not clicked: here a click would run nothing, and says so. */
class ClipperLink extends HTMLElement {
  connectedCallback() {
    const said = this.querySelector('.said')
    this.querySelector('a').addEventListener('click', event => {
      event.preventDefault()
      said.textContent = 'Drag it to the bookmarks bar, or copy its text into a bookmark. Click it there, on the page of a paper.'
    })
    const copy = this.querySelector('button')
    copy.hidden = !navigator.clipboard
    copy.addEventListener('click', async () => {
      const field = document.getElementById('clipper-text')
      try {
        await navigator.clipboard.writeText(field.value)
        said.textContent = 'Copied. Paste it as the address of a bookmark.'
      } catch {
        field.focus()
        field.select()
        said.textContent = 'It is selected now: copy it with Ctrl+C.'
      }
    })
  }
}

customElements.define('clipper-link', ClipperLink)
