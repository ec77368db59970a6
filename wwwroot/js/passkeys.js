// A form that a passkey fills in: to sign in, or, with data-makes, with a new one. The server says what the device has to sign, the device
// asks its holder, and the form is sent as any other. Where a browser has no passkeys, signing in by one is not offered.
const words = {
  NotAllowedError: 'No passkey was used: the window was closed, or it took too long. Try again, or use your password.',
  InvalidStateError: 'This device has a passkey for you here already.',
  SecurityError: 'Passkeys do not work at this address: the site has to be opened by its own name, over https.',
  NotSupportedError: 'This device makes no passkey of the kind that is needed here.',
}

class PasskeyForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    const offer = this.querySelector('[data-passkey]')
    const makes = 'makes' in this.dataset
    const able = window.PublicKeyCredential?.[makes ? 'parseCreationOptionsFromJSON' : 'parseRequestOptionsFromJSON']
    if (!offer) form.addEventListener('submit', event => {
      event.preventDefault()
      this.ask(form, form.querySelector('[type=submit]'), makes, able)
    })
    else if (able) {
      offer.hidden = false
      const button = offer.querySelector('button')
      button.addEventListener('click', () => this.ask(form, button, makes, able))
    }
  }

  async ask(form, button, makes, able) {
    const said = form.querySelector('p[role=alert]')
    said.textContent = ''
    if (!able) {
      said.textContent = 'This browser does not know passkeys, or is too old for them here.'
      return
    }

    button.disabled = true
    try {
      const publicKey = able.call(PublicKeyCredential, await this.options(form))
      const credential = await (makes ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey }))
      form.elements.Credential.value = JSON.stringify(credential)
      for (const field of form.querySelectorAll('[type=password]')) field.value = ''
      // Where one wanted to go may have a part that only the browser knows.
      if (this.dataset.use) form.action = this.dataset.use + location.hash
      form.submit()
    } catch (trouble) {
      said.textContent = trouble.sentence ?? words[trouble.name] ?? 'That did not work. Try again, or use your password.'
      button.disabled = false
    }
  }

  async options(form) {
    const body = new URLSearchParams(new FormData(form))
    // Signing in by a passkey, a password that was typed already is nobody's business.
    if (this.dataset.use) body.delete('Input.Password')
    const reply = await fetch(this.dataset.options, { method: 'POST', body })
    if (reply.ok && !reply.redirected) return reply.json()

    const problem = reply.headers.get('content-type')?.includes('json') ? await reply.json() : {}
    throw Object.assign(new Error(), { sentence: reply.status === 429 ? 'Too many tries. Wait ten minutes.' : problem.title ?? 'The site did not answer as it should. Load the page again.' })
  }
}

customElements.define('passkey-form', PasskeyForm)
