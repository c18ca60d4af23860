/** Who met whom directly: events folded into relations between those who took part. */
import type { Case, Claim, Evidence } from '../schema'
import { claimStance, weakerStance } from './stance'

/** A case without its folded events; `derived` names, for every claim we drew, the name of the event behind it. */
export type Projection = Case & { derived: ReadonlyMap<string, string> }

/**
 * Replaces every event that has participants: each pair of them `met`, and what else is said of
 * the event (it shaped a plan) is said of each participant, always marked as derived and resting
 * on the evidence of both claims it comes from. An event with one participant and nothing else
 * to say stays as it is.
 */
export function projectEvents(case_: Case): Projection {
  const participants = collectParticipants(case_)
  const others = new Map<string, Claim[]>()
  for (const claim of case_.claims) {
    if (isLive(claim) && claim.relation !== 'participated') {
      for (const end of new Set([claim.from, claim.to])) {
        if (end && participants.has(end)) append(others, end, claim)
      }
    }
  }
  const folded = new Set(
    [...participants].flatMap(([event, people]) =>
      people.size > 1 || others.has(event) ? [event] : [],
    ),
  )

  const names = new Map(case_.entities.map((entity) => [entity.id, entity.name]))
  const claims: Claim[] = []
  const derived = new Map<string, string>()
  const derive = (event: string, claim: Claim) => {
    claims.push(claim)
    derived.set(claim.id, names.get(event)!)
  }
  for (const claim of case_.claims) {
    const [from, to] = [claim.from, claim.to].map((end) => end !== null && folded.has(end))
    if (!from && !to) claims.push(claim)
    else if (isLive(claim) && claim.relation !== 'participated') {
      const sources = from ? [...participants.get(claim.from)!] : [[claim.from, claim] as const]
      const targets = to ? [...participants.get(claim.to!)!] : [[claim.to, claim] as const]
      for (const [source, first] of sources) {
        for (const [target, second] of targets) {
          if (source === target) continue
          derive(from ? claim.from : claim.to!, {
            ...claim,
            id: `derived:${claim.id}:${source}:${target}`,
            from: source,
            to: target,
            evidence: joinEvidence([claim, first, second]),
          })
        }
      }
    }
  }
  for (const event of folded) {
    const people = [...participants.get(event)!]
    people.forEach(([a, first], i) => {
      for (const [b, second] of people.slice(i + 1)) {
        derive(event, {
          id: `derived:${event}:${a}:${b}`,
          relation: 'met',
          from: a,
          to: b,
          evidence: joinEvidence([first, second]),
          review: 'open',
        })
      }
    })
  }
  return {
    ...case_,
    entities: case_.entities.filter((entity) => !folded.has(entity.id)),
    claims,
    derived,
  }
}

const isLive = (claim: Claim) => claim.review !== 'rejected'

/** Event → participant → the claim that says so, both in the order of their ids. */
function collectParticipants(case_: Case): Map<string, Map<string, Claim>> {
  const events = new Set(case_.entities.filter((e) => e.kind === 'event').map((e) => e.id))
  const found = case_.claims
    .filter((claim) => claim.relation === 'participated' && isLive(claim))
    .filter((claim) => claim.to !== null && events.has(claim.to) && claim.from !== claim.to)
    .sort((a, b) => compare(a.to!, b.to!) || compare(a.from, b.from) || compare(a.id, b.id))
  const participants = new Map<string, Map<string, Claim>>()
  for (const claim of found) {
    const people = participants.get(claim.to!) ?? new Map<string, Claim>()
    participants.set(claim.to!, people)
    const known = people.get(claim.from)
    // Planned and happened are two claims of one participation.
    people.set(
      claim.from,
      known ? { ...claim, evidence: [...known.evidence, ...claim.evidence] } : claim,
    )
  }
  return participants
}

/**
 * The union. A derived claim is no surer than the weakest it comes from: where one of two people
 * only planned to come, their meeting is planned, so every piece is weakened to that.
 */
function joinEvidence(claims: Claim[]): Evidence[] {
  const weakest = claims.map(claimStance).reduce(weakerStance)
  const seen = new Map<string, Evidence>()
  for (const piece of claims.flatMap((claim) => claim.evidence)) {
    const key = `${piece.document}:${piece.start}:${piece.end}:${piece.attribution.join('|')}`
    if (!seen.has(key)) seen.set(key, { ...piece, stance: weakerStance(piece.stance, weakest) })
  }
  return [...seen.values()]
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
