import { ask } from './asking.js'
import { insert } from './inserting.js'

const pause = 120

/**
 * The list that opens behind [[ or ;;. What is typed behind it is looked for on the server, and what is chosen takes its place.
 * The element that wraps the field (text-expander) finds the place, shows the list and walks through it.
 */
export function offer(expander, field, say) {
  const key = expander.getAttribute('keys')
  let asking = null
  // Enter is quicker than the answer now and then: it then means the first that the answer names.
  let isWaiting = false
  let isChosen = false

  expander.addEventListener('text-expander-change', event => {
    asking?.abort()
    asking = new AbortController()
    isWaiting = true
    event.detail.provide(find(event.detail.text, asking.signal))
  })

  async function find(text, signal) {
    try {
      await new Promise(resolve => setTimeout(resolve, text ? pause : 0))
      if (signal.aborted) return never
      const { page } = await ask('GET', `${expander.dataset.source}?q=${encodeURIComponent(text)}`, null, signal)
      const list = page.querySelector('[role=listbox]')
      isWaiting = false
      if (list?.children.length) {
        say(list.dataset.said)
        return { matched: true, fragment: document.importNode(list, true) }
      }
      say(page.querySelector('p')?.textContent ?? 'Nothing found')
    } catch (refusal) {
      // An answer that comes too late must not close the list of the next one, so that it never comes.
      if (refusal.name === 'AbortError') return never
      isWaiting = false
      say(refusal.message)
    }
    if (isChosen) insert(field, '\n')
    isChosen = false
    return { matched: false }
  }

  field.addEventListener('keydown', event => {
    if (!isWaiting || event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.isComposing || !isOpen()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    isChosen = true
  }, { capture: true })

  field.addEventListener('blur', () => (isWaiting = isChosen = false))

  const isOpen = () => place() >= 0 && !field.value.slice(place(), field.selectionEnd).includes('\n')

  const place = () => field.value.lastIndexOf(key, field.selectionEnd - 1)

  expander.addEventListener('text-expander-activate', () => {
    const list = expander.querySelector(':scope > [role=listbox]')
    const chosen = isChosen
    isChosen = false
    queueMicrotask(() => {
      if (chosen) list.querySelector('[role=option]').click()
      else keepInside(list, expander)
    })
  })

  // The element would set the value itself, which ends the browser's undo and which nobody hears.
  expander.addEventListener('text-expander-value', event => {
    event.preventDefault()
    const [from, to] = [place(), field.selectionEnd]
    expander.dismiss()
    insert(field, event.detail.item.dataset.text, from, to)
  })
}

const never = new Promise(() => {})

function keepInside(list, expander) {
  const over = list.getBoundingClientRect().right - expander.getBoundingClientRect().right
  if (over > 0) list.style.left = `${Math.max(0, list.offsetLeft - over)}px`
  list.scrollIntoView({ block: 'nearest' })
}
