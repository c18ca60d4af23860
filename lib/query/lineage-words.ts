/** A step of a lineage in plain words: what came before it, who did what, on whose word. */

import { fold } from '../graph/fold'
import { once } from '../graph/once'
import { claimStance } from '../graph/stance'
import type { Case, Claim, Evidence, Mention } from '../schema'
import { changeWords } from './change-words'
import { entityOf, nameIn, sayClause, sayOf } from './clause'
import type { LineageStep } from './lineage-answer'
import { saysNext } from './lineage-deeds'
import { namesTime } from './read-when'
import { joinWords, listSpeakers } from './sentence'
import { documentOf, sentenceAround, sentenceAt } from './sentence-around'

/**
 * "After the Trump–Zelenskyy meeting, the Russian non-paper was presented to senior US officials
 * (“mid-October”), according to two reports." An order is said with "after" or "later"; influence
 * only as claimed.
 */
export function sayStep(step: LineageStep, steps: readonly LineageStep[], case_: Case): string {
  const told = joinTold(sayGroups(step, case_))
  return asSentence(`${sayBefore(step, steps, case_)}${told || nameIn(step.spine, case_)}`)
}

/** Several claims of one matter in a sentence; `spine` is what they are about, "it" from then on. */
export const sayClaims = (claims: readonly Claim[], spine: string, case_: Case): string =>
  asSentence(joinTold(sayGroups({ claims: [...claims], spine }, case_)))

const asSentence = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}.`

/** What of a step is put into clauses. */
type Matter = Pick<LineageStep, 'claims' | 'spine'>

/** Claims that differ in one end only, put alike by the same speakers; ties to other steps outside. */
function groupClaims(step: Matter, case_: Case): Claim[][] {
  const groups: Claim[][] = []
  // Which group a claim can join, by what it shares with the group's first two.
  const open = new Map<string, Claim[]>()
  for (const claim of [...step.claims].sort((a, b) => place(a, step) - place(b, step))) {
    const { relation, title, verb } = claim
    const by = listSpeakers(held(claim), case_)
    const said = [relation, title, verb, claimStance(claim), by]
    const keys = (['from', 'to'] as const).map((end) => JSON.stringify([...said, end, claim[end]]))
    const same = keys.map((key) => open.get(key)).find((group) => group !== undefined)
    if (same) {
      same.push(claim)
      // From the second on it is settled which end they share.
      for (const [key, group] of open) {
        if (group === same && !keys.includes(key)) open.delete(key)
      }
    } else {
      const group = [claim]
      groups.push(group)
      for (const key of keys) open.set(key, group)
    }
  }
  return groups
}

/** What it came from is told first, what it led to last. */
const place = ({ relation, from }: Claim, { spine }: Matter) =>
  relation !== 'shaped' ? 1 : from === spine ? 2 : 0

const held = (claim: Claim) => claim.evidence.filter((piece) => piece.stance !== 'denied')

type Told = { clause: string; around: string; by: string }

function sayGroups(step: Matter, case_: Case): Told[] {
  const told: Told[] = []
  let isNamed = false
  const groups = groupClaims(step, case_)
  for (const group of groups.slice(0, mostClauses)) {
    const evidence = group.flatMap(held)
    const name = (end: 'from' | 'to') =>
      shorten([
        ...new Set(
          group.flatMap((one) => {
            const id = one[end]
            if (id === null) return []
            return isNamed && id === step.spine ? 'it' : nameIn(id, case_)
          }),
        ),
      ])
    const stance = claimStance(group[0]!)
    const isDisputed = stance === 'contested' || stance === 'denied'
    const clause = sayOf(group[0]!, name('from'), name('to'), isDisputed ? 'asserted' : stance)
    const around = sayAround(evidence, group[0]!.relation, case_)
    const isNew = !told.some((one) => one.around.includes(around))
    told.push({
      clause: `${clause}${isNew ? around : ''}${isDisputed ? ', which is disputed' : ''}`,
      around,
      by: sayBy(group, evidence, case_),
    })
    isNamed ||= group.some((one) => one.from === step.spine || one.to === step.spine)
  }
  const rest = groups.length - mostClauses
  if (rest > 0) told.push({ clause: `and ${count(rest)} more`, around: '', by: '' })
  return told
}

// A hub's step can have hundreds of relations: a sentence names the first of them.
const mostClauses = 6
const mostNames = 8

const shorten = (names: readonly string[]) =>
  names.length <= mostNames
    ? joinWords(names)
    : `${names.slice(0, mostNames).join(', ')} and ${count(names.length - mostNames)} others`

const count = (number: number) => number.toLocaleString('en')

/** ", according to two reports"; ", by their own account" where that is all. */
function sayBy(group: readonly Claim[], evidence: readonly Evidence[], case_: Case): string {
  if (evidence.length === 0) return ''
  const speakers = listSpeakers(evidence, case_)
  const [{ from }] = group as [Claim]
  const isSame = group.every((one) => one.from === from) && speakers.length === 1
  const subject = entityOf(case_, from)
  const names = subject ? [subject.name, ...subject.aliases].map(fold) : []
  if (isSame && names.includes(fold(speakers[0]!))) return ', by their own account'
  return `, according to ${joinWords(speakers)}`
}

/**
 * " (“mid-October”, Geneva)": words for the time that name one, and for the place; of a
 * revision first what was changed.
 */
function sayAround(evidence: readonly Evidence[], relation: string, case_: Case): string {
  const when = evidence.flatMap((piece) => (piece.when && namesTime(piece.when) ? piece.when : []))
  const isPlaced = relation !== 'shaped' && relation !== 'published'
  const where = isPlaced ? evidence.flatMap((piece) => piece.where ?? []) : []
  const near =
    !isPlaced || where.length > 0
      ? where
      : evidence.flatMap((piece) => placeNear(piece, case_) ?? [])
  const changes = relation === 'revised' ? evidence.flatMap((e) => changeWords(e.quote) ?? []) : []
  const quoted = [...new Set([...changes.slice(0, 1), ...when])].map((one) => `“${one}”`)
  const words = [...quoted, ...new Set(near)]
  return words.length > 0 ? ` (${words.join(', ')})` : ''
}

/** "Subsequent talks in Geneva led …": a place named in the sentence before the words themselves. */
function placeNear(piece: Evidence, case_: Case): string | undefined {
  const document = documentOf(case_, piece.document)
  if (!document) return undefined
  const { start } = sentenceAt(document, piece.start)
  const place = placesOf(case_)
    .get(piece.document)
    ?.find(
      (mention) =>
        mention.start >= start &&
        mention.end <= piece.start &&
        /\b(?:in|at)\s+$/.test(document.text.slice(start, mention.start)),
    )
  return place && entityOf(case_, place.entity)?.name
}

/** Mentions of places, by document. */
const placesOf = once((case_: Case) => {
  const places = new Map<string, Mention[]>()
  for (const mention of case_.mentions) {
    if (entityOf(case_, mention.entity)?.kind !== 'place') continue
    const known = places.get(mention.document)
    if (known) known.push(mention)
    else places.set(mention.document, [mention])
  }
  return places
})

/** Clauses on the same word share it: "A and B, according to Bloomberg; C, according to two reports". */
function joinTold(told: readonly Told[]): string {
  const parts: { clauses: string[]; by: string }[] = []
  for (const { clause, by } of told) {
    if (parts.at(-1)?.by === by) parts.at(-1)!.clauses.push(clause)
    else parts.push({ clauses: [clause], by })
  }
  return parts.map(({ clauses, by }) => `${joinWords(clauses)}${by}`).join('; ')
}

/** "After the A–B meeting, ", "Later, " when that was told in a step before, or nothing. */
function sayBefore(step: LineageStep, steps: readonly LineageStep[], case_: Case): string {
  const told = new Set(
    steps.slice(0, steps.indexOf(step)).flatMap(({ claims }) => claims.map(({ id }) => id)),
  )
  const news = step.after.filter(({ before, kind }) => !told.has(before) && kind !== 'sequence')
  const wanted = new Set(news.map(({ before }) => before))
  const claims = wanted.size === 0 ? [] : case_.claims.filter(({ id }) => wanted.has(id))
  const first = claims.find((claim) => claimStance(claim) !== 'denied')
  if (first) return `after ${sayEvent(first, case_)}, `
  const isLater = step.after.some(({ before }) => told.has(before)) || carriesOn(step, steps, case_)
  return isLater ? 'later, ' : ''
}

/** "Subsequent talks led …": of a revision after another of the same paper. */
const carriesOn = (step: LineageStep, steps: readonly LineageStep[], case_: Case): boolean =>
  step.phase === 'revised' &&
  steps
    .slice(0, steps.indexOf(step))
    .some(({ spine, phase }) => spine === step.spine && phase === 'revised') &&
  step.claims.some((claim) =>
    claim.evidence.some((piece) => saysNext.test(sentenceAround(piece, case_).text)),
  )

/** "the Trump–Zelenskyy meeting"; anything else as a clause. */
function sayEvent(claim: Claim, case_: Case): string {
  const ends = [claim.from, claim.to].flatMap((id) =>
    id === null ? [] : (entityOf(case_, id) ?? []),
  )
  const people = ends.filter(({ kind }) => kind === 'person')
  const stance = claimStance(claim)
  if (claim.relation === 'met' && people.length === 2 && stance === 'asserted') {
    const [a, b] = people.map(({ name }) => name.split(/\s+/).at(-1)!)
    return `the ${a}–${b} meeting`
  }
  return sayClause(claim, stance === 'contested' ? 'hedged' : stance, case_)
}
