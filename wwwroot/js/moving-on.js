// Where a page goes after a saving, without losing what is on its way.

const passed = new WeakSet()

// "Publish" means what stands in the fields: a form that leaves the page waits for what is being saved on it.
document.addEventListener('submit', async event => {
  const { target: form, submitter } = event
  if (event.defaultPrevented || form.method !== 'post' || form.target || passed.delete(form)) return
  const due = [...document.querySelectorAll('saving-form:not([by-hand]):is([state=typing], [state=saving])')]
  if (due.length === 0) return
  event.preventDefault()
  await Promise.all(due.map(f => f.save(undefined, true)))
  passed.add(form)
  form.requestSubmit(submitter)
})

/** To the field that an address names, if it is on this page; else to the address. */
export function go(address) {
  const field = address.pathname === location.pathname && document.getElementById(address.hash.slice(1))
  if (!field) return location.assign(address)
  field.closest('.item details')?.setAttribute('open', '')
  field.focus()
  field.scrollIntoView({ block: 'center' })
}

/** The issue has another number, and words on this page are on their way still: everything that leads to it leads there from now on. */
export function follow(address) {
  const [before, now] = [location.pathname, address.pathname].map(path => path.match(/^\/admin\/issues\/\d+/)?.[0])
  if (!before || !now) return
  for (const name of ['href', 'action', 'data-address'])
    for (const element of document.querySelectorAll(`[${name}^="${before}/"]`)) element.setAttribute(name, element.getAttribute(name).replace(`${before}/`, `${now}/`))
  history.replaceState(history.state, '', address)
}
