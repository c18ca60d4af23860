import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Case } from '@/lib/schema'

/**
 * A case on its way into a page, as one text: of a thousand reports it is many ten thousand
 * objects, and pages are slow to carry objects one by one.
 */
export type SentCase = string

/** In: what the server sent. Out: the case, the same object while the page stays. */
export const useSentCase = (sent: SentCase): Case => useMemo(() => JSON.parse(sent), [sent])

/** In milliseconds, until it is asked for again. */
const patience = 2_000

/**
 * As useSentCase, for a page that must not be lost while the program is away: a case is large and
 * takes its time, and a page that Next fetches anew gives way to an error when that is cut off.
 * @returns the case, and what asks for it as it is by now: again and again until it comes
 */
export function useRenewedCase(sent: SentCase): [case_: Case, renew: () => void] {
  const [held, setHeld] = useState({ sent, text: sent })
  if (held.sent !== sent) setHeld({ sent, text: sent })
  const case_ = useSentCase(held.text)
  const { id } = case_
  const asking = useRef<AbortController>(undefined)
  useEffect(() => () => asking.current?.abort(), [])
  const renew = useCallback(() => {
    asking.current?.abort()
    const asked = new AbortController()
    asking.current = asked
    const ask = async () => {
      try {
        const text = await fetchCase(id, asked.signal)
        if (text !== undefined) setHeld((held) => ({ ...held, text }))
      } catch {
        if (!asked.signal.aborted) setTimeout(ask, patience)
      }
    }
    void ask()
  }, [id])
  return [case_, renew]
}

/**
 * @returns undefined when there is no such case any more
 * @throws when the program does not answer, or is cut off
 */
async function fetchCase(id: string, signal: AbortSignal): Promise<SentCase | undefined> {
  const reply = await fetch(`/api/cases/${encodeURIComponent(id)}`, { signal })
  if (reply.ok) return reply.text()
  if (reply.status < 500) return undefined
  throw new Error(`The program answered ${reply.status}.`)
}
