// Asking the server for a page, as a link or a form would. The answer comes as a document: nothing is ever parsed from a string here,
// which the content security policy forbids.

const sentences = {
  0: 'The server can’t be reached. What you wrote is kept in this browser; send it again when the connection is back.',
  403: 'The request was not taken. What you wrote is still here.',
  404: 'That is not there any more. What you wrote is still here.',
  413: 'That is too long. What you wrote is still here.',
  429: 'That was a lot in a short time. Wait some minutes, and send it again; what you wrote is still here.',
  503: 'The site is busy. What you wrote is still here; send it again in a few seconds.',
}

export const sentenceFor = status => sentences[status] ?? `The server answered ${status}. What you wrote is still here.`

/** Resolves with { status, page, to, address }; rejects, with a sentence for the person, where nothing answered, and with an AbortError where the signal came first. */
export const ask = (method, address, body, signal) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest()
  request.open(method, address)
  request.setRequestHeader('Accept', 'text/html')
  // What was read a moment ago may be older than what has just been sent.
  request.setRequestHeader('Cache-Control', 'no-cache')
  request.setRequestHeader('X-Requested-With', 'XMLHttpRequest')
  request.responseType = 'document'
  request.overrideMimeType('text/html;charset=utf-8')
  request.timeout = 60_000
  request.onload = () => resolve({ status: request.status, page: request.response, to: request.getResponseHeader('Location'), address: request.responseURL })
  request.onerror = request.ontimeout = () => reject(new Error(sentences[0]))
  request.onabort = () => reject(new DOMException('', 'AbortError'))
  signal?.addEventListener('abort', () => request.abort())
  request.send(body)
})
