/** Paths the slow way, written from the definition: every row of entities, every choice of claims. */
import { relationType } from '@/lib/ontology'
import { type Chronology, solveTimes } from '@/lib/query/chronology'
import { narrower } from '@/lib/query/filter'
import type { PathQuestion } from '@/lib/query/paths'
import { claimTime } from '@/lib/query/time'
import type { Case, Claim, Evidence } from '@/lib/schema'

export type BrutePath = { nodes: string[]; claims: string[][]; weakest: number; span: number }

export function brutePaths(case_: Case, question: PathQuestion): BrutePath[] {
  const { from, to, maxHops = 5, via = [], avoid = [], limit = 10 } = question
  const paths: BrutePath[] = []
  const visit = (nodes: string[]) => {
    const here = nodes.at(-1)!
    if (here === to) {
      if (via.every((id) => nodes.includes(id))) {
        const path = ofNodes(case_, question, nodes)
        if (path) paths.push(path)
      }
    } else if (nodes.length <= maxHops) {
      for (const { id } of case_.entities) {
        if (!nodes.includes(id) && !avoid.includes(id)) visit([...nodes, id])
      }
    }
  }
  visit([from])
  return paths
    .sort(
      (a, b) =>
        b.weakest - a.weakest ||
        a.nodes.length - b.nodes.length ||
        a.span - b.span ||
        (a.nodes.join('\n') < b.nodes.join('\n') ? -1 : 1),
    )
    .slice(0, limit)
}

function ofNodes(case_: Case, question: PathQuestion, nodes: string[]): BrutePath | undefined {
  const narrow = narrower(question.filter ?? {}, case_)
  const claims = case_.claims.flatMap((claim) => narrow(claim) ?? [])
  const travelled = question.mode === 'travelled'
  const hops = nodes.slice(1).map((there, i) =>
    claims.filter((claim) => {
      const here = nodes[i]!
      const along = claim.from === here && claim.to === there
      const back = claim.from === there && claim.to === here
      if ((!along && !back) || claim.review === 'rejected') return false
      if (!travelled) return true
      if (claim.evidence.every((piece) => piece.stance === 'denied')) return false
      const { influence } = relationType(claim.relation)
      if (influence === 'both' || (influence === 'forward' && along)) return true
      // Out of an event, to one who took part, by the way of another who did.
      return (
        claim.relation === 'participated' &&
        back &&
        i > 0 &&
        claims.some(
          (other) =>
            other.relation === 'participated' &&
            other.from === nodes[i - 1] &&
            other.to === here &&
            other.review !== 'rejected' &&
            other.evidence.some((piece) => piece.stance !== 'denied'),
        )
      )
    }),
  )
  const rows = choose(hops)
  const ordered = travelled && !question.anyOrder
  // With sources chosen, the times are those of a case that has no others.
  const times = solveTimes(
    question.filter?.sources ? onlyFrom(case_, question.filter.sources) : case_,
  )
  const { longestGap: gap } = question
  const valid = rows.filter(
    (row) =>
      (!ordered || isForward(row, times)) &&
      (gap === undefined ||
        hasDays(
          row.flatMap((c) => claimTime(c, case_) ?? []),
          gap,
          ordered,
        )),
  )
  if (valid.length === 0) return undefined
  const kept = hops.map((claims, i) =>
    claims.filter((claim) => valid.some((row) => row[i] === claim)),
  )
  const starts = kept
    .map((claims) => claims.flatMap((claim) => claimTime(claim, case_)?.start ?? []).sort()[0])
    .filter((start) => start !== undefined)
    .map((start) => Date.parse(start) / 86_400_000)
  return {
    nodes,
    claims: kept.map((claims) => claims.map((claim) => claim.id)),
    weakest: Math.min(...kept.map((claims) => support(claims))),
    span: starts.length > 1 ? Math.max(...starts) - Math.min(...starts) : Number.MAX_SAFE_INTEGER,
  }
}

const choose = (hops: Claim[][]): Claim[][] =>
  hops.reduce<Claim[][]>(
    (rows, claims) => rows.flatMap((row) => claims.map((c) => [...row, c])),
    [[]],
  )

const onlyFrom = (case_: Case, sources: string[]): Case => ({
  ...case_,
  documents: case_.documents.filter(({ id }) => sources.includes(id)),
  claims: case_.claims.flatMap((claim) => {
    const evidence = claim.evidence.filter((piece) => sources.includes(piece.document))
    return evidence.length > 0 ? [{ ...claim, evidence }] : []
  }),
})

/** Some day can be found for every claim, none before the one before it, and no source objects. */
function isForward(row: Claim[], times: Chronology): boolean {
  return row.every((claim, i) =>
    row.slice(0, i).every((earlier) => {
      const [{ start = '' }, { end = '9999' }] = [times.of(earlier.id), times.of(claim.id)]
      return start <= end && times.before(claim.id, earlier.id) !== 'stated'
    }),
  )
}

/** Some day in each, no two neighbours further apart than the gap; every corner that matters is tried. */
function hasDays(
  windows: { start: string; end: string }[],
  gap: number,
  ordered: boolean,
): boolean {
  const day = (iso: string) => Date.parse(iso) / 86_400_000
  const corners = windows.flatMap(({ start, end }) => [day(start), day(end)])
  const days = [
    ...new Set(corners.flatMap((d) => windows.flatMap((_, k) => [d + k * gap, d - k * gap]))),
  ]
  const visit = (i: number, last: number | undefined): boolean => {
    const window = windows[i]
    if (!window) return true
    return days.some(
      (d) =>
        d >= day(window.start) &&
        d <= day(window.end) &&
        (last === undefined || (Math.abs(d - last) <= gap && (!ordered || d >= last))) &&
        visit(i + 1, d),
    )
  }
  return visit(0, undefined)
}

/**
 * The most documents of which no two share a publisher, a named origin or the same long words,
 * each with what it says in one of the claims.
 */
function support(claims: Claim[]): number {
  const voices = claims.flatMap((claim) => {
    const pieces = claim.evidence.filter((piece) => piece.stance !== 'denied')
    const documents = [...new Set(pieces.map((piece) => piece.document))]
    return documents.map((id) => [
      ...new Set(pieces.filter((piece) => piece.document === id).flatMap(originsOf)),
    ])
  })
  let most = 0
  for (let mask = 0; mask < 2 ** voices.length; mask++) {
    const set = voices.filter((_, i) => mask & (1 << i))
    const all = set.flat()
    if (set.length > most && new Set(all).size === all.length) most = set.length
  }
  return most
}

const originsOf = (piece: Evidence) => [
  piece.document,
  ...(piece.document === 'd3' ? ['Reuters'] : []),
  ...piece.attribution.filter((words) => words !== 'sources'),
]
