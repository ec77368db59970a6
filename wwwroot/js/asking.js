// Asking the server for a page, as a form or a link would. The answer comes as a document: nothing is ever parsed from a string here,
// which the content security policy forbids. What answers scripts may answer with JSON.
import { renewToken, signInAgain } from './sign-in-again.js'

export class Refused extends Error {
  constructor(sentence, { status = 0, page = null, json = null } = {}) {
    super(sentence)
    Object.assign(this, { status, page, json })
  }
}

const sentences = {
  0: 'The server can’t be reached. Your text is still here; try again when the connection is back.',
  400: 'The form was too old to be saved. Try once more; your text is still here.',
  401: 'Your session has ended. Sign in again; your text is still here.',
  403: 'Your account may not do this. Your text is still here.',
  404: 'This is not there any more. Your text is still here; copy it before you leave.',
  409: 'Not saved.',
  413: 'That was too much at once. Your text is still here.',
  422: 'Not saved.',
  429: 'Too many tries. Wait a few minutes; your text is still here.',
}

/** Resolves with what answered, a page or JSON; rejects with Refused, whose message is for the person. */
export function ask(method, address, body, signal, accept = 'text/html') {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, address)
    request.setRequestHeader('Accept', accept)
    // Who is not signed in any more is told so, and not sent to another page.
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest')
    request.responseType = 'document'
    // An answer without a body names no type, and would be read as broken XML.
    request.overrideMimeType('text/html;charset=utf-8')
    request.timeout = 30_000
    request.onreadystatechange = () => {
      if (request.readyState === XMLHttpRequest.HEADERS_RECEIVED && /json/.test(request.getResponseHeader('Content-Type'))) request.responseType = 'json'
    }
    request.onload = () => {
      const { status, response } = request
      const answer = request.responseType === 'json' ? { json: response } : { page: response }
      const isShown = status === 409 || status === 422
      if (status < 300) resolve({ ...answer, address: request.responseURL })
      else reject(new Refused(sentences[status] ?? `The server answered ${status}. Your text is still here.`, { status, json: answer.json, page: isShown ? answer.page : null }))
    }
    request.onerror = request.ontimeout = () => reject(new Refused(sentences[0]))
    request.onabort = () => reject(new DOMException('Overtaken', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

const ended = new Refused(sentences[401], { status: 401 })

/** Posts a form. A sign-in that has run out and a token that is too old (another session, a restart) are renewed, and it is posted once more. */
export async function post(form, submitter, { body = () => new URLSearchParams(new FormData(form, submitter)), accept, signIn = true } = {}) {
  // By attribute: a field named "action" would stand in front of the property.
  const send = () => ask('POST', form.getAttribute('action') ?? location.href, body(), undefined, accept)
  try {
    return await send()
  } catch (refusal) {
    if (refusal.status === 400 && (await renewToken()).isSomebodyElse) throw ended
    if (refusal.status === 401 && !(signIn && (await signInAgain()))) throw refusal
    if (refusal.status !== 400 && refusal.status !== 401) throw refusal
    return await send()
  }
}

/** Takes over what a newer copy of this page says in the parts that are marked as able to. */
export function refresh(page) {
  for (const newer of page.querySelectorAll('[data-fresh][id]')) {
    const here = document.getElementById(newer.id)
    if (!here || here.contains(document.activeElement) || here.isEqualNode(newer)) continue
    const folded = here.querySelector('details[open]')
    const copy = document.importNode(newer, true)
    if (folded) copy.querySelector('details')?.setAttribute('open', '')
    here.replaceWith(copy)
  }
}

/** Takes over hidden fields (versions) of the same form in a newer page; what a person types is never touched. */
export function renew(form, page) {
  const newer = page.getElementById(form.id)
  if (!newer) return false
  for (const field of newer.querySelectorAll('input[type=hidden]')) {
    const mine = form.elements.namedItem(field.name)
    if (mine) mine.value = field.value
  }
  return true
}

/** Whether single letters act: everybody can switch them off (WCAG 2.2, 2.1.4). */
export const lettersAct = () => document.body.dataset.letters !== 'off'

export const inField = target => target instanceof Element && (target.isContentEditable || target.matches('input, textarea, select'))
