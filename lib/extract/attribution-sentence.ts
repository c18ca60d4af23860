/** Who a whole sentence rests on: "according to X", ", X said", "citing X", ": X". */
import type { Clause } from './clause'
import { fold, roleHeads, sayVerbs, sourceNouns } from './lexicon'
import type { Unit } from './phrase'
import { readList } from './phrase-list'
import type { Reading } from './reading'
import { type Source, sourcesAt } from './source'

/** `cited` are those whom the sayers name in turn. "according to three sources", ", sources said", "said the minister" at the sentence's end. */
export function sentenceSources(
  text: string,
  reading: Reading,
  clauses: ReadonlyMap<number, Clause>,
  at: number,
): { said: Source[]; cited: Source[] } {
  const { units } = reading
  const found: Source[] = []
  const cited: Source[] = []
  units.forEach((unit, k) => {
    if (unit.type === 'prep' && unit.word === 'according to' && units[k + 1]?.type === 'np') {
      found.push(...sourcesAt(text, reading, speakersAt(reading, k + 1), true))
    }
  })
  found.push(...afterColon(text, reading, at))
  for (const clause of clauses.values()) {
    // "In private, said a group of senators, Rubio had called …"
    const inset =
      units[clause.at - 1]?.type === 'comma' &&
      units[clause.at + 1]?.type === 'np' &&
      clause.verb.shape === 'finite' &&
      sayVerbs.has(clause.verb.lemma) &&
      !takesThing.test(clause.verb.lemma) &&
      clause.at < at
    if (inset) {
      const close = units.findIndex((u, k) => k > clause.at + 1 && u.type === 'comma')
      const plain =
        close > 0 &&
        close <= clause.at + 6 &&
        close < at &&
        !units.slice(clause.at + 2, close).some((u) => u.type === 'vg' || u.type === 'sub')
      if (plain) found.push(...sourcesAt(text, reading, [clause.at + 1], true))
      continue
    }
    ;(clause.verb.shape === 'gerund' ? cited : found).push(...relayed(text, reading, clause))
    if (
      clause.at <= at ||
      !sayVerbs.has(clause.verb.lemma) ||
      clause.verb.shape !== 'finite' ||
      clause.verb.passive
    )
      continue
    // ", said Berg": what stands before the comma is no subject
    let comma = clause.at - 1
    while (units[comma]?.type === 'quote') comma--
    const turned =
      units[comma]?.type === 'comma' &&
      !takesThing.test(clause.verb.lemma) &&
      speaks(reading, clause.at + 1)
    // ", said Berg" and ", Berg told Reuters" have a noun phrase behind the verb
    const behindVerb = clause.objects.every(
      (k) => k === clause.at + 1 && (turned || clause.verb.lemma === 'tell'),
    )
    if (!behindVerb || clause.link === 'relative') continue
    const subject = turned ? undefined : clause.subjects[0]
    const inverted =
      subject === undefined && units[clause.at + 1]?.type === 'np' ? [clause.at + 1] : undefined
    const first = subject ?? clause.at
    const opens = Math.min(first, clause.at)
    let before = opens - 1
    while (units[before]?.type === 'quote') before--
    if (units[before]?.type !== 'comma') continue
    // nothing is said to follow: "…, sources said." but not "…, sources said that"
    const behind = units
      .slice((inverted ? clause.at + 1 : clause.at) + 1)
      .filter((u) => u.type === 'vg' && u.shape === 'finite')
    if (behind.length || units[clause.at + 1]?.type === 'sub') continue
    if (Math.min(first, clause.at) <= at) continue
    found.push(...sourcesAt(text, reading, inverted ?? clause.subjects, true))
  }
  return { said: found, cited }
}

/** "according to its lawyer, Ida Holm": one source, by the name. */
function speakersAt({ units, sentence }: Reading, at: number): number[] {
  const [first, comma, name] = [units[at], units[at + 1], units[at + 2]]
  const apposed =
    first?.type === 'np' &&
    !first.name &&
    comma?.type === 'comma' &&
    name?.type === 'np' &&
    name.name?.referent?.kind === 'person' &&
    sentence.tokens[first.head]!.xpos === 'NN' &&
    roleHeads.has(fold(sentence.tokens[first.head]!.lemma))
  return apposed ? [at + 2] : readList(units, at).items
}

/** "Reuters, citing two officials, said"; "as first reported by Reuters"; "Berg was quoted as saying by Reuters" */
function relayed(text: string, reading: Reading, clause: Clause): Source[] {
  const { units } = reading
  const { verb } = clause
  if (verb.shape === 'gerund' && /^(?:cite|quote)$/.test(verb.lemma))
    return sourcesAt(text, reading, clause.objects, true)
  if (!verb.passive || (!sayVerbs.has(verb.lemma) && verb.lemma !== 'quote')) return []
  if (verb.lemma === 'quote' && verb.shape === 'finite')
    return [
      ...sourcesAt(text, reading, clause.subjects),
      ...sourcesAt(text, reading, clause.objects),
    ]
  let before = clause.at - 1
  while (units[before]?.type === 'adverb') before--
  const as = units[before]
  return (as?.type === 'sub' || as?.type === 'prep') && as.word === 'as'
    ? sourcesAt(text, reading, clause.subjects)
    : []
}

/** Verbs of saying whose object stands behind them: of ", described the city as" the city says nothing. */
const takesThing =
  /^(?:describe|deny|charge|accept|cite|quote|show|find|learn|brief|inform|notify|signal|indicate|tell)$/

/** Somebody or a paper, not what is said: of ", denied wrongdoing" nobody speaks. */
function speaks(reading: Reading, at: number): boolean {
  const np = reading.units[at]
  if (np?.type !== 'np' || np.time) return false
  const head = reading.sentence.tokens[np.head]!
  const kind = np.spans[0]?.referent?.kind ?? np.spans[0]?.kind
  return (
    /^(?:person|organization|government|group)$/.test(kind ?? '') ||
    roleHeads.has(fold(head.lemma)) ||
    sourceNouns.has(head.folded)
  )
}

/** "Norway to reject the treaty: minister", "Norway rejects treaty – documents" */
function afterColon(text: string, reading: Reading, at: number): Source[] {
  const { units } = reading
  const colon = units.findLastIndex(
    (u, k) => k > at && /^(?:comma|stop)$/.test(u.type) && /^(?::|[-–—]+)$/.test(wordOf(u)),
  )
  // in running text a dash adds a thought: only a headline names its source behind one
  if (wordOf(units[colon]) !== ':' && units.at(-1)?.type === 'stop') return []
  const np = units[colon + 1]
  if (colon < 0 || np?.type !== 'np' || np.time) return []
  if (units.slice(colon + 2).some((u) => !/^(?:stop|quote)$/.test(u.type))) return []
  const head = fold(reading.sentence.tokens[np.head]!.lemma)
  return roleHeads.has(head) ||
    sourceNouns.has(reading.sentence.tokens[np.head]!.folded) ||
    np.spans[0]?.referent?.kind === 'person'
    ? sourcesAt(text, reading, [colon + 1], true)
    : []
}

const wordOf = (unit: Unit | undefined): string => (unit && 'word' in unit ? unit.word : '')
