import { ask } from './asking.js'
import { listen, tell } from './kept-copy.js'

// A sign-in that ran out is renewed over the page, which stays as it is. Whoever is asked waits for one and the same dialog.

const person = document.body.dataset.person
const calm = 1000

let asking = null
let lastKey = 0
addEventListener('keydown', () => (lastKey = Date.now()), true)

/** Whether this page's person is signed in; if so, its forms carry a fresh token from now on. */
export async function renewToken() {
  const { json } = await ask('GET', '/admin/session', null, undefined, 'application/json')
  if (`${json?.person}` !== person) return { isSomebodyElse: true, ...json }
  for (const field of document.querySelectorAll('input[name=_token]')) field.value = json.token
  return json
}

/** Resolves with whether this page's person is signed in again. Opens its dialog when the typing pauses: no key lands in another field. */
export const signInAgain = () => (asking ??= show().finally(() => (asking = null)))

async function show() {
  while (Date.now() - lastKey < calm) await new Promise(done => setTimeout(done, 200))
  if (await isBack()) return heal()
  const dialog = document.getElementById('sign-in-again-made').content.cloneNode(true).firstElementChild
  const name = document.body.dataset.personName
  if (name) dialog.querySelector('h2').textContent = `Sign in again as ${name}`
  document.body.append(dialog)
  dialog.showModal()
  const isIn = await new Promise(done => new Visit(dialog, done))
  dialog.close()
  dialog.remove()
  return isIn ? heal() : false
}

/** Goes on where somebody signed in elsewhere; asks nobody. */
export const lookBack = async () => (await isBack()) && heal()

async function isBack() {
  try {
    return !(await renewToken()).isSomebodyElse
  } catch {
    return false
  }
}

function heal() {
  tell({ signedIn: true })
  document.dispatchEvent(new Event('signed-in'))
  return true
}

// One opening of the dialog.
class Visit {
  constructor(dialog, done) {
    this.form = dialog.querySelector('form')
    this.said = dialog.querySelector('[role=alert]')
    const look = () => !document.hidden && isBack().then(back => back && end(true))
    const end = isIn => {
      removeEventListener('focus', look)
      document.removeEventListener('signed-in-elsewhere', look)
      done(isIn)
    }
    // Signed in in another tab: coming back is enough.
    addEventListener('focus', look)
    document.addEventListener('signed-in-elsewhere', look)
    dialog.addEventListener('cancel', event => {
      event.preventDefault()
      end(false)
    })
    dialog.querySelector('[data-later]').addEventListener('click', () => end(false))
    this.form.addEventListener('submit', async event => {
      event.preventDefault()
      if (await this.#send()) end(true)
    })
  }

  async #send() {
    const button = this.form.querySelector('button')
    button.disabled = true
    this.said.textContent = ''
    try {
      const refusal = await signIn(new URLSearchParams(new FormData(this.form)))
      if (refusal) this.said.textContent = refusal
      return !refusal
    } catch (trouble) {
      this.said.textContent = trouble.page?.querySelector('.error li, .error:not(:empty)')?.textContent.trim() || trouble.message
      return false
    } finally {
      button.disabled = false
      if (this.said.textContent) this.form.querySelector('[type=password]').focus()
    }
  }
}

/** @returns why not, in a sentence */
async function signIn(fields) {
  const { page } = await ask('GET', '/account/sign-in?returnUrl=/admin/session')
  const token = page?.querySelector('form input[name=_token]')?.value
  // No form for somebody who is signed in already, as in another tab.
  if (token) {
    fields.set('_token', token)
    await ask('POST', '/account/sign-in?returnUrl=/admin/session', fields)
  }
  try {
    const now = await renewToken()
    if (!now.isSomebodyElse) return ''
    const [other, writer] = [now.name || 'Another person', document.body.dataset.personName || 'somebody else']
    if (!token) return `${other} is signed in in this browser now, and what is written here is ${writer}’s. Sign out in the other tab first.`
    await ask('POST', '/account/sign-out', new URLSearchParams({ _token: now.token }))
    return `That is ${other}’s account. What is written here is ${writer}’s: sign in as the same person.`
  } catch (refusal) {
    if (refusal.status === 401) return 'One more step is needed: sign in in a new tab, by the link below, and come back.'
    throw refusal
  }
}

listen(news => news.signedIn && document.dispatchEvent(new Event('signed-in-elsewhere')))
