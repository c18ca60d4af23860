/**
 * Who does what to whom in a row of phrases: the subject, objects and prepositional phrases of each verb group,
 * over passives, control ("directed Witkoff to meet Putin"), coordination and relative clauses.
 */
import { type Clause, newClause } from './clause'
import { readRight, shareObjects } from './clause-objects'
import { findSubject } from './clause-subject'
import { actsElsewhere, subjectByTree } from './clause-tree'
import { sayVerbs, weakSayVerbs } from './lexicon'
import type { Unit, VerbGroup } from './phrase'
import { back } from './phrase-list'
import type { Reading } from './reading'
import { touches } from './span'
import { tellsNoun } from './telling-noun'
import { takesObject } from './verb-frames'

export function readClauses(reading: Reading): Clause[] {
  const { units } = reading
  const clauses = new Map<number, Clause>()
  units.forEach((unit, at) => {
    if (unit.type !== 'vg') return
    // "avoided X but pointed to Y": after "but", a past tense that looks like a participle
    const joined = units[back(units, at - 1)]
    const sibling = [...clauses.values()].at(-1)
    if (
      unit.shape === 'participle' &&
      joined?.type === 'cc' &&
      sibling?.verb.shape === 'finite' &&
      !sibling.verb.passive &&
      !(units[at + 1]?.type === 'prep' && (units[at + 1] as { word: string }).word === 'by')
    ) {
      unit.shape = 'finite'
      unit.passive = false
    }
    const main = reducedRelative(reading, at, unit)
    if (main) {
      unit.shape = 'participle'
      unit.passive = true
      main.shape = 'finite'
      main.passive = false
    }
    clauses.set(at, readClause(reading, at, unit, clauses))
  })
  shareObjects(units, clauses)
  passOnObjects(clauses)
  return [...clauses.values()]
}

/**
 * "A study published this week in Nature found": before the verb that the subject still lacks, a past tense without
 * the object it wants is a participle.
 */
function reducedRelative(
  { units, sentence }: Reading,
  at: number,
  verb: VerbGroup,
): VerbGroup | undefined {
  const noun = units[at - 1]
  if (verb.shape !== 'finite' || verb.passive || sentence.tokens[verb.main]?.xpos !== 'VBD')
    return undefined
  if (verb.from !== verb.main || noun?.type !== 'np' || noun.time || !takesObject(verb.lemma))
    return undefined
  let k = at + 1
  let within = false
  for (; k < units.length; k++) {
    const unit = units[k]!
    if (unit.type === 'prep') within = true
    else if (unit.type === 'np') {
      if (!within && !unit.time) return undefined
      within = false
    } else if (unit.type !== 'adverb') break
  }
  const next = units[k]
  if (k === at + 1 || next?.type !== 'vg') return undefined
  const tag = sentence.tokens[next.from]?.xpos ?? ''
  const finite = next.shape === 'finite' && /^(?:VBD|VBZ|VBP|MD)$/.test(tag)
  // "… in Nature criticised Norway", whatever the tagger says
  const acts = tag === 'VBN' && next.from === next.main && units[k + 1]?.type === 'np'
  return finite || acts ? next : undefined
}

/** "a treaty that Norway plans to sign", "which Reuters was first to publish": what the infinitive is about stands in front. */
function passOnObjects(clauses: ReadonlyMap<number, Clause>): void {
  for (const clause of clauses.values()) {
    const above = clauses.get(clause.governor ?? -1)
    if (clause.link !== 'control' || clause.verb.shape !== 'infinitive' || !above) continue
    if (
      above.link !== 'relative' ||
      above.verb.passive ||
      (above.verb.copula !== undefined && !above.objects.length)
    )
      continue
    if (clause.objects.length || clause.verb.passive || !takesObject(clause.verb.lemma)) continue
    const ahead = above.objects.filter((k) => k < above.at)
    if (ahead.length && ahead.length === above.objects.length) clause.objects = ahead
  }
}

function readClause(
  reading: Reading,
  at: number,
  verb: VerbGroup,
  clauses: ReadonlyMap<number, Clause>,
): Clause {
  const clause = newClause(at, verb)
  const row = findSubject(reading, at, verb, clauses, clause)
  const subject = subjectByTree(reading, at, verb, row, clause.link)
  readRight(reading, at, clause)
  clause.objects = clause.objects.filter(
    (k) => k < at || !(actsElsewhere(reading, k, verb) || leadsOn(reading.units, k)),
  )
  for (const prep of clause.preps)
    prep.args = prep.args.filter(
      (k, i) => i === 0 || !(actsElsewhere(reading, k, verb) || leadsOn(reading.units, k)),
    )
  if (verb.passive) {
    clause.objects.push(...subject.filter((s) => !clause.objects.includes(s)))
    const by = clause.preps.find((p) => p.word === 'by')
    clause.subjects = by?.args ?? []
    // "was forced to", "was told that": the patient also acts below
  } else {
    clause.subjects = subject
  }
  if (clause.governor === undefined && verb.shape === 'finite') {
    const report = reportingGovernor(reading, at, clauses)
    // "said A would sell and attacked B": who said so attacks, nobody reports it
    const own = (verb.passive ? clause.objects : clause.subjects).some(
      (k) => report !== undefined && k > report,
    )
    if (report !== undefined && (own || !subject.length)) {
      clause.governor = report
      clause.link = 'report'
    }
  }
  return clause
}

/** "voted against the bill and Berg abstained": behind "and", right before a verb, Berg acts in what follows. */
const leadsOn = (units: readonly Unit[], k: number): boolean => {
  const verb = units[k + 1]
  return units[k - 1]?.type === 'cc' && verb?.type === 'vg' && verb.shape === 'finite'
}

const closesQuote = ({ sentence: { tokens } }: Reading, at: number): boolean =>
  tokens[at]!.text === '”' || (tokens[at]!.text === '"' && touches(tokens[at - 1], tokens[at]))

const wordAt = (units: readonly Unit[], k: number): string => {
  const unit = units[k]
  return unit && 'word' in unit ? unit.word : ''
}

/** The "said (that)" that a finite clause hangs on, to its left. */
function reportingGovernor(
  reading: Reading,
  at: number,
  clauses: ReadonlyMap<number, Clause>,
): number | undefined {
  const { units } = reading
  let inside = false
  for (let k = at - 1; k >= 0; k--) {
    const unit = units[k]!
    // "…we believe them lost," Berg told Time: what is quoted does not govern that it is said
    if (unit.type === 'quote') inside = closesQuote(reading, unit.from)
    if (inside) continue
    if (unit.type === 'stop' || unit.type === 'rel') return undefined
    // "claims that she had met", "claims by B that she had met": the claims govern
    const told = unit.type === 'sub' && unit.word === 'that' ? toldBefore(reading, k) : undefined
    if (told !== undefined) {
      // "said in a statement that": the one who said it
      const says = units[told - 2]
      const within = units[told - 1]?.type === 'prep' && says?.type === 'vg'
      return within && sayVerbs.has(says.lemma) && clauses.has(told - 2) ? told - 2 : told
    }
    if (
      unit.type === 'sub' &&
      unit.word !== 'that' &&
      unit.word !== 'whether' &&
      unit.word !== 'how'
    )
      return undefined
    if (unit.type === 'vg') {
      const clause = clauses.get(k)
      if (!clause) return undefined
      if (unit.shape === 'participle') continue
      const says = sayVerbs.has(unit.lemma) || weakSayVerbs.has(unit.lemma)
      const that = units.slice(k + 1, at).some((u) => u.type === 'sub' && u.word === 'that')
      const cut = units.slice(k + 1, at).findIndex((u) => u.type === 'cc')
      if (says && (that || cut < 0)) return k
      // a clause in the same report: "said that A did and B did"; behind "but" the report has ended
      if (unit.shape === 'finite' && clause.link === 'report' && cut >= 0)
        return wordAt(units, k + 1 + cut) === 'but' ? undefined : clause.governor
      if (unit.shape === 'finite') return undefined
    }
  }
  return undefined
}

/** The noun that holds the clause which "that" at `k` opens; between them at most who says so, where or when. */
function toldBefore(reading: Reading, k: number): number | undefined {
  if (k === 0) return undefined
  if (tellsNoun(reading, k - 1)) return k - 1
  const by = reading.units[k - 2]
  const said = by?.type === 'prep' && /^(?:by|from|in|on)$/.test(by.word)
  return said && k > 2 && tellsNoun(reading, k - 3) ? k - 3 : undefined
}
