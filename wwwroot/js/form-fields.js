// The fields of a form that people type in.

const unwritten = ['hidden', 'submit', 'button', 'reset', 'file', 'password', 'radio', 'checkbox']

export const typedIn = form => [...form.elements].filter(f => f.name && !f.readOnly && !f.disabled && 'value' in f && !unwritten.includes(f.type))

export const valuesOf = form => Object.fromEntries(typedIn(form).map(f => [f.name, f.value]))

/** What the server put in, whatever the browser has restored since. */
export const servedIn = form => Object.fromEntries(typedIn(form).map(f => [f.name, served(f)]))

const served = field => (field.tagName === 'SELECT' ? ([...field.options].find(o => o.defaultSelected) ?? field.options[0])?.value ?? '' : field.defaultValue)

export const fieldOf = (form, name) => typedIn(form).find(f => f.name === name)

/** Whether a half-typed value would do harm, such as the first digit of a number: saved when the field is left. */
export const waits = field => 'whenLeft' in field.dataset

/** Puts texts in, and says so as if they had been typed. The caret stays where it is, as far as there is still text. */
export function fill(form, values) {
  for (const field of typedIn(form)) {
    if (!(field.name in values) || field.value === values[field.name]) continue
    const [start, end] = [field.selectionStart, field.selectionEnd]
    field.value = values[field.name]
    if (field === document.activeElement && start !== null) field.setSelectionRange(start, end)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** Versions, as the server names them. */
export function renewHidden(form, hidden) {
  for (const [name, value] of Object.entries(hidden ?? {})) {
    const field = form.elements.namedItem(name)
    if (field) field.value = value
  }
}

/** What is posted: the hidden fields as they are now, and some values. */
export function bodyOf(form, values, submitter) {
  const body = new URLSearchParams()
  for (const field of form.elements) if (field.type === 'hidden' && field.name) body.append(field.name, field.value)
  for (const [name, value] of Object.entries(values)) body.append(name, value)
  if (submitter?.name) body.append(submitter.name, submitter.value)
  return body
}
