import { inField, lettersAct } from './asking.js'

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
  } else if (event.key === '?' && lettersAct() && !command && !event.altKey && !inField(event.target)) {
    event.preventDefault()
    if (sheet.open) sheet.close()
    else sheet.showModal()
  }
})

// How far the paper was read: one key in the opinion's field, a digit on its card.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return
  const typing = inField(event.target) && !event.target.matches('[data-depth]')
  const choice = (typing ? event.target.closest('saving-form') : event.target.closest('.item'))?.querySelector('[data-depth]')
  if (!choice) return
  if (typing && event.altKey && event.code === 'KeyR') choose(choice, (choice.selectedIndex + 1) % choice.length)
  else if (!typing && !event.altKey && /^[0-4]$/.test(event.key)) choose(choice, Number(event.key))
  else return
  event.preventDefault()
})

function choose(choice, place) {
  choice.selectedIndex = place
  choice.dispatchEvent(new Event('input', { bubbles: true }))
  choice.dispatchEvent(new Event('change', { bubbles: true }))
  const said = choice.closest('saving-form').querySelector('.said')
  if (said) said.textContent = `Read: ${choice.selectedOptions[0].text}. ${said.textContent}`
}

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
