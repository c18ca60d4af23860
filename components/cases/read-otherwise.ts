'use client'
import { useEffect, useEffectEvent } from 'react'

const channel = 'throughline-read-otherwise'

/** Tells every window of this browser, this one too, that the reports of a case read otherwise now. */
export function tellReadOtherwise(caseId: string): void {
  const windows = new BroadcastChannel(channel)
  windows.postMessage(caseId)
  windows.close()
}

/** @param onRead the case is another by now: show it anew */
export function useReadOtherwise(caseId: string, onRead: () => void): void {
  const tell = useEffectEvent(onRead)
  useEffect(() => {
    const windows = new BroadcastChannel(channel)
    windows.onmessage = ({ data }) => data === caseId && tell()
    return () => windows.close()
  }, [caseId])
}
