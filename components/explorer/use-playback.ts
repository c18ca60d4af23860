'use client'
import { useCallback, useEffect, useState } from 'react'
import { stepMoment } from '@/lib/view/timeline'
import { useExplorer } from './explorer-context'

/** How long one moment stays when the days run by themselves, in ms. */
const pace = 1600

/** Walks through the days of a case, from one moment at which something begins to the next. */
export function usePlayback() {
  const { timeline, view, change } = useExplorer()
  const [playing, setPlaying] = useState(false)
  const { since, until } = view.filter
  const next = timeline && stepMoment(timeline, until, 1)
  const previous = timeline && stepMoment(timeline, until, -1)
  const endAt = useCallback(
    (day: string) =>
      change(({ filter }) => ({
        filter: {
          ...filter,
          until: day,
          since: filter.since && filter.since > day ? undefined : filter.since,
        },
      })),
    [change],
  )
  const go = useCallback(
    (day: string | undefined) => {
      setPlaying(false)
      if (day !== undefined) endAt(day)
    },
    [endAt],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: each day that was reached waits anew
  useEffect(() => {
    if (!playing) return
    if (next === undefined) {
      setPlaying(false)
      return
    }
    const waiting = setTimeout(() => endAt(next), pace)
    return () => clearTimeout(waiting)
  }, [playing, next, until, endAt])
  const toggle = useCallback(() => {
    if (playing || !timeline) return setPlaying(false)
    const first = timeline.moments.find(({ day }) => since === undefined || day >= since)
    // at the end, or with no end set, it begins from the beginning
    if (first && (until === undefined || next === undefined)) endAt(first.day)
    setPlaying(true)
  }, [playing, timeline, since, until, next, endAt])
  return {
    playing,
    toggle,
    /** Nothing where there is no moment that way. */
    forward: next === undefined ? undefined : () => go(next),
    back: previous === undefined ? undefined : () => go(previous),
    stop: () => setPlaying(false),
  }
}
