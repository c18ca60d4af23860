/** What the parser's tree knows better than the row of phrases: whose subject a phrase is. */
import type { Clause } from './clause'
import { sayVerbs } from './lexicon'
import type { NounPhrase, Unit, VerbGroup } from './phrase'
import { isNp, readList, usable } from './phrase-list'
import type { Reading } from './reading'

/**
 * The subject of a finite verb where tree and row disagree. The row takes the leftmost phrase of the clause, which
 * fails on "Asked by A, he said" or "the people who doubted us should believe"; the tree is right there, but not
 * on a verb of saying behind its report. `found`: what the row says.
 */
export function subjectByTree(
  reading: Reading,
  at: number,
  verb: VerbGroup,
  found: readonly number[],
  link: Clause['link'],
): number[] {
  const none = [...found]
  if (verb.shape !== 'finite' || verb.copula || link === 'relative') return none
  const { units } = reading
  const { tokens } = reading.sentence
  const label = verb.passive ? 'nsubj:pass' : 'nsubj'
  // of two (one behind "according to") the nearer
  const token = tokens.findLastIndex((t) => t.head === verb.main && t.deprel === label)
  if (token < 0) return none
  const unit = unitOf(units, token)
  if (unit < 0 || unit >= at || found.includes(unit) || !usable(units[unit])) return none
  if (units[unit - 1]?.type === 'prep') return none
  const list = () => readList(units, unit).items.filter((k) => k < at)
  if (!found.length) return list()
  const nearer = unit > Math.max(...found)
  if (nearer) return conjuncts(reading, found, unit) ? none : list()
  const taken = units[found[0]!] as NounPhrase
  const other = tokens[taken.head]
  const hangs = other !== undefined && /^(?:obj|iobj|obl|nmod|obl:tmod)$/.test(other.deprel)
  return hangs && !sayVerbs.has(verb.lemma) ? list() : none
}

/** Whether the tree's subject is a member of the list the row found. */
function conjuncts(reading: Reading, found: readonly number[], unit: number): boolean {
  return found.some((k) => readList(reading.units, k).items.includes(unit))
}

const addressing =
  /^(?:tell|inform|accuse|blame|urge|call|thank|criticize|criticise|assure|reassure|warn|remind|notify|convince|persuade|ask|advise|brief|promise)$/

/** "backs the ban and the government says": the second phrase is the subject of the next verb, no object of this one. */
export function actsElsewhere(reading: Reading, at: number, verb: VerbGroup): boolean {
  const np = reading.units[at]
  // "told members care was needed": who is told is an object, whatever the tree says
  if (!isNp(np) || (addressing.test(verb.lemma) && np.from === verb.to)) return false
  const { tokens } = reading.sentence
  const token = tokens[np.head]
  if (!token || !/^nsubj/.test(token.deprel) || token.head === verb.main || token.head < np.to)
    return false
  const other = reading.units[unitOf(reading.units, token.head)]
  return other?.type === 'vg' && other.shape === 'finite'
}

const unitOf = (units: readonly Unit[], token: number): number =>
  units.findIndex((u) => u.from <= token && token < u.to)
