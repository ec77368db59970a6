import { ask, inField, lettersAct, post, refresh } from './asking.js'

/**
 * The queue of comments: what is done to one leaves no page. Its comment goes, the next one has the focus, a line says what happened. Single letters
 * act on the comment that stands out, unless their person has switched them off.
 */
class CommentQueue extends HTMLElement {
  #working = Promise.resolve()

  connectedCallback() {
    this.list = this.querySelector('#queue')
    this.said = this.querySelector('#said')
    this.all = this.querySelector('.all')
    if (this.all) this.all.closest('label').hidden = false
    if (lettersAct()) this.querySelector('.by-keys').hidden = false
    this.#stand(this.#items.find(i => i.matches(':target')) ?? this.#items[0])
    this.addEventListener('submit', event => {
      // An answer is written on a page of its own.
      if (event.target.matches('.reply')) return
      event.preventDefault()
      const { target: form, submitter } = event
      this.#working = this.#working.then(() => this.#do(form, submitter)).catch(trouble => this.#say(trouble.message, true))
    })
    this.addEventListener('change', event => this.#select(event.target))
    this.addEventListener('focusin', event => this.#stand(event.target.closest('.held') ?? this.now))
    document.addEventListener('keydown', this)
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this)
  }

  get #items() {
    return [...this.list.querySelectorAll(':scope > .held')]
  }

  handleEvent(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !lettersAct() || document.querySelector('dialog[open]')) return
    // A box to tick takes no letters.
    if (inField(event.target) && event.target.type !== 'checkbox') return
    const act = {
      j: () => this.#walk(1),
      k: () => this.#walk(-1),
      x: () => this.now?.querySelector('[type=checkbox]').click(),
      q: () => this.now?.querySelector('.shortlist button')?.click(),
      z: () => this.querySelector('.undo button')?.click(),
    }[event.key] ?? ('atrsd'.includes(event.key) && event.key.length === 1 ? () => this.now?.querySelector(`[data-key=${event.key}]`)?.click() : null)
    if (!act) return
    event.preventDefault()
    act()
  }

  #walk(step) {
    const items = this.#items
    const at = items.indexOf(this.now)
    // The first press stays on the comment that stands out already.
    const isOn = this.now?.contains(document.activeElement)
    const next = items[isOn ? Math.min(Math.max(at + step, 0), items.length - 1) : Math.max(at, 0)]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }

  #stand(item) {
    if (this.now === item) return
    this.now?.classList.remove('now')
    this.now = item
    item?.classList.add('now')
  }

  #select(box) {
    if (box === this.all) for (const item of this.#items) item.querySelector('[type=checkbox]').checked = box.checked
    else if (this.all) this.all.checked = this.#items.every(i => i.querySelector('[type=checkbox]').checked)
  }

  async #do(form, submitter) {
    const at = Math.max(this.#items.indexOf(form.closest('.held') ?? this.now), 0)
    const hadFocus = this.contains(document.activeElement)
    try {
      const answer = await post(form, submitter)
      const isHere = new URL(answer.address, location.href).pathname === location.pathname && answer.page.getElementById('queue')
      this.#take(isHere ? answer.page : (await ask('GET', location.href)).page, at, hadFocus, isHere ? '' : 'Done.')
    } catch (refusal) {
      const reason = refusal.page?.querySelector('.error')?.textContent.trim()
      this.#say(reason || refusal.message.replace(/ Your text is still here.*| your text is still here\.?/i, ''), true)
      // What was seen is not what there is any more.
      if (refusal.page) this.#take((await ask('GET', location.href)).page, at, hadFocus, this.said.textContent)
    }
  }

  #take(page, at, hadFocus, sentence) {
    const newer = new Map([...page.querySelectorAll('#queue > .held')].map(i => [i.id, i]))
    const isOld = item => item.dataset.seen !== newer.get(item.id)?.dataset.seen || item.querySelectorAll('.shortlist').length !== newer.get(item.id).querySelectorAll('.shortlist').length
    const kept = new Map(this.#items.filter(i => !isOld(i)).map(i => [i.id, i]))
    const ticked = new Set([...kept.values()].filter(i => i.querySelector('[type=checkbox]').checked).map(i => i.id))
    if (hadFocus && document.activeElement?.closest('.held, .undo, #many')) document.activeElement.blur()
    this.list.replaceChildren(...[...newer].map(([id, item]) => kept.get(id) ?? document.importNode(item, true)))
    for (const item of this.#items) item.querySelector('[type=checkbox]').checked = ticked.has(item.id)
    if (this.all) this.all.checked = false
    refresh(page)
    const items = this.#items
    this.#stand(items[Math.min(at, items.length - 1)])
    if (hadFocus) (this.now ?? this.said).focus()
    this.now?.scrollIntoView({ block: 'nearest' })
    this.#say(sentence || page.getElementById('said').textContent.trim(), sentence !== '' && sentence !== 'Done.')
  }

  #say(sentence, isBad = false) {
    const waits = this.#items.length
    this.said.textContent = isBad || !waits ? sentence : `${sentence} ${waits} ${waits === 1 ? 'is' : 'are'} on this page.`
    this.said.classList.toggle('is-bad', isBad)
  }
}

customElements.define('comment-queue', CommentQueue)
