'use client'
import { useEffect, useRef } from 'react'

/** Single keys and what they do, while nobody types and no dialog is open. */
export function usePlainKeys(keys: Readonly<Record<string, (() => void) | undefined>>) {
  const live = useRef(keys)
  live.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const step = live.current[event.key.toLowerCase()]
      if (!step || isBusy(event.target)) return
      event.preventDefault()
      step()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

/** Whether keys belong to something else: a field, a dialog, a menu. */
export const isBusy = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"][data-state="open"], [role="menu"]') !== null ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox])')))
