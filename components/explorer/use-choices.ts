'use client'
import { useMemo } from 'react'
import { type CaseGraph, graphCase } from '@/lib/graph/build'
import { claimStance } from '@/lib/graph/stance'
import { entityKinds, stances } from '@/lib/schema'
import { listAttestations } from '@/lib/view/attestors'
import { toggle, type ViewState } from '@/lib/view/state'
import { useExplorer } from './explorer-context'
import type { Change } from './use-view'

type ChoiceRow<T extends string> = { id: T; count: number; on: boolean }

/** The filter's choices with how often each occurs in the case, the commonest first. */
export function useChoices() {
  const { graph, view, change } = useExplorer()
  const counts = useMemo(() => countChoices(graph, view.attestors), [graph, view.attestors])
  const { filter } = view
  return {
    kinds: choose(counts.kinds, entityKinds, filter.kinds, (kinds) => setFilter(change, { kinds })),
    stances: choose(counts.stances, stances, filter.stances, (chosen) =>
      setFilter(change, { stances: chosen }),
    ),
    relations: choose(counts.relations, [], filter.relations, (relations) =>
      setFilter(change, { relations }),
    ),
    sources: choose(counts.sources, [], filter.sources, (sources) =>
      setFilter(change, { sources }),
    ),
  }
}

function choose<T extends string>(
  counts: Map<T, number>,
  order: readonly T[],
  chosen: readonly T[] | undefined,
  set: (chosen: T[] | undefined) => void,
) {
  const rows: ChoiceRow<T>[] = [...counts]
    .sort(
      ([a, left], [b, right]) =>
        right - left || order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1),
    )
    .map(([id, count]) => ({ id, count, on: !chosen || chosen.includes(id) }))
  const all = rows.map((row) => row.id)
  const settle = (next: T[]) => set(all.every((id) => next.includes(id)) ? undefined : next)
  return {
    rows,
    toggle: (id: T) => settle(toggle(chosen ?? all, id)),
    /** Only this one; the same again brings all back. */
    only: (id: T) => set(chosen?.length === 1 && chosen[0] === id ? undefined : [id]),
  }
}

function countChoices(graph: CaseGraph, attestors: boolean) {
  const case_ = graphCase(graph)
  const counts = {
    kinds: new Map<(typeof entityKinds)[number], number>(),
    stances: new Map<(typeof stances)[number], number>(),
    relations: new Map<string, number>(),
    sources: new Map(case_.documents.map((document) => [document.id, 0])),
  }
  const raise = <T>(map: Map<T, number>, key: T) => map.set(key, (map.get(key) ?? 0) + 1)
  const drawn = new Set(graph.filterNodes((id) => graph.degree(id) > 0))
  if (attestors)
    for (const { by } of listAttestations(case_, case_.claims)) if (graph.hasNode(by)) drawn.add(by)
  for (const id of drawn) raise(counts.kinds, graph.getNodeAttributes(id).entity.kind)
  for (const claim of case_.claims) {
    if (claim.review === 'rejected') continue
    raise(counts.relations, claim.relation)
    raise(counts.stances, claimStance(claim))
    for (const id of new Set(claim.evidence.map((piece) => piece.document)))
      raise(counts.sources, id)
  }
  return counts
}

const setFilter = (change: (step: Change) => void, part: Partial<ViewState['filter']>) =>
  change(({ filter }) => ({ filter: { ...filter, ...part } }))
