'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Mark } from './lay-out-page'

/** Where in the report the reader is: a mark, and the relation of it that is looked at. */
export type Reading = { mark?: number; claim?: string }

/** The place in the report, moved by `j` and `k`, kept in the address as `?claim=`. */
export function useReading(marks: Mark[], initial: Reading) {
  const [reading, setReading] = useState(initial)
  const place = useRef(initial)

  const go = useCallback((next: Reading, how: { focus?: boolean } = {}) => {
    place.current = next
    setReading(next)
    const query = next.claim ? `?claim=${encodeURIComponent(next.claim)}` : ''
    window.history.replaceState(null, '', `${window.location.pathname}${query}`)
    if (next.mark === undefined) return
    const target = document.querySelector<HTMLElement>(`[data-opens~="${next.mark}"]`)
    target?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    if (how.focus) target?.focus({ preventScroll: true })
  }, [])

  const step = useCallback(
    (by: 1 | -1) => {
      if (marks.length === 0) return
      const at = place.current.mark
      const next = at === undefined ? (by === 1 ? 0 : marks.length - 1) : at + by
      const mark = marks[next]
      if (mark) go({ mark: next, claim: mark.proofs[0]?.claim }, { focus: true })
    },
    [go, marks],
  )

  useEffect(() => {
    const target = document.querySelector<HTMLElement>(
      initial.mark === undefined ? '[data-found]' : `[data-opens~="${initial.mark}"]`,
    )
    target?.scrollIntoView({ block: 'center', behavior: 'instant' })
  }, [initial])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
      if (event.key === 'j') step(1)
      else if (event.key === 'k') step(-1)
      else if (event.key === 'Escape') go({})
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [go, step])

  return { reading, go, step }
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /INPUT|TEXTAREA|SELECT/.test(target.tagName))
