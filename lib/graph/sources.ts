/** How many sources independent of each other a claim has. */
import type { Case, Claim } from '../schema'
import { dependence, listVoices, type Voice } from './dependence'
import { FirstTies, firstCome } from './first-ties'
import { largestIndependentSet } from './independent-set'
import { once } from './once'

export type SourceGroup = {
  /** Ids of documents that count as one. */
  documents: string[]
  /** Why they do: "both rest on Bloomberg"; absent when there is one. */
  reason?: string
}

/**
 * The documents of a claim, one group for each that is independent. Two documents depend on each
 * other when one is largely the other's text, or when what they say here has the same publisher or
 * goes back to the same origin. The number of groups is the most documents of which no two depend
 * on each other, so another source never lowers it; each of the others is counted with the first
 * of those it depends on.
 */
export const groupSources = (claim: Claim, case_: Case): SourceGroup[] =>
  groupVoices(listVoices(claim.evidence, case_), case_)

export function independentSources(claim: Claim, case_: Case): number {
  const first = claim.evidence[0]!.document
  if (claim.evidence.every((piece) => piece.document === first)) return 1
  const counts = countsOf(case_)
  let count = counts.get(claim)
  if (count === undefined) {
    count = groupSources(claim, case_).length
    counts.set(claim, count)
  }
  return count
}

/**
 * Independent sources that hold any of several claims true, planned or likely; a denial supports
 * nothing. A document counts once, with the claim in which it depends on the fewest others, so
 * neither another source nor another claim ever lowers the number.
 */
export function countSupport(claims: readonly Claim[], case_: Case): number {
  if (claims.length === 1 && claims[0]!.evidence.every((piece) => piece.stance !== 'denied')) {
    return independentSources(claims[0]!, case_)
  }
  if (claims.length < manyClaims) return chooseVoices(holdingVoices(claims, case_), case_).length
  const counts = countsOfMany(case_)
  const key = claims.map(numberOf).join()
  const known = counts.get(key) ?? chooseVoices(holdingVoices(claims, case_), case_).length
  counts.set(key, known)
  return known
}

/** From so many claims on, counting costs more than remembering: a search asks for the same again and again. */
const manyClaims = 30
const countsOfMany = once((_: Case) => new Map<string, number>())

const numbers = new WeakMap<Claim, number>()
let claimsSeen = 0
/** A number for a claim, or for the part of it that a filter left. */
function numberOf(claim: Claim): number {
  let number = numbers.get(claim)
  if (number === undefined) {
    number = ++claimsSeen
    numbers.set(claim, number)
  }
  return number
}

/** The same with who counts as one and why; as many groups as `countSupport` says. */
export const groupSupport = (claims: readonly Claim[], case_: Case): SourceGroup[] =>
  groupVoices(holdingVoices(claims, case_), case_)

const holdingVoices = (claims: readonly Claim[], case_: Case): Voice[] =>
  claims.flatMap((claim) =>
    listVoices(
      claim.evidence.filter((piece) => piece.stance !== 'denied'),
      case_,
    ),
  )

/** Of more voices than this no largest set is looked for: those that depend on none before them are taken. */
const mostWeighed = 100

/** For a voice the first of the chosen it depends on. */
function firstTieAmong(chosen: readonly number[], voices: readonly Voice[], case_: Case) {
  if (voices.length <= mostWeighed) {
    return (i: number) =>
      chosen.find((j) => dependence(voices[j]!, voices[i]!, case_) !== undefined)
  }
  const ties = new FirstTies(voices, case_)
  for (const i of chosen) ties.add(i)
  return (i: number) => ties.of(i)
}

/** Indices of voices independent of each other, ascending. */
function chooseVoices(voices: readonly Voice[], case_: Case): number[] {
  if (voices.length > mostWeighed) return firstCome(voices, case_)
  const tie = (a: number, b: number) => dependence(voices[a]!, voices[b]!, case_) !== undefined
  return largestIndependentSet(voices.length, tie)
}

/**
 * One group for each of the most voices independent of each other. A document that speaks in
 * several claims is in one group only, that of its own chosen voice where it has one.
 */
function groupVoices(voices: Voice[], case_: Case): SourceGroup[] {
  const chosen = chooseVoices(voices, case_)
  const tieOf = firstTieAmong(chosen, voices, case_)
  const groups = new Map(chosen.map((i) => [i, { members: [i], reasons: new Set<string>() }]))
  const placed = new Set(chosen.map((i) => voices[i]!.document))
  for (const [i, { document }] of voices.entries()) {
    if (placed.has(document)) continue
    placed.add(document)
    const head = tieOf(i)!
    const group = groups.get(head)!
    group.members.push(i)
    group.reasons.add(dependence(voices[Math.min(i, head)]!, voices[Math.max(i, head)]!, case_)!)
  }
  return [...groups.values()].map(({ members, reasons: [...why] }) => ({
    documents: members.sort((a, b) => a - b).map((i) => voices[i]!.document),
    ...(why.length > 0 && { reason: sayWhy(members.length, why) }),
  }))
}

const sayWhy = (members: number, reasons: string[]) =>
  reasons.length === 1
    ? `${members === 2 ? 'both' : 'all'} ${reasons[0]}`
    : reasons.map((reason) => `some ${reason}`).join('; ')

const countsOf = once((_: Case) => new WeakMap<Claim, number>())
