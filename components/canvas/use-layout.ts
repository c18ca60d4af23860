'use client'
import { useEffect, useRef, useState } from 'react'
import type { Layout } from '@/lib/view/layout/layout'
import type { PlaceStep } from '@/lib/view/place'
import type { FirstPlaces } from '../explorer/explorer-context'

type Answer = { key: string; layout: Layout }

/**
 * The layout of a plan, made in a worker; undefined until it is there.
 * @param first one that came with the page
 */
export function useLayout(steps: readonly PlaceStep[], first?: FirstPlaces): Layout | undefined {
  const key = steps.at(-1)?.key ?? ''
  const [known] = useState(
    () => new Map<string, Layout>(first && [[first.key, JSON.parse(first.layout) as Layout]]),
  )
  const worker = useRef<Worker>(undefined)
  const [, setArrived] = useState('')
  useEffect(() => {
    const made = new Worker(new URL('./layout-worker.ts', import.meta.url))
    made.onmessage = ({ data }: MessageEvent<Answer>) => {
      known.set(data.key, data.layout)
      setArrived(data.key)
    }
    worker.current = made
    return () => {
      made.terminate()
      worker.current = undefined
    }
  }, [known])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the steps
  useEffect(() => {
    if (!known.has(key)) worker.current?.postMessage({ steps })
  }, [key])
  return known.get(key)
}
