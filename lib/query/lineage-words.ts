/** A step of a lineage in plain words: what came before it, who did what, on whose word. */
import { claimStance } from '../graph/stance'
import type { Case, Claim } from '../schema'
import { nameIn, sayClause, sayOf } from './clause'
import type { LineageStep } from './lineage-answer'
import { joinWords, listSpeakers } from './sentence'

/**
 * "After the Trump–Zelenskyy meeting, the Russian non-paper was presented to senior US officials,
 * according to two reports." An order is said with "after" or "later"; influence only as claimed.
 */
export function sayParts(step: LineageStep, steps: readonly LineageStep[], case_: Case): string {
  const clauses = groupClaims(step.claims, case_).map((group) => sayGroup(group, case_))
  const told = joinTold(clauses)
  const body = told || nameIn(step.spine, case_)
  const text = `${sayBefore(step, steps, case_)}${body}`
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}

/** Claims that differ in one end only, put alike by the same speakers. */
function groupClaims(claims: readonly Claim[], case_: Case): Claim[][] {
  const groups: Claim[][] = []
  for (const claim of claims) {
    const key = (one: Claim, end: 'from' | 'to') =>
      JSON.stringify([
        one.relation,
        one.title,
        one.verb,
        one[end],
        claimStance(one),
        speakers(one, case_),
      ])
    const same = groups.find((group) =>
      (['from', 'to'] as const).some((end) =>
        group.every((one) => key(one, end) === key(claim, end)),
      ),
    )
    if (same) same.push(claim)
    else groups.push([claim])
  }
  return groups
}

const speakers = (claim: Claim, case_: Case) =>
  listSpeakers(
    claim.evidence.filter((piece) => piece.stance !== 'denied'),
    case_,
  ).join()

type Told = { clause: string; by: string }

function sayGroup(group: readonly Claim[], case_: Case): Told {
  const first = group[0]!
  const stance = claimStance(first)
  const names = (end: 'from' | 'to') =>
    joinWords([
      ...new Set(group.flatMap((one) => (one[end] === null ? [] : nameIn(one[end]!, case_)))),
    ])
  const held = group.flatMap((one) => one.evidence).filter((piece) => piece.stance !== 'denied')
  const isDisputed = stance === 'contested' || stance === 'denied'
  const clause = sayOf(first, names('from'), names('to'), isDisputed ? 'asserted' : stance)
  const denied = isDisputed ? ', which is disputed' : ''
  const by = held.length > 0 ? joinWords(listSpeakers(held, case_)) : ''
  return { clause: `${clause}${denied}`, by }
}

/** Clauses on the same word share it: "A and B, according to Bloomberg; C, according to two reports". */
function joinTold(told: readonly Told[]): string {
  const parts: { clauses: string[]; by: string }[] = []
  for (const { clause, by } of told) {
    if (parts.at(-1)?.by === by) parts.at(-1)!.clauses.push(clause)
    else parts.push({ clauses: [clause], by })
  }
  return parts
    .map(({ clauses, by }) => `${joinWords(clauses)}${by && `, according to ${by}`}`)
    .join('; ')
}

/** "After the A–B meeting, ", "Later, " when it was told just before, or nothing. */
function sayBefore(step: LineageStep, steps: readonly LineageStep[], case_: Case): string {
  const told = steps
    .slice(0, steps.indexOf(step))
    .flatMap(({ claims }) => claims.map(({ id }) => id))
  const before = [...new Set(step.after.map((relation) => relation.before))]
  const news = before.filter((id) => !told.includes(id))
  const claims = news.flatMap((id) => case_.claims.find((claim) => claim.id === id) ?? [])
  const held = claims.filter((claim) => claimStance(claim) !== 'denied')
  if (held.length > 0) return `after ${sayEvent(held[0]!, case_)}, `
  return before.length > news.length ? 'later, ' : ''
}

/** "the Trump–Zelenskyy meeting"; anything else as a clause. */
function sayEvent(claim: Claim, case_: Case): string {
  const people = [claim.from, claim.to].flatMap(
    (id) => case_.entities.find((entity) => entity.id === id && entity.kind === 'person') ?? [],
  )
  const stance = claimStance(claim)
  if (claim.relation === 'met' && people.length === 2 && stance === 'asserted') {
    const [a, b] = people.map(({ name }) => name.split(/\s+/).at(-1)!)
    return `the ${a}–${b} meeting`
  }
  return sayClause(claim, stance, case_)
}
