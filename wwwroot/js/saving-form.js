import { ask, post, refresh, renew } from './asking.js'
import { bodyOf, fieldOf, fill, renewHidden, servedIn, typedIn, valuesOf, waits } from './form-fields.js'
import { drop, dropOwn, keep, keepAtOnce, left, listen, tell, whenLeft } from './kept-copy.js'
import { allSame, merge, same } from './merging.js'
import { follow, go } from './moving-on.js'
import { lookBack, signInAgain } from './sign-in-again.js'
import { showOther, TwoTexts } from './two-texts.js'

// In milliseconds. A save follows the last key by a moment, and is not put off for ever by somebody who types on.
const pause = 1000
const longest = 5000
const copied = 200
const firstTry = 700
const lastTry = 10_000
const quiet = 2000
// What a browser sends for a page that is gone, in bytes (Fetch standard: 64 KiB for all of them).
const lastWords = 60_000

const clock = at => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hour12: false })

// After an outage every card has something to say: two at a time, so that they do not get into each other's way.
const lanes = 2
const waiting = []
let underway = 0

async function inTurn(work) {
  if (underway < lanes) underway++
  else await new Promise(turn => waiting.push(turn))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else underway--
  }
}

/**
 * Saves its form by itself, and never lets go of a text that the server has not taken: the browser keeps a copy meanwhile, trouble heals
 * without a click, and where somebody else was quicker both texts are shown. Its state is in the attribute "state":
 * saved, typing, saving, away, signed-out, clash, refused.
 */
class SavingForm extends HTMLElement {
  #running = null
  #wanted = false
  #submitter = null
  #whole = false
  #unanswered = []
  #clashes = new Map()
  #pending = null
  #timers = {}
  #since = 0
  #tries = 0
  #stored = null
  #isKept = true

  connectedCallback() {
    // Cards are moved about: what is typed in them goes with them.
    if (!this.form) this.#begin()
    document.addEventListener('input', this)
    document.addEventListener('visibilitychange', this)
    document.addEventListener('signed-in', this)
    document.addEventListener('server-answers', this)
    for (const name of ['online', 'focus', 'pagehide', 'beforeunload']) addEventListener(name, this)
  }

  // Moved within the page, as a card that is dragged: nothing ends and nothing begins.
  connectedMoveCallback() {}

  disconnectedCallback() {
    for (const name of ['input', 'visibilitychange', 'signed-in', 'server-answers']) document.removeEventListener(name, this)
    for (const name of ['online', 'focus', 'pagehide', 'beforeunload']) removeEventListener(name, this)
  }

  #begin() {
    this.form = this.querySelector('form')
    this.said = this.querySelector('.said')
    this.key = this.dataset.key ?? `${location.pathname}#${this.form.id}`
    this.byHand = this.hasAttribute('by-hand')
    // A page that came back with a refusal shows text that is not kept yet.
    const isRefused = this.form.querySelector('.error li, .error .field-validation-error')
    this.base = isRefused ? {} : servedIn(this.form)
    this.setAttribute('state', 'saved')
    this.form.addEventListener('submit', event => {
      event.preventDefault()
      this.save(event.submitter, true)
    })
    for (const field of typedIn(this.form)) {
      field.addEventListener('change', () => this.#leave(field))
      field.addEventListener('blur', () => this.#leave(field))
    }
    listen(news => news.key === this.key && this.#hear(news))
    this.#recover()
  }

  handleEvent(event) {
    if (event.type === 'input') {
      if (event.target.form !== this.form) return
      if (event.isTrusted) this.querySelector('.back')?.remove()
      this.#typed()
    } else if (event.type === 'beforeunload') {
      if (this.dirty && !this.#keepAtOnce()) event.preventDefault()
    } else if (event.type === 'pagehide') this.#sayGoodbye()
    else if (event.type === 'visibilitychange' && document.hidden) {
      if (this.dirty) this.#keep()
      if (this.state === 'typing' && !this.byHand) this.save()
    } else if (this.state === 'signed-out' && (event.type === 'focus' || event.type === 'visibilitychange')) lookBack()
    else if (this.state === 'away' || this.state === 'signed-out') this.#again()
    else if (event.type === 'focus' && this.state === 'saved') this.#recover()
  }

  get values() {
    return valuesOf(this.form)
  }

  get dirty() {
    const values = this.values
    return Object.keys(values).some(name => values[name] !== this.base[name])
  }

  /** Whether anything is to be saved that need not wait until its field is left. */
  get #isDue() {
    return typedIn(this.form).some(f => f.value !== this.base[f.name] && !waits(f))
  }

  get state() {
    return this.getAttribute('state')
  }

  /** @param submitter the button that was pressed, if one was @param isWhole whether fields go too that wait until they are left */
  save(submitter, isWhole = false) {
    this.#wanted = true
    this.#submitter ??= submitter
    this.#whole ||= isWhole
    return (this.#running ??= this.#run().finally(() => (this.#running = null)))
  }

  async #run() {
    let isDone = true
    while (this.#wanted && isDone) {
      const [submitter, isWhole] = [this.#submitter, this.#whole]
      this.#wanted = this.#whole = false
      this.#submitter = null
      isDone = await this.#send(submitter, isWhole)
    }
    this.#wanted = false
    return isDone
  }

  async #send(submitter, isWhole) {
    this.#stop('save')
    this.#stop('retry')
    if (this.#clashes.size) return this.#show('clash', 'Two texts: choose one')
    const sent = this.#sendable(isWhole)
    if (!submitter && !isWhole && Object.keys(sent).every(name => sent[name] === this.base[name])) return this.#settle()
    this.#show('saving', 'Saving…')
    this.#remember(sent)
    if (this.dirty) this.#keep()
    try {
      const answer = await inTurn(() => post(this.form, submitter, {
        body: () => bodyOf(this.form, sent, submitter),
        accept: this.hasAttribute('whole-page') ? 'text/html' : 'application/json',
        signIn: false,
      }))
      this.#taken(sent, answer)
      await this.#go(submitter, answer)
      return true
    } catch (refusal) {
      return this.#refused(refusal, sent)
    }
  }

  // The server may take what it never answers to: what it holds then is mine, and no reason to ask.
  #remember(sent) {
    this.#unanswered = [...this.#unanswered.filter(s => !allSame(s, sent)), sent].slice(-20)
  }

  #sendable(isWhole) {
    return Object.fromEntries(typedIn(this.form).map(f => [f.name, !isWhole && waits(f) ? this.base[f.name] : f.value]))
  }

  #taken(sent, { json, page }) {
    this.base = { ...this.base, ...sent }
    this.#unanswered = []
    this.#tries = 0
    this.#since = 0
    if (json) renewHidden(this.form, json.hidden)
    else if (page) {
      refresh(page)
      renew(this.form, page)
    }
    this.#settle(Date.now())
    tell({ key: this.key, values: sent, hidden: json?.hidden, at: Date.now() })
    document.dispatchEvent(new Event('server-answers'))
    if (json) this.#lookAround()
  }

  /** @param at when the server took the last of it; nothing where it had it before */
  #settle(at) {
    if (this.dirty) {
      this.#keep()
      if (this.#timers.save === undefined && this.#isDue && !this.byHand) this.#later('save', pause, () => this.save())
      this.#show('typing', this.byHand ? 'Not saved yet; kept in this browser' : 'Not saved yet')
    } else {
      this.#letGo()
      this.#show('saved', at ? `Saved ${clock(at)}` : this.state === 'saved' ? this.said.textContent : '')
    }
    return true
  }

  #letGo() {
    this.#stop('copy')
    this.#stored = null
    dropOwn(this.key).catch(() => {})
  }

  async #refused(refusal, sent) {
    const { status, json, page } = refusal
    if (status === 409 && json) return this.#compare(json, sent)
    if (page) {
      refresh(page)
      renew(this.form, page)
    }
    if (status === 401) this.#signedOut()
    else if (status === 0 || status >= 500 || status === 429) this.#away()
    else {
      const sentences = Object.values(json?.errors ?? {}).flat()
      const sentence = [...new Set(sentences)].join(' ') || refusal.message || 'Not saved.'
      this.#show('refused', sentence.startsWith('Not saved') ? sentence : `Not saved. ${sentence}`)
    }
    this.#keep()
    return false
  }

  #away() {
    const wait = Math.min(lastTry, firstTry * 2 ** this.#tries++) * (0.75 + Math.random() / 2)
    const why = navigator.onLine ? 'the server can’t be reached' : 'you are offline'
    this.#show('away', `Not saved: ${why}. ${this.#isKept ? 'Kept in this browser; trying again' : 'Don’t close this page'}`)
    this.#later('retry', wait, () => this.#again())
  }

  async #signedOut() {
    this.#show('signed-out', 'Signed out. Kept in this browser')
    await signInAgain()
  }

  // Whatever the trouble was, it may be over. One that a person has to end (two texts, a refusal) is not.
  #again() {
    if (this.state === 'away' || this.state === 'signed-out') this.save(undefined, this.byHand)
  }

  #compare(theirs, sent) {
    const { values, clashes } = merge(this.values, this.base, theirs.fields, this.#unanswered.filter(s => s !== sent))
    // What came of it is a new beginning: what they changed alone is taken over, what I changed alone goes on its way.
    const open = new Set(clashes.map(c => c.name))
    for (const [name, text] of Object.entries(theirs.fields)) if (name in this.base && !open.has(name)) this.base[name] = text
    fill(this.form, values)
    this.#pending = theirs.hidden
    if (clashes.length === 0) {
      renewHidden(this.form, this.#pending)
      this.#wanted = true
      return true
    }
    const who = theirs.mine ? 'You saved other words in another tab' : `${theirs.by || 'Somebody'} saved other words`
    const why = `${who}${theirs.at ? ` at ${clock(theirs.at)}` : ''}. Yours are still in the field, and kept in this browser.`
    this.#ask(clashes.map(c => ({ ...c, why, differences: theirs.differences?.[c.name] })))
    return false
  }

  #ask(clashes) {
    for (const clash of clashes) {
      const field = fieldOf(this.form, clash.name)
      const open = this.#clashes.get(clash.name)
      if (open) open.show(clash)
      else this.#clashes.set(clash.name, new TwoTexts(field, clash, choice => this.#choose(clash.name, choice)))
      field.closest('details')?.setAttribute('open', '')
    }
    this.#keep()
    this.#show('clash', 'Two texts: choose one')
  }

  #choose(name, choice) {
    const two = this.#clashes.get(name)
    const { value, other } = two.after(choice)
    const field = fieldOf(this.form, name)
    this.#clashes.delete(name)
    this.base[name] = two.theirs.value
    two.remove()
    if (other?.trim()) showOther(this.form, this.key, field, other, Date.now())
    if (this.#clashes.size === 0 && this.#pending) {
      renewHidden(this.form, this.#pending)
      this.#pending = null
    }
    fill(this.form, { [name]: value })
    field.focus()
    if (this.#clashes.size === 0) this.#settle() && this.dirty && this.save(undefined, this.byHand)
  }

  // Another tab of the same person saved: a field that is not being changed here says the same.
  #hear({ values, hidden, at }) {
    if (!hidden || this.#clashes.size || this.#running || (this.dirty && !allSame(this.values, values))) return
    this.base = { ...this.base, ...values }
    renewHidden(this.form, hidden)
    fill(this.form, values)
    this.#settle(at)
  }

  async #recover() {
    if (typedIn(this.form).length === 0) return
    let orphans
    try {
      orphans = (await left()).filter(c => c.key === this.key)
    } catch {
      orphans = []
    }
    for (const copy of orphans) await (copy.other ? showOther(this.form, this.key, fieldOf(this.form, copy.field) ?? typedIn(this.form)[0], copy.words, copy.at, copy.id) : this.#takeUp(copy))
    // A browser that fills fields in again after a restart says nothing of it.
    if (this.dirty && this.state === 'saved') this.#typed()
    whenLeft(this.key, () => this.#recover()).catch(() => {})
  }

  /** Words that had not reached the server when their page went. */
  async #takeUp(copy) {
    const now = this.base
    if (allSame(copy.values, now) || allSame(copy.values, this.values)) return drop(copy.id)
    if (this.dirty || this.#clashes.size) return this.#putBy(copy)
    const { values, clashes } = merge(copy.values, copy.base, now, copy.sent)
    const back = Object.assign(document.createElement('p'), { className: 'back small', textContent: `Words from ${clock(copy.at)} that had not reached the server are back.` })
    back.setAttribute('role', 'status')
    this.said.closest('p').after(back)
    fill(this.form, values)
    await this.#keep()
    await drop(copy.id)
    // Asked again by the next page, should this one go before anybody has chosen.
    for (const { name } of clashes) this.base[name] = copy.base[name]
    if (clashes.length) this.#ask(clashes.map(c => ({ ...c, why: `These words are from ${clock(copy.at)} and had not reached the server. Meanwhile others were saved.` })))
    else if (!this.byHand) this.save()
    else this.#settle()
  }

  async #putBy(copy) {
    for (const field of typedIn(this.form)) {
      const words = copy.values[field.name] ?? ''
      if (words.trim() && !same(words, field.value) && !same(words, copy.base[field.name])) await showOther(this.form, this.key, field, words, copy.at)
    }
    await drop(copy.id)
  }

  #typed() {
    if (!this.dirty && !this.#clashes.size && !this.#running) return void this.#settle()
    this.#since ||= Date.now()
    if (this.#timers.copy === undefined) this.#later('copy', copied, () => this.#keep())
    if (this.#clashes.size || this.state === 'away' || this.state === 'signed-out') return
    if (this.byHand) return void this.#show('typing', 'Not saved yet; kept in this browser')
    if (this.state !== 'saving') this.#show('typing', 'Not saved yet')
    if (this.#isDue) this.#later('save', Math.max(0, Math.min(pause, this.#since + longest - Date.now())), () => this.save())
  }

  #leave(field) {
    if (this.byHand || this.state !== 'typing' || !this.isConnected) return
    this.save(undefined, waits(field))
  }

  #copy() {
    return { key: this.key, at: Date.now(), page: location.pathname, what: this.dataset.what, values: this.values, base: this.base, sent: this.#unanswered }
  }

  async #keep() {
    this.#stop('copy')
    if (!this.dirty) return
    const copy = this.#copy()
    try {
      await keep(copy)
      this.#stored = JSON.stringify(copy.values)
      this.#isKept = true
    } catch {
      this.#isKept = false
    }
  }

  #keepAtOnce() {
    if (this.#stored === JSON.stringify(this.values)) return true
    try {
      keepAtOnce(this.#copy())
      return true
    } catch {
      return false
    }
  }

  #sayGoodbye() {
    if (!this.dirty) return
    const isReady = this.#isDue && !this.byHand && !this.#clashes.size && (this.state === 'typing' || this.state === 'saving')
    const last = this.#sendable(false)
    const body = bodyOf(this.form, last)
    if (isReady) this.#remember(last)
    this.#stored = null
    this.#keepAtOnce()
    if (isReady && `${body}`.length < lastWords)
      fetch(this.form.getAttribute('action') ?? location.href, { method: 'POST', body, keepalive: true, headers: { Accept: 'application/json' } }).catch(() => {})
  }

  // What stands around the form counts its words: asked for when nobody types.
  #lookAround() {
    this.#later('look', quiet, async () => {
      if (this.dirty || document.hidden) return
      try {
        refresh((await ask('GET', location.href)).page)
      } catch {
        // It counts again next time.
      }
    })
  }

  // A pressed button goes where the server sends it, a key press stays; an issue that got another number has moved.
  async #go(submitter, { json, address: from }) {
    const address = new URL(json?.address ?? from, location.href)
    const isElsewhere = address.pathname !== location.pathname
    if (submitter?.name === 'Input.Next') go(address)
    else if (isElsewhere && (submitter || this.form.id === 'words') && ![...document.querySelectorAll('saving-form')].some(f => f.dirty)) location.assign(address)
    else if (isElsewhere && this.form.id === 'words') follow(address)
    // The answer was another page: this form's versions are on its own.
    else if (isElsewhere && !json) renew(this.form, (await ask('GET', location.href)).page)
  }

  #stop(name) {
    clearTimeout(this.#timers[name])
    this.#timers[name] = undefined
  }

  #later(name, wait, work) {
    clearTimeout(this.#timers[name])
    this.#timers[name] = setTimeout(() => {
      this.#timers[name] = undefined
      work()
    }, wait)
  }

  #show(state, sentence) {
    this.setAttribute('state', state)
    this.toggleAttribute('unsaved', state !== 'saved')
    if (this.said.textContent !== sentence) this.said.textContent = sentence
    this.said.classList.toggle('is-good', state === 'saved' && sentence !== '')
    this.said.classList.toggle('is-bad', state === 'refused')
    this.said.classList.toggle('is-odd', ['away', 'signed-out', 'clash'].includes(state))
    this.dispatchEvent(new Event('saving-state', { bubbles: true }))
    return false
  }
}

customElements.define('saving-form', SavingForm)
