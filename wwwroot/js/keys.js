import { inField } from './asking.js'

const sheet = document.getElementById('keys')

const formOf = event => (event.target instanceof Element ? event.target : null)?.closest('saving-form')
  ?? (event.target.form ? document.getElementById(event.target.form.id)?.closest('saving-form') : null)

document.addEventListener('keydown', event => {
  const command = event.ctrlKey || event.metaKey
  if (command && event.key === 's') {
    event.preventDefault()
    const here = formOf(event)
    const unsaved = [...document.querySelectorAll('saving-form[unsaved]')]
    for (const form of here ? [here] : unsaved) form.save(undefined, true)
  } else if (command && event.key === 'Enter') {
    const here = formOf(event)
    if (!here) return
    event.preventDefault()
    here.save(here.form.querySelector('button[name="Input.Next"]') ?? undefined, true)
  } else if (event.key === '?' && !command && !event.altKey && !inField(event.target)) {
    event.preventDefault()
    if (sheet.open) sheet.close()
    else sheet.showModal()
  }
})

// A link to a place inside a closed card opens it: browsers do so for fragments in most, not in all.
addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
  const place = link && document.getElementById(link.getAttribute('href').slice(1))
  const card = place?.closest('details') ?? place?.querySelector('details')
  if (!card) return
  card.open = true
  if (inField(place)) {
    event.preventDefault()
    place.focus()
    place.scrollIntoView({ block: 'center' })
  }
})
