// Asking the server for a page, as a form or a link would. The answer comes as a document: nothing is ever parsed from a string here,
// which the content security policy forbids.

export class Refused extends Error {
  constructor(sentence, page) {
    super(sentence)
    this.page = page
  }
}

const sentences = {
  0: 'The server can’t be reached. Your text is still here; try again when the connection is back.',
  400: 'The form was too old to be saved. Try once more; your text is still here.',
  403: 'Your account may not do this. Your text is still here.',
  404: 'This is not there any more. Your text is still here; copy it before you leave.',
  413: 'That was too much at once. Your text is still here.',
}

/** Resolves with the page that answered; rejects with Refused, whose message is for the person. */
export function ask(method, address, body, signal) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, address)
    request.responseType = 'document'
    // An answer without a body names no type, and would be read as broken XML.
    request.overrideMimeType('text/html;charset=utf-8')
    request.timeout = 30_000
    request.onload = () => {
      const page = request.response
      if (new URL(request.responseURL).pathname.startsWith('/account/sign-in')) reject(new Refused('Your session has ended. Sign in in another tab, then save again; your text is still here.', null))
      else if (request.status < 300) resolve({ page, address: request.responseURL })
      else if (request.status === 409 || request.status === 422) reject(new Refused('Not saved.', page))
      else reject(Object.assign(new Refused(sentences[request.status] ?? `The server answered ${request.status}. Your text is still here.`, null), { status: request.status }))
    }
    request.onerror = request.ontimeout = () => reject(new Refused(sentences[0], null))
    request.onabort = () => reject(new DOMException('Overtaken', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

/** Posts a form. A token that is too old (another session, a restart) is fetched anew once. */
export async function post(form, submitter) {
  const data = () => new URLSearchParams(new FormData(form, submitter))
  try {
    return await ask('POST', form.action, data())
  } catch (refusal) {
    if (refusal.status !== 400) throw refusal
    const { page } = await ask('GET', location.href)
    const fresh = page.querySelector('input[name=_token]')
    if (!fresh) throw refusal
    for (const token of document.querySelectorAll('input[name=_token]')) token.value = fresh.value
    return await ask('POST', form.action, data())
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

export const inField = target => target instanceof Element && (target.isContentEditable || target.matches('input, textarea, select'))
