'use client'
import { createContext, type ReactNode, use, useCallback, useMemo } from 'react'
import { buildGraph, type CaseGraph } from '@/lib/graph/build'
import { projectEvents } from '@/lib/graph/projection'
import type { Case, Claim, Entity } from '@/lib/schema'
import { claimOfEdge, type Elements } from '@/lib/view/elements'
import { withoutLostSources } from '@/lib/view/fit-view'
import { type Answers, drawAnswer, isStory } from '@/lib/view/show-view'
import { toggle, type ViewState } from '@/lib/view/state'
import { makeTimeline, type Timeline } from '@/lib/view/timeline'
import { subjectOf } from '@/lib/view/trace-elements'
import { useCase } from '../cases/case-context'
import { useAnswers } from './use-answers'
import { useBase } from './use-base'
import { useView } from './use-view'

type ExplorerValue = ReturnType<typeof useView> &
  Answers & {
    /** As decided. */
    stored: Case
    /** As it is shown: with meetings as events, or folded into who met whom. */
    shown: Case
    graph: CaseGraph
    /** Before anything was decided. */
    base?: CaseGraph
    places?: FirstPlaces
    elements: Elements
    /** Of the whole case; undefined when too little is dated. */
    timeline?: Timeline
    /** Whether the panel beside the picture is open. */
    panelOpen: boolean
    entity(id: string): Entity | undefined
    claim(id: string): Claim | undefined
    /** The entity or claim behind something drawn; nothing behind a mere order in time. */
    subject(drawn: string): string | undefined
    /** Selects one thing, or adds it to the selection. */
    select(id: string | undefined, add?: boolean): void
  }

const Context = createContext<ExplorerValue | undefined>(undefined)

export function useExplorer(): ExplorerValue {
  const value = use(Context)
  if (!value) throw new Error('useExplorer: there is no ExplorerProvider above this component')
  return value
}

/** The case as the explorer shows it, or as decided where there is no explorer. */
export function useShown(): Case {
  const { standing } = useCase()
  return use(Context)?.shown ?? standing
}

type ProviderProps = {
  initial: ViewState
  /** Of the initial view, where the server made them. */
  places?: FirstPlaces
  children: ReactNode
}

/** A layout as JSON: it has records without a prototype, which do not pass to the page as they are. */
export type FirstPlaces = { key: string; layout: string }

/** Everything the parts of the explorer share, derived from the case and the view. */
export function ExplorerProvider({ initial, places, children }: ProviderProps) {
  const decisions = useCase()
  const { decided, standing: case_ } = decisions
  const held = useView(initial, decisions)
  const { change } = held
  const view = useMemo(() => withoutLostSources(held.view, case_), [held.view, case_])
  const shown = useMemo(
    () => (view.projection === 'actors' ? projectEvents(case_) : case_),
    [case_, view.projection],
  )
  const graph = useMemo(() => buildGraph(shown), [shown])
  const base = useBase(view.projection)
  const answers = useAnswers(graph, view)
  const elements = useMemo(() => drawAnswer(graph, view, answers), [graph, view, answers])
  const byId = useMemo(
    () => ({
      entities: new Map([...case_.entities, ...shown.entities].map((item) => [item.id, item])),
      claims: new Map([...decided.claims, ...shown.claims].map((item) => [item.id, item])),
    }),
    [case_, decided, shown],
  )
  const select = useCallback(
    (id: string | undefined, add = false) =>
      change(({ selection }) => ({
        selection: id === undefined ? [] : add ? toggle(selection, id) : [id],
      })),
    [change],
  )
  const timeline = useMemo(() => makeTimeline(shown), [shown])
  const value = useMemo(
    () => ({
      ...held,
      view,
      stored: case_,
      shown,
      graph,
      base,
      places,
      elements,
      ...answers,
      timeline,
      panelOpen: view.selection.length > 0 || view.mode !== 'explore',
      entity: (id: string) => byId.entities.get(id),
      claim: (id: string) => byId.claims.get(id),
      subject: (drawn: string) => {
        const { lineage } = answers
        const id = isStory(lineage) ? subjectOf(lineage, drawn) : claimOfEdge(drawn)
        return byId.entities.has(id) || byId.claims.has(id) ? id : undefined
      },
      select,
    }),
    [held, case_, shown, graph, base, places, elements, answers, timeline, byId, select, view],
  )
  return <Context value={value}>{children}</Context>
}
