'use client'
import { useEffect, useRef } from 'react'
import { isBusy } from '../explorer/use-plain-keys'

/** Keys of the review: single letters, and `z` and `Z` with Ctrl or Cmd. None while one types. */
export function useReviewKeys(actions: Record<string, (() => void) | undefined>) {
  const live = useRef(actions)
  live.current = actions
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isBusy(event.target)) return
      const command = event.ctrlKey || event.metaKey
      const letter = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const name = command
        ? letter === 'z'
          ? event.shiftKey
            ? 'Z'
            : 'z'
          : letter === 'y'
            ? 'Z'
            : undefined
        : letter === 'z'
          ? undefined
          : letter
      const action = name === undefined ? undefined : live.current[name]
      if (!action) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
