// What the desk does beyond its forms. Each element works on a form that also works without it.
import './saving-form.js'
import './paste-field.js'
import './live-preview.js'
import './entry-list.js'
import './filling-form.js'
import './capture-form.js'
import './clipper-link.js'
import './keys.js'
