/** From units of a sentence to the things they name. */
import type { EntityKind } from '../schema'
import { addReferent, type Discourse } from './discourse'
import { partNouns } from './frame-words'
import { fold } from './lexicon'
import type { NounPhrase } from './phrase'
import { readList } from './phrase-list'
import type { Reading } from './reading'
import { newSpan, type Referent, type Span } from './span'

/** A referent together with the unit it stands in. */
export type Filler = { referent: Referent; at: number }

const quantities = new Set(
  'number majority handful dozen group pair lot host series variety range couple portion share part most many all some several both any none each one copy version % percent'.split(
    ' ',
  ),
)

const companyParts = new Set(
  'unit division arm business brand chain stake shares operation'.split(' '),
)

/** What the phrases name, filtered by kind; looks into "elements of the draft" where the head itself is no answer. */
export function fillers(
  reading: Reading,
  units: readonly number[],
  kinds: ReadonlySet<EntityKind> | undefined,
  parts = false,
): Filler[] {
  const [only] = units
  if (only === undefined) return []
  if (units.length === 1) return fillersAt(reading, only, kinds, parts)
  return units.flatMap((at) => fillersAt(reading, at, kinds, parts))
}

/** What the spans stand for, of these kinds; each once. */
function fillersOf(
  spans: readonly Span[],
  at: number,
  kinds: ReadonlySet<EntityKind> | undefined,
): Filler[] {
  const found: Filler[] = []
  for (const { referent } of spans)
    if (referent && (!kinds || kinds.has(referent.kind)))
      if (!found.some((f) => f.referent === referent)) found.push({ referent, at })
  return found
}

function fillersAt(
  reading: Reading,
  at: number,
  kinds: ReadonlySet<EntityKind> | undefined,
  parts: boolean,
): Filler[] {
  const np = reading.units[at]
  if (np?.type !== 'np') return []
  // "Gordon's closest ally" cut short by a wrong tag: the owner is not who acts
  if (reading.sentence.tokens[np.to - 1]?.xpos === 'POS') return []
  const own = fillersOf(np.spans, at, kinds)
  const among = namedAmong(reading, np, at, kinds)
  if (among.length) return [...own, ...among]
  if (own.length) return own
  const head = fold(reading.sentence.tokens[np.head]?.lemma ?? '')
  // "a Treasury spokesman", "a spokesman for the Treasury": the Treasury speaks
  if (/^spokes(?:man|woman|person)$/.test(head)) {
    const inside = np.inner
      .flatMap((s) => s.referent ?? [])
      .filter((r) => /^(?:organization|government)$/.test(r.kind) && (!kinds || kinds.has(r.kind)))
    if (inside.length) return [{ referent: inside.at(-1)!, at }]
    const next = reading.units[at + 1]
    if (
      next?.type === 'prep' &&
      /^(?:for|of|at|from)$/.test(next.word) &&
      reading.units[at + 2]?.type === 'np'
    )
      return fillers(reading, [at + 2], kinds && new Set([...kinds].filter((k) => k !== 'person')))
    const owner = np.owner?.spans[0]?.referent
    if (owner && /^(?:organization|government)$/.test(owner.kind)) return [{ referent: owner, at }]
  }
  // "bought the Altenburg unit": part of a company is bought by its name
  if (companyParts.has(head) && !np.owner) {
    const inside = np.inner.flatMap((s) =>
      s.to === np.head && s.referent?.kind === 'organization' ? [s.referent] : [],
    )
    if (inside.length === 1 && (!kinds || kinds.has('organization')))
      return [{ referent: inside[0]!, at }]
  }
  const named = apposed(reading, at)
  if (named && (!kinds || kinds.has(named.kind))) return [{ referent: named, at: at + 2 }]
  const prep = reading.units[at + 1]
  // "members of the team", but "a member of the party" is not the party
  const members = head === 'member' && reading.sentence.tokens[np.head]?.xpos === 'NNS'
  const reaches = quantities.has(head) || members || (parts && partNouns.has(head))
  if (
    reaches &&
    prep?.type === 'prep' &&
    /^(?:of|from|in|within|to)$/.test(prep.word) &&
    reading.units[at + 2]?.type === 'np'
  ) {
    return fillers(reading, readList(reading.units, at + 2).items, kinds, parts)
  }
  if (parts && partNouns.has(head) && np.owner) {
    const owners = np.owner.spans
      .flatMap((s) => s.referent ?? [])
      .filter((r) => !kinds || kinds.has(r.kind))
    return owners.map((referent) => ({ referent, at }))
  }
  return []
}

/** "four companies, including A and B", "three lawyers, among them A": what holds of all holds of those named. */
function namedAmong(
  reading: Reading,
  np: NounPhrase,
  at: number,
  kinds: ReadonlySet<EntityKind> | undefined,
): readonly Filler[] {
  const { units, sentence } = reading
  const k = units[at + 1]?.type === 'comma' ? at + 2 : at + 1
  const opener = units[k]
  if (opener?.type !== 'prep' || !/^(?:including|among)$/.test(opener.word)) return []
  if (np.name || sentence.tokens[np.head]?.xpos !== 'NNS') return []
  const them = units[k + 1]
  const whole = them?.type === 'np' && sentence.tokens[them.head]!.folded === 'them'
  if ((opener.word === 'among') !== whole) return []
  return readList(units, whole ? k + 2 : k + 1).items.flatMap((item) => {
    const one = units[item]
    return one?.type === 'np' && one.name ? fillersOf(one.spans, item, kinds) : []
  })
}

/** "blacklisted its subsidiary, Halden Metals, in May": the name of what has none in front of the comma. */
function apposed(reading: Reading, at: number): Referent | undefined {
  const { units } = reading
  const np = units[at]
  if (np?.type !== 'np' || np.name || np.time) return undefined
  const [comma, name, close] = [units[at + 1], units[at + 2], units[at + 3]]
  if (comma?.type !== 'comma' || name?.type !== 'np' || name.owner) return undefined
  // "its owner, the Olsen family trust,": named, if not by a name alone
  if (!name.name && !(name.inner.length && name.spans[0]?.kind === 'organization')) return undefined
  if (reading.sentence.tokens[np.head]?.xpos === 'NNS') return undefined
  return /^(?:comma|stop)$/.test(close?.type ?? 'stop') ? name.spans[0]?.referent : undefined
}

export function ownerFillers(
  np: NounPhrase,
  at: number,
  kinds: ReadonlySet<EntityKind> | undefined,
): Filler[] {
  return (np.owner?.spans ?? [])
    .flatMap((s) => s.referent ?? [])
    .filter((r) => !kinds || kinds.has(r.kind))
    .map((referent) => ({ referent, at }))
}

/** The state a modifier names ("Russian-authored"), made known if the text never names it outright. */
export function stateReferent(discourse: Discourse, nation: string): Referent {
  const known = discourse.referents.find((r) => r.kind === 'government' && r.name === nation)
  if (known) return known
  const span: Span = newSpan({
    sentence: 0,
    from: 0,
    to: 0,
    head: 0,
    form: 'name',
    kind: 'government',
    name: nation,
  })
  const referent = addReferent(discourse, span, 'government', nation, true)
  referent.forms.set(nation, 0)
  return referent
}
