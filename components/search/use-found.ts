'use client'
import { useEffect, useState } from 'react'
import { type Found, foundSchema } from './found'

type Answer = { found?: Found; problem?: string; working: boolean }

const pause = 160

/** What the program finds while one types; an answer that comes too late is not shown. */
export function useFound(text: string, caseId?: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ working: false })
  const words = text.trim()
  useEffect(() => {
    if (words.length < 2) {
      setAnswer({ working: false })
      return
    }
    const stop = new AbortController()
    setAnswer((held) => ({ ...held, working: true }))
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ q: words, ...(caseId && { case: caseId }) })
      try {
        const reply = await fetch(`/api/search?${query}`, { signal: stop.signal })
        const found = foundSchema.safeParse(await reply.json())
        setAnswer(
          found.success
            ? { found: found.data, working: false }
            : { problem: 'The search failed. Try other words.', working: false },
        )
      } catch {
        if (stop.signal.aborted) return
        setAnswer({ problem: 'The program does not answer. Is it still running?', working: false })
      }
    }, pause)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [words, caseId])
  return answer
}
