/** "both men", "the two ministers", "all three", "neither": the two or three just named, where the count is right. */
import { type Discourse, tie } from './discourse'
import { fold } from './lexicon'
import type { NounPhrase } from './phrase'
import type { Reading } from './reading'
import { type Referent, type Span, textOf } from './span'

const sets =
  /^(?:(both|the two|the pair|neither|the duo|the couple)|(all three|the three|the trio))(?: (men|women|leaders|ministers|presidents|envoys|executives|politicians|lawmakers|senators|officials|negotiators|defendants|sides|countries|nations|governments|states|neighbou?rs|allies|companies|firms|groups|parties|rivals|banks|airlines))?$/
const states = /^(?:countries|nations|governments|states|neighbou?rs|allies)$/
const bodies = /^(?:companies|firms|groups|parties|banks|airlines)$/

export function resolveSet(discourse: Discourse, reading: Reading, np: NounPhrase): void {
  if (np.time || np.name || np.owner || np.spans.some((s) => s.referent)) return
  const words = fold(textOf(discourse.text, reading.sentence, np.from, np.to))
  const match = sets.exec(words)
  if (!match) return
  const count = match[1] ? 2 : 3
  const noun = match[3] ?? ''
  if (/^(?:sides|rivals)$/.test(noun)) return
  const kind = states.test(noun) ? 'government' : bodies.test(noun) ? 'organization' : 'person'
  const found: Referent[] = []
  for (let back = 0; back <= 2 && found.length < count; back++) {
    for (const t of discourse.trail) {
      if (t.sentence !== reading.index - back || t.referent.kind !== kind || t.referent.weak)
        continue
      if (back === 0 && t.span.from >= np.from) continue
      if (!found.includes(t.referent)) found.push(t.referent)
    }
  }
  if (found.length !== count) return
  np.spans = found.map((referent) => {
    const span: Span = {
      sentence: reading.index,
      from: np.from,
      to: np.to,
      head: np.head,
      form: 'pronoun',
      kind,
      name: words,
      noun: words,
    }
    tie(span, referent, `"${words}" after ${found.map((r) => r.name).join(' and ')}`)
    return span
  })
}
