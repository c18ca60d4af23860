'use client'
import { useCallback, useEffect, useState } from 'react'

const place = 'throughline-name'

/** The name decisions are kept under: asked for once, remembered in this browser, never required. */
export function useDecider(): [string, (name: string) => void] {
  const [name, setName] = useState('')
  useEffect(() => {
    try {
      setName(localStorage.getItem(place) ?? '')
    } catch {
      // a browser that keeps nothing
    }
  }, [])
  const sign = useCallback((next: string) => {
    setName(next.trim().slice(0, 80))
    try {
      localStorage.setItem(place, next.trim().slice(0, 80))
    } catch {
      // it holds until the page is left
    }
  }, [])
  return [name, sign]
}
