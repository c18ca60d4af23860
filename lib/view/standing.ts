/** What still stands of a case and its answers when sources are switched off. */
import { buildGraph, type CaseGraph, graphCase } from '../graph/build'
import { withoutSources } from '../graph/without'
import { type Lineage, type LineageStep, traceLineage } from '../query/lineage'
import type { Path, PathQuestion } from '../query/path-question'
import { findPaths, type PathAnswer } from '../query/paths'
import type { Claim } from '../schema'
import type { ViewState } from './state'

export type Standing = {
  /** As if the sources had never been put in. */
  graph: CaseGraph
  /** What is left of a claim; undefined when it no longer stands. */
  claim(id: string): Claim | undefined
  /** Ids of the claims that fell. */
  fallen: ReadonlySet<string>
  /** Ids of the steps of the lineage that fell. */
  steps: ReadonlySet<string>
  /** Indices of the paths of the answer that fell. */
  paths: ReadonlySet<number>
}

type Answers = { lineage?: Lineage; answer?: PathAnswer; question?: PathQuestion }

/** Undefined while every source counts. */
export function whatStands(
  graph: CaseGraph,
  { without, folded, opened }: Pick<ViewState, 'without' | 'folded' | 'opened'>,
  { lineage, answer, question }: Answers,
): Standing | undefined {
  if (without.length === 0) return undefined
  const case_ = graphCase(graph)
  const left = withoutSources(case_, without)
  const rest = buildGraph(left)
  const claims = new Map(left.claims.map((claim) => [claim.id, claim]))
  return {
    graph: rest,
    claim: (id) => claims.get(id),
    fallen: new Set(case_.claims.filter(({ id }) => !claims.has(id)).map(({ id }) => id)),
    steps: lineage
      ? fallenSteps(lineage, traceLineage(rest, lineage.target, { open: opened, closed: folded }))
      : new Set(),
    paths: answer && question ? fallenPaths(rest, answer, question) : new Set(),
  }
}

/** A step is still there when a claim of its own leads to it; the thing asked about always is. */
function fallenSteps(lineage: Lineage, { steps: left }: Lineage): Set<string> {
  const stands = (step: LineageStep) =>
    left.some(
      (other) =>
        other.spine === step.spine &&
        other.phase === step.phase &&
        (step.role === 'target' ||
          step.claims.length === 0 ||
          other.claims.some((claim) => step.claims.some(({ id }) => id === claim.id))),
    )
  return new Set(lineage.steps.filter((step) => !stands(step)).map(({ id }) => id))
}

/** Asked again of what is left, for each path alone: it stands when it is found. */
function fallenPaths(rest: CaseGraph, answer: PathAnswer, question: PathQuestion): Set<number> {
  const fallen = new Set<number>()
  for (const [i, path] of answer.paths.entries()) if (!isFound(rest, path, question)) fallen.add(i)
  return fallen
}

function isFound(rest: CaseGraph, { nodes, hops }: Path, question: PathQuestion): boolean {
  const tied = hops.every(({ claims }) => claims.some(({ id }) => rest.hasEdge(id)))
  if (!tied) return false
  const { paths } = findPaths(rest, {
    ...question,
    via: nodes.slice(1, -1),
    maxHops: hops.length,
    limit: 10,
  })
  return paths.some((found) => found.nodes.join('\n') === nodes.join('\n'))
}
