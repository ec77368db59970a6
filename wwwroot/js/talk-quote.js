// "Quote in a comment": a button behind what is selected on the page, next in the tab order too, for it stands where the selection ends.

const most = 1500
const quotable = '.prose, .abstract blockquote'

const textOf = selection => selection.toString().replace(/\s+/g, ' ').trim()

/** Calls with the words and the element that they stand in. */
export function offerQuotes(call) {
  const offer = Object.assign(document.createElement('p'), { className: 'quoting' })
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn', textContent: 'Quote in a comment' })
  offer.append(button)
  let timer = 0

  const look = () => {
    const selection = getSelection()
    const text = selection.isCollapsed ? '' : textOf(selection)
    const end = selection.rangeCount ? selection.getRangeAt(0).endContainer : null
    const block = (end instanceof Element ? end : end?.parentElement)?.closest(quotable)
    if (document.activeElement === button) return
    if (!text || !block || !block.closest('main') || block.closest('form')) return offer.remove()
    let after = end instanceof Element ? end : end.parentElement
    while (after !== block && after.parentElement !== block) after = after.parentElement
    const place = after === block ? block.lastElementChild ?? block : after
    if (place.nextElementSibling !== offer) place.after(offer)
    button.said = { text: text.length > most ? `${text.slice(0, most)}…` : text, block }
  }

  document.addEventListener('selectionchange', () => {
    clearTimeout(timer)
    timer = setTimeout(look, 150)
  })
  // The press would collapse the selection, and with it the button.
  button.addEventListener('pointerdown', event => event.preventDefault())
  button.addEventListener('click', () => {
    const { text, block } = button.said
    offer.remove()
    getSelection().removeAllRanges()
    call(text, block)
  })
}
