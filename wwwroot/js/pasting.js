import { insert } from './inserting.js'
import { toMarkdown } from './rich-text.js'

/** Rich text comes in as Markdown, and an address over selected words makes a link of them. Ctrl+Shift+V pastes what is there, as ever. */
export function paste(field, say) {
  let isPlain = false
  field.addEventListener('keydown', event => (isPlain = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v'))
  field.addEventListener('keyup', () => (isPlain = false))
  field.addEventListener('paste', event => {
    if (isPlain || event.defaultPrevented) return
    const { clipboardData: data } = event
    const [text, html] = [data.getData('text/plain'), data.getData('text/html')]
    const link = linked(field, text.trim())
    if (link) {
      event.preventDefault()
      return insert(field, link)
    }
    // What an editor of code copies is dressed in colours; the code itself is its text.
    if (!html || [...data.types].some(type => type.startsWith('vscode')) || isInCode(field)) return
    event.preventDefault()
    put(field, html, text, say)
  })
}

async function put(field, html, text, say) {
  const markdown = await toMarkdown(html)
  insert(field, markdown === null ? text : among(field, markdown))
  if (markdown !== null) say('Pasted as Markdown. Ctrl+Z takes it back, Ctrl+Shift+V pastes plain text.')
}

function linked(field, text) {
  const words = field.value.slice(field.selectionStart, field.selectionEnd)
  if (!words.trim() || /\n\s*\n/.test(words) || !/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text) || /^\s*https?:\/\/\S+\s*$/i.test(words)) return null
  // Between the brackets of a link that is there already an address is just that.
  if (field.value.slice(0, field.selectionStart).endsWith('](')) return null
  return `[${words.trim()}](${text.replaceAll('(', '%28').replaceAll(')', '%29')})`
}

const isInCode = field => (field.value.slice(0, field.selectionStart).match(/^(```|~~~)/gm) ?? []).length % 2 === 1

/** More than a line of text keeps its distance from what stands around it. */
function among(field, markdown) {
  if (!/\n|^(#{1,6} |[-*] |\d+\. |> |\||```|---)/.test(markdown)) return markdown
  const [before, after] = [field.value.slice(0, field.selectionStart), field.value.slice(field.selectionEnd)]
  const missing = ends => Math.max(0, 2 - ends)
  const above = before.trim() ? missing(/\n*$/.exec(before)[0].length) : 0
  const below = after.trim() ? missing(/^\n*/.exec(after)[0].length) : 0
  return `${'\n'.repeat(above)}${markdown}${'\n'.repeat(below)}`
}
