// The browser's own copy of what is typed, until the server has taken it. One record a form and tab, in IndexedDB; what a closing page has
// no time to write there goes to localStorage, which is written at once, and so it does where IndexedDB is refused.

const person = document.body.dataset.person ?? ''
const prefix = 'roundup-kept '

/** This page's name among the open ones. */
export const tab = [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16).padStart(2, '0')).join('')

const lockOf = name => `roundup-tab-${name}`

// Held as long as the page lives: who holds none is gone, and what it left is free to be taken up. The lock's name is known only to browsers
// that have locks (secure origins); without them every copy is free, and taking one up is harmless.
navigator.locks?.request(lockOf(tab), () => new Promise(() => {}))

const store = (async () => {
  const { createStore, promisifyRequest } = await import('/lib/idb-keyval.js')
  const open = createStore('roundup', 'kept')
  // Without the explicit commit, a page that ends here takes the transaction with it.
  const write = change => open('readwrite', kept => {
    change(kept)
    kept.transaction.commit?.()
    return promisifyRequest(kept.transaction)
  })
  await write(() => {})
  return { write, all: () => open('readonly', kept => promisifyRequest(kept.getAll())) }
})().catch(() => null)

let order = Promise.resolve()

// One after another, so that what is dropped is not written back by an older order.
const inOrder = work => (order = order.then(work, work))

const idOf = (key, other = '') => [person, key, tab, other].join(' ')

/** Resolves when the browser has it; rejects when it takes none. */
export function keep(copy) {
  const record = { ...copy, id: idOf(copy.key, copy.other), person, tab }
  return inOrder(async () => {
    const kept = await store
    if (kept) await kept.write(s => s.put(record, record.id))
    else localStorage.setItem(prefix + record.id, JSON.stringify(record))
    return record.id
  })
}

/** The same at once, for a page that is about to go. */
export function keepAtOnce(copy) {
  const record = { ...copy, id: idOf(copy.key, copy.other), person, tab }
  localStorage.setItem(prefix + record.id, JSON.stringify(record))
}

export function drop(id) {
  localStorage.removeItem(prefix + id)
  return inOrder(async () => (await store)?.write(s => s.delete(id)))
}

export const dropOwn = (key, other) => drop(idOf(key, other))

/** What pages that are gone left of this person's words, newest first. */
export async function left() {
  const all = await everything()
  const alive = await living()
  return all.filter(c => c.person === person && c.tab !== tab && !alive.has(c.tab)).sort((a, b) => b.at - a.at)
}

/** Calls when a page that holds a copy under this key has gone, and perhaps left it. */
export async function whenLeft(key, call) {
  const [all, alive] = [await everything(), await living()]
  for (const other of new Set(all.filter(c => c.person === person && c.key === key && c.tab !== tab && alive.has(c.tab)).map(c => c.tab)))
    navigator.locks.request(lockOf(other), () => {}).then(call)
}

async function readLiving() {
  const { held } = (await navigator.locks?.query()) ?? { held: [] }
  return new Set(held.map(lock => lock.name.replace('roundup-tab-', '')))
}

// A page with a hundred forms asks once.
const everything = soon(readAll)
const living = soon(readLiving)

function soon(read) {
  let [answer, asked] = [null, 0]
  return () => {
    if (Date.now() - asked > 300) [answer, asked] = [read(), Date.now()]
    return answer
  }
}

/** By id; of two of one id the later. */
async function readAll() {
  const found = new Map()
  const take = copy => {
    if (copy?.id && !(found.get(copy.id)?.at > copy.at)) found.set(copy.id, copy)
  }
  for (const copy of await inOrder(async () => (await store)?.all() ?? []).catch(() => [])) take(copy)
  for (const [name, text] of Object.entries(localStorage)) {
    if (!name.startsWith(prefix)) continue
    try {
      take(JSON.parse(text))
    } catch {
      localStorage.removeItem(name)
    }
  }
  return [...found.values()]
}

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('roundup-saving') : null

/** Tells this person's other pages. */
export const tell = news => channel?.postMessage({ ...news, person, tab })

export function listen(call) {
  channel?.addEventListener('message', ({ data }) => data?.person === person && data.tab !== tab && call(data))
}
