// Where a page goes after a saving, without losing what is on its way.

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
