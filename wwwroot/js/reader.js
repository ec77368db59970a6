// Small comforts of reading. Nothing of it is needed, and nothing leaves the browser.

/** The paper on which the page is still coming to rest: whoever presses again means the one after it. */
let coming = null
addEventListener('scrollend', () => { coming = null })

/** Alt with an arrow goes from paper to paper: no letter is taken from anybody. */
function jump(event) {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !['ArrowDown', 'ArrowUp'].includes(event.key)) return
  if (event.target.closest?.('input, textarea, select, [contenteditable]')) return
  const papers = [...document.querySelectorAll('article.paper[id]')]
  if (papers.length === 0) return
  const isDown = event.key === 'ArrowDown'
  const at = paper => paper.getBoundingClientRect().top
  // From where one stands: at its end a page cannot bring the last papers to the top.
  const here = papers.find(p => p.contains(document.activeElement) && (p === coming || (at(p) < innerHeight && p.getBoundingClientRect().bottom > 0)))
  const next = here ? papers[papers.indexOf(here) + (isDown ? 1 : -1)] : isDown ? papers.find(p => at(p) > 40) : papers.findLast(p => at(p) < -40)
  if (!next) return
  event.preventDefault()
  coming = next
  next.querySelector('.paper-no').focus({ preventScroll: true })
  next.scrollIntoView()
}

/** A citation is there to be taken along. */
function offerCopies() {
  if (!navigator.clipboard) return
  for (const citation of document.querySelectorAll('.citation')) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'linkish', textContent: 'Copy the citation' })
    const said = Object.assign(document.createElement('span'), { role: 'status' })
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(citation.textContent.trim())
        said.textContent = 'Copied.'
      } catch {
        getSelection().selectAllChildren(citation)
        said.textContent = 'It is selected now: copy it.'
      }
    })
    const row = Object.assign(document.createElement('p'), { className: 'row ui' })
    row.append(button, said)
    citation.after(row)
  }
}

/** Which issues came out since this browser was here last. */
function markNewIssues() {
  const key = 'roundup-latest'
  const numbers = [...document.querySelectorAll('[data-issue]')].map(e => Number(e.dataset.issue))
  if (numbers.length === 0) return
  try {
    // For as long as this tab lives, the last visit is the one before it.
    const before = Number(sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? 0)
    sessionStorage.setItem(key, before)
    localStorage.setItem(key, Math.max(Number(localStorage.getItem(key) ?? 0), before, ...numbers))
    if (!before) return
    for (const entry of document.querySelectorAll('[data-issue]'))
      if (Number(entry.dataset.issue) > before) entry.querySelector('.facts, .kicker')?.append(Object.assign(document.createElement('span'), { className: 'new', textContent: 'new since your last visit' }))
  } catch { /* nothing is kept */ }
}

document.addEventListener('keydown', jump)
offerCopies()
markNewIssues()
