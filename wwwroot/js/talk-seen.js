// Which comments of an issue were here already when this browser came last. By number and not by time: a comment that an editor let through
// late is older than the visit before. Kept in this browser, and told to nobody.

const read = (store, key) => {
  try {
    const found = JSON.parse(store.getItem(key))
    return Array.isArray(found) ? found : null
  } catch {
    return null
  }
}

const write = (store, key, ids) => {
  try {
    store.setItem(key, JSON.stringify(ids))
  } catch { /* nothing is kept */ }
}

/** Marks what is new since the last visit, and says how much it is. What one wrote oneself is not new. */
export function markNew(talk, issue, own = null) {
  const key = `roundup-seen ${issue}`
  const here = [...talk.querySelectorAll('.comment:not(.gone)')]
  const all = here.map(c => c.id)
  // For as long as this tab lives, the last visit is the one before it.
  const before = read(sessionStorage, key) ?? read(localStorage, key)
  const known = own ? [...(before ?? all), own] : before ?? all
  write(sessionStorage, key, known)
  write(localStorage, key, all)

  const fresh = here.filter(c => !known.includes(c.id))
  for (const comment of fresh) comment.querySelector('header')?.append(Object.assign(document.createElement('span'), { className: 'new', textContent: 'new' }))
  if (fresh.length === 0) return
  const first = Object.assign(document.createElement('a'), { href: `#${fresh[0].id}`, className: 'solo-link', textContent: `${fresh.length.toLocaleString('en')} new` })
  const line = Object.assign(document.createElement('p'), { className: 'ui since' })
  line.append(first, ' since your last visit.')
  talk.querySelector('#discussion > h2')?.after(line)
}
