'use client'
import { useMemo } from 'react'
import { buildGraph, type CaseGraph } from '@/lib/graph/build'
import { projectEvents } from '@/lib/graph/projection'
import type { ViewState } from '@/lib/view/state'
import { useCase } from '../cases/case-context'

/** The case before anything was decided, whose places are kept; undefined when nothing was. */
export function useBase(projection: ViewState['projection']): CaseGraph | undefined {
  const { untouched, log } = useCase()
  const decided = log.length > 0
  return useMemo(
    () =>
      decided
        ? buildGraph(projection === 'actors' ? projectEvents(untouched) : untouched)
        : undefined,
    [decided, untouched, projection],
  )
}
