// What becomes of two texts that grew out of one. Nothing but values: no page, no network, no clock.

// As the server keeps texts: composed, with line feeds; white space around a text is no reason to ask anybody.
const tidy = text => (text ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim()

export const same = (one, other) => tidy(one) === tidy(other)

export const allSame = (one, other) => Object.keys(one).every(name => same(one[name], other[name]))

/**
 * Field by field: who changed it? Only one of the two: theirs is taken or mine stays. Both: a clash, and mine stands until a person has chosen.
 * @param mine what the fields hold
 * @param base what they were filled with
 * @param theirs what is kept now; fields that it does not name are nobody's business
 * @param sent what I sent and got no answer to: if that is what is kept, it is mine
 */
export function merge(mine, base, theirs, sent = []) {
  const values = {}
  const clashes = []
  for (const name of Object.keys(mine)) {
    const before = base[name] ?? ''
    values[name] = mine[name]
    if (!(name in theirs) || same(mine[name], theirs[name]) || same(theirs[name], before) || sent.some(s => same(s[name] ?? before, theirs[name]))) continue
    if (same(mine[name], before)) values[name] = theirs[name]
    else clashes.push({ name, theirs: theirs[name] })
  }
  return { values, clashes }
}
