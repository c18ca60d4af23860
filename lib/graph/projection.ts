/** Who met whom directly: events folded into relations between those who took part. */
import type { Case, Claim, Evidence } from '../schema'
import { claimStance, weakerStance } from './stance'

/** A case without its folded events; `derived` names, for every claim we drew, the event behind it. */
export type Projection = Case & { derived: ReadonlyMap<string, string> }

type Participants = Map<string, Claim>

/**
 * Replaces events by relations between those who took part: each pair of them `met`, and what else
 * is said of the event (it shaped a plan) is said of each participant, always marked as derived
 * and resting on the evidence of all claims it comes from. An event stays where folding it would
 * leave something unsaid: with one participant and nothing else to say, or tied only to him.
 */
export function projectEvents(case_: Case): Projection {
  const events = new Map(
    case_.entities.filter((entity) => entity.kind === 'event').map((e) => [e.id, e.name]),
  )
  const live = case_.claims.filter((claim) => claim.review !== 'rejected')
  const participations = live.filter((claim) => isParticipation(claim, events))
  const others = live.filter((claim) => !isParticipation(claim, events))
  const folded = chooseFolded(collectParticipants(participations), others)

  const claims: Claim[] = []
  const derived = new Map<string, string>()
  const derive = (event: string, claim: Claim) => {
    claims.push(claim)
    derived.set(claim.id, events.get(event)!)
  }
  const unfold = (end: string | null, claim: Claim): [string | null, Claim][] =>
    end !== null && folded.has(end) ? [...folded.get(end)!] : [[end, claim]]

  for (const claim of case_.claims) {
    const event = [claim.from, claim.to].find((end) => end !== null && folded.has(end))
    if (!event) claims.push(claim)
    else if (claim.review !== 'rejected' && !isParticipation(claim, events)) {
      for (const [from, first] of unfold(claim.from, claim)) {
        for (const [to, second] of unfold(claim.to, claim)) {
          if (from === to) continue
          const id = `derived:${claim.id}:${from}:${to}`
          const evidence = joinEvidence([claim, first, second])
          derive(event, { ...claim, id, from: from!, to, evidence })
        }
      }
    }
  }
  for (const [event, people] of folded) {
    const list = [...people]
    list.forEach(([from, first], i) => {
      for (const [to, second] of list.slice(i + 1)) {
        const id = `derived:${event}:${from}:${to}`
        const evidence = joinEvidence([first, second])
        derive(event, { id, relation: 'met', from, to, evidence, review: 'open' })
      }
    })
  }
  const entities = case_.entities.filter((entity) => !folded.has(entity.id))
  return { ...case_, entities, claims, derived }
}

const isParticipation = (claim: Claim, events: ReadonlyMap<string, string>) =>
  claim.relation === 'participated' &&
  claim.to !== null &&
  events.has(claim.to) &&
  !events.has(claim.from)

/** Event → participant → the claim that says so, both in the order of their ids. */
function collectParticipants(participations: Claim[]): Map<string, Participants> {
  const found = [...participations].sort(
    (a, b) => compare(a.to!, b.to!) || compare(a.from, b.from) || compare(a.id, b.id),
  )
  const participants = new Map<string, Participants>()
  for (const claim of found) {
    const people = participants.get(claim.to!) ?? new Map<string, Claim>()
    participants.set(claim.to!, people)
    const known = people.get(claim.from)
    // Planned and happened are two claims of one participation.
    const evidence = known ? [...known.evidence, ...claim.evidence] : claim.evidence
    people.set(claim.from, { ...claim, evidence })
  }
  return participants
}

function chooseFolded(participants: Map<string, Participants>, others: Claim[]) {
  const speaksOf = (claim: Claim, event: string) => claim.from === event || claim.to === event
  const folded = new Map(
    [...participants].filter(
      ([event, people]) => people.size > 1 || others.some((claim) => speaksOf(claim, event)),
    ),
  )
  for (const claim of others) {
    const ends = [claim.from, claim.to].map((end) =>
      end !== null && folded.has(end) ? [...folded.get(end)!.keys()] : [end],
    )
    const [from, to] = [ends[0]!, ends[1]!]
    if (from.length === 1 && to.length === 1 && from[0] === to[0]) {
      folded.delete(claim.from)
      if (claim.to !== null) folded.delete(claim.to)
    }
  }
  return folded
}

/**
 * The union. A derived claim is no surer than the weakest it comes from: where one of two people
 * only planned to come, their meeting is planned, so every piece is weakened to that.
 */
function joinEvidence(claims: Claim[]): Evidence[] {
  const weakest = claims.map(claimStance).reduce(weakerStance)
  const seen = new Map<string, Evidence>()
  for (const piece of claims.flatMap((claim) => claim.evidence)) {
    const key = JSON.stringify([piece.document, piece.start, piece.end, piece.attribution])
    if (!seen.has(key)) seen.set(key, { ...piece, stance: weakerStance(piece.stance, weakest) })
  }
  return [...seen.values()]
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
