/** Puts text into a field as if it had been typed: one Ctrl+Z takes it back, and whoever listens to the field hears of it. */
export function insert(field, text, from = field.selectionStart, to = field.selectionEnd) {
  field.focus()
  field.setSelectionRange(from, to)
  // Old, and the only way that keeps the browser's own undo.
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, from, to, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
}
