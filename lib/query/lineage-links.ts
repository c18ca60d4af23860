/** Which part of a lineage leads to which: within one paper's life, and from it to what it fed. */

import type { Placed, TimeRelation } from './chronology'
import { groupBy } from './group-by'
import type { LineageLink } from './lineage-answer'
import { saysNext } from './lineage-deeds'
import { isBefore, type Ordered } from './lineage-order'
import type { Spine } from './lineage-spine'
import type { BarePart } from './lineage-steps'
import { sentenceAround } from './sentence-around'

export type TimedPart = BarePart & Ordered & { when?: string; time: Placed }

export function linkParts(parts: readonly TimedPart[], spine: Spine): LineageLink[] {
  const bySpine = groupBy(parts, (part) => part.spine)
  const links: LineageLink[] = []
  const plain = (from: TimedPart, to: TimedPart) =>
    links.push({ from: from.id, to: to.id, claims: [] })
  const ends = new Map<string, TimedPart[]>()
  for (const [id, [first, ...rest]] of bySpine) {
    let last = [first!]
    for (const phase of ['presented', 'revised'] as const) {
      const group = rest.filter((part) => part.phase === phase)
      if (group.length === 0) continue
      const before = last
      last = []
      for (const part of group) {
        const from = last.length > 0 && followsInText(part, spine) ? last : before
        for (const one of from) plain(one, part)
        last = [...last.filter((one) => !from.includes(one)), part]
      }
    }
    for (const part of rest) {
      if (!['presented', 'revised'].includes(part.phase)) plain(first!, part)
    }
    ends.set(id, last)
  }
  for (const { from, to, claims } of spine.feeds) {
    const first = bySpine.get(from)![0]!
    const next = bySpine.get(to)![0]!
    // A paper was shown and changed before it became another, unless dates say otherwise.
    const last = ends.get(from)!.filter((part) => !isBefore(next, part))
    const sources = last.length > 0 ? last : [first]
    links.push(...sources.map((one) => ({ from: one.id, to: next.id, claims })))
  }
  return links
}

const followsInText = (part: BarePart, spine: Spine) =>
  part.claims.some((claim) =>
    claim.evidence.some((piece) => saysNext.test(sentenceAround(piece, spine.case).text)),
  )

/**
 * The words of order between parts, as links. One that would close a circle with what is claimed of
 * influence is left out and given back.
 */
export function orderLinks(
  parts: readonly BarePart[],
  links: readonly LineageLink[],
  relations: readonly TimeRelation[],
): { ordered: LineageLink[]; refused: LineageLink[] } {
  const home = new Map<string, string[]>()
  for (const { id, claims } of parts) {
    for (const claim of claims) home.set(claim.id, [...(home.get(claim.id) ?? []), id])
  }
  const { add, leads } = followLinks(links)
  const ordered: LineageLink[] = []
  const refused: LineageLink[] = []
  for (const order of relations) {
    // A claim told in two parts is not known to be in either.
    const [from, to] = [home.get(order.before), home.get(order.after)]
    if (from?.length !== 1 || to?.length !== 1 || from[0] === to[0]) continue
    const link = { from: from[0]!, to: to[0]!, claims: [], order }
    if (leads(link.to, link.from)) refused.push(link)
    else if (!leads(link.from, link.to)) {
      ordered.push(link)
      add(link)
    }
  }
  return { ordered, refused }
}

/**
 * Links between folded steps, one after the other: what runs straight between their parts may close
 * a circle between the steps.
 */
export function keepStraight(
  standing: readonly LineageLink[],
  links: readonly LineageLink[],
): { straight: LineageLink[]; circular: LineageLink[] } {
  const { add, leads } = followLinks(standing)
  const straight: LineageLink[] = []
  const circular: LineageLink[] = []
  for (const link of links) {
    if (leads(link.to, link.from)) circular.push(link)
    else {
      straight.push(link)
      add(link)
    }
  }
  return { straight, circular }
}

function followLinks(links: readonly LineageLink[]) {
  const next = new Map<string, Set<string>>()
  const add = ({ from, to }: LineageLink) => next.set(from, (next.get(from) ?? new Set()).add(to))
  links.forEach(add)
  const leads = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true
    if (seen.has(from)) return false
    seen.add(from)
    return [...(next.get(from) ?? [])].some((one) => leads(one, to, seen))
  }
  return { add, leads }
}
