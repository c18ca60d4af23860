/** "both men", "the two ministers", "all three", "neither": the two or three just named, where the count is right. */
import { tracesIn } from './coreference-recent'
import { type Discourse, tie } from './discourse'
import { fold } from './lexicon'
import type { NounPhrase } from './phrase'
import { readList } from './phrase-list'
import type { Reading } from './reading'
import { newSpan, type Referent, type Span, textOf } from './span'

const sets =
  /^(?:(both|the two|the pair|neither|the duo|the couple)|(all three|the three|the trio))(?: (men|women|leaders|ministers|presidents|envoys|executives|politicians|lawmakers|senators|officials|negotiators|defendants|sides|countries|nations|governments|states|neighbou?rs|allies|companies|firms|groups|parties|rivals|banks|airlines))?$/
/** What `sets` begins with, or a quotation mark in front. */
const opensSet = new Set(['both', 'the', 'neither', 'all', ''])
const states = /^(?:countries|nations|governments|states|neighbou?rs|allies)$/
const bodies = /^(?:companies|firms|groups|parties|banks|airlines)$/

export function resolveSet(discourse: Discourse, reading: Reading, np: NounPhrase) {
  const listed = isThey(reading, np) ? listBefore(discourse, reading.index - 1, true) : undefined
  if (listed) return standFor(reading, np, 'they', listed)
  if (np.time || np.name || np.owner || np.spans.some((s) => s.referent)) return
  if (!opensSet.has(reading.sentence.tokens[np.from]!.folded)) return
  const words = fold(textOf(discourse.text, reading.sentence, np.from, np.to))
  const match = sets.exec(words)
  if (!match) return
  const count = match[1] ? 2 : 3
  const noun = match[3] ?? ''
  if (/^(?:sides|rivals)$/.test(noun)) return
  const kind = states.test(noun) ? 'government' : bodies.test(noun) ? 'organization' : 'person'
  const found = spokenOf(discourse, reading, np, kind)
  const several = found.length === count ? found : lastListed(discourse, reading, kind, count)
  if (several) standFor(reading, np, words, several)
}

/** Those of a kind spoken of just now, over two sentences back. */
function spokenOf(
  discourse: Discourse,
  reading: Reading,
  np: NounPhrase,
  kind: Referent['kind'],
): Referent[] {
  const found: Referent[] = []
  const pair = /^(?:the couple|the pair|the duo)/.test(
    fold(textOf(discourse.text, reading.sentence, np.from, np.to)),
  )
  // "the Greens warned both parties": not the one that warns
  const before = reading.units[reading.units.indexOf(np) - 1]?.type
  const object = before === 'vg' || before === 'prep'
  for (let back = pair || object ? 1 : 0; back <= 2 && !(back > 1 && found.length > 1); back++) {
    for (const t of tracesIn(discourse, reading.index - back)) {
      if (t.referent.kind !== kind || t.referent.weak) continue
      if (back === 0 && t.span.from >= np.from) continue
      if (!found.includes(t.referent)) found.push(t.referent)
    }
  }
  return found
}

/** The last row of names that has as many: "A, B and C signed it. … the three leaders". */
function lastListed(
  discourse: Discourse,
  reading: Reading,
  kind: Referent['kind'],
  count: number,
): Referent[] | undefined {
  for (let index = reading.index - 1; index >= Math.max(0, reading.index - 15); index--) {
    const listed = listBefore(discourse, index, false)
    if (listed?.length === count && listed.every((r) => r.kind === kind)) return listed
  }
  return undefined
}

/** A row of people, bodies or states that a sentence names; the subject's only, where asked for. */
function listBefore(
  discourse: Discourse,
  index: number,
  asSubject: boolean,
): Referent[] | undefined {
  const units = discourse.readings[index]?.units ?? []
  const verb = units.findIndex((u) => u.type === 'vg' && u.shape === 'finite')
  for (let at = 0; at < (asSubject ? verb : units.length); at++) {
    const first = units[at]
    if (first?.type !== 'np' || !first.name || units[at - 1]?.type === 'prep') continue
    const { items } = readList(units, at)
    const members = items.map((k) => (units[k] as NounPhrase).name?.referent)
    const [kind] = members.map((r) => r?.kind)
    if (members.length < 2 || !members.every((r) => r && r.kind === kind && !r.weak)) continue
    if (kind === 'person' || kind === 'organization' || kind === 'government')
      return [...new Set(members as Referent[])]
  }
  return undefined
}

/** "They" that opens a sentence outside of a quotation. */
function isThey(reading: Reading, np: NounPhrase): boolean {
  const word = reading.sentence.tokens[np.head]!.folded
  return word === 'they' && np.to - np.from === 1 && np.from <= 1
}

function standFor(
  reading: Reading,
  np: NounPhrase,
  words: string,
  referents: readonly Referent[],
): void {
  np.spans = referents.map((referent) => {
    const span: Span = newSpan({
      sentence: reading.index,
      from: np.from,
      to: np.to,
      head: np.head,
      form: 'pronoun',
      kind: referent.kind,
      name: words,
      noun: words,
    })
    tie(span, referent, `"${words}" after ${referents.map((r) => r.name).join(' and ')}`)
    return span
  })
}
