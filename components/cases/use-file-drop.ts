'use client'
import { useEffect, useRef, useState } from 'react'
import { type Chosen, listDropped } from '../add-documents/list-dropped'

/** Whether files are held over the window; `take` gets them, folders walked, when they are let go. */
export function useFileDrop(take: (dropped: Chosen) => void): boolean {
  const [over, setOver] = useState(false)
  const live = useRef(take)
  live.current = take
  useEffect(() => {
    let depth = 0
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    // a dialog that takes files of its own (adding documents) comes first
    const isTaken = (event: DragEvent) =>
      event.defaultPrevented ||
      (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null)
    const enter = (event: DragEvent) => {
      if (!hasFiles(event) || isTaken(event)) return
      depth++
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const move = (event: DragEvent) => {
      if (hasFiles(event) && !isTaken(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setOver(false)
      if (isTaken(event)) return
      if (!event.dataTransfer || !hasFiles(event)) return
      event.preventDefault()
      void listDropped(event.dataTransfer).then((dropped) => live.current(dropped))
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: move, drop } as const
    for (const [name, listener] of Object.entries(listeners))
      addEventListener(name as 'drop', listener)
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        removeEventListener(name as 'drop', listener)
    }
  }, [])
  return over
}
