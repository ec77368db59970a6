import { dropOwn, drop, keep } from './kept-copy.js'

const made = id => document.getElementById(id).content.cloneNode(true).firstElementChild

const clock = at => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false })

let count = 0

/** Where something about a field stands: in its form's other column, else below it. */
function placeFor(field) {
  const slot = document.getElementById(`theirs-${field.id}`)
  return slot ?? field.closest('.edit, .field, p, div') ?? field
}

/** Two texts of one field: theirs is shown, mine stays in the field, and whoever wrote it chooses. */
export class TwoTexts {
  constructor(field, clash, choose) {
    this.field = field
    this.element = made('two-texts-made')
    this.theirs = this.element.querySelector('textarea')
    this.element.setAttribute('aria-label', `Two texts: ${field.labels[0]?.textContent.trim() ?? field.name}`)
    this.element.addEventListener('click', event => event.target.closest('button') && choose(event.target.closest('button').value))
    placeFor(field).after(this.element)
    this.show(clash)
  }

  show({ theirs, why, differences }) {
    this.theirs.value = theirs
    this.element.querySelector('.why').textContent = why
    const differ = this.element.querySelector('.differ')
    const told = (differences ?? []).some(run => run.fate === 'Kept') ? differences : []
    differ.hidden = told.length === 0
    differ.replaceChildren(...told.flatMap(run => [shown(run), ' ']))
  }

  /** What the field holds after a choice, and what has to be put by. */
  after(choice) {
    const [mine, theirs] = [this.field.value, this.theirs.value]
    const isLine = this.field.tagName !== 'TEXTAREA' || this.field.rows === 1
    if (choice === 'theirs') return { value: theirs, other: mine }
    if (choice === 'both') return { value: [mine, theirs].filter(t => t.trim()).join(isLine ? ' / ' : '\n\n') }
    return { value: mine }
  }

  remove() {
    this.element.remove()
  }
}

const kinds = { TakenOut: ['del', 'only theirs: '], PutIn: ['ins', 'only yours: '] }

function shown(run) {
  if (!kinds[run.fate]) return run.words
  const [tag, said] = kinds[run.fate]
  const part = document.createElement(tag)
  part.append(Object.assign(document.createElement('span'), { className: 'vh', textContent: said }), run.words)
  return part
}

/** A box with words that are in no field: to be copied, and put away. */
export function otherWords(words, at, dismissed) {
  const box = made('other-words-made')
  const [field, said] = [box.querySelector('textarea'), box.querySelector('[role=status]')]
  box.querySelector('.from').textContent = `Your other words, from ${clock(at)}`
  field.value = words
  box.querySelector('[value=dismiss]').addEventListener('click', dismissed)
  box.querySelector('[value=copy]').addEventListener('click', async () => {
    field.select()
    try {
      await navigator.clipboard.writeText(words)
      said.textContent = 'Copied'
    } catch {
      said.textContent = 'Selected: press Ctrl C'
    }
  })
  return box
}

/** The same beside the field where they stood: kept in this browser until somebody has put them away. */
export async function showOther(form, key, field, words, at, old) {
  const other = `other-${++count}`
  const box = otherWords(words, at, () => {
    box.remove()
    dropOwn(key, other)
    field.focus()
  })
  placeFor(field).after(box)
  try {
    await keep({ key, other, at, page: location.pathname, what: form.closest('saving-form')?.dataset.what, field: field.name, words })
    if (old) await drop(old)
  } catch {
    // The box itself still holds them.
  }
}
