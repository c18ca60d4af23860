import { useMemo } from 'react'
import type { Case } from '@/lib/schema'

/**
 * A case on its way into a page, as one text: of a thousand reports it is many ten thousand
 * objects, and pages are slow to carry objects one by one.
 */
export type SentCase = string

/** In: what the server sent. Out: the case, the same object while the page stays. */
export const useSentCase = (sent: SentCase): Case => useMemo(() => JSON.parse(sent), [sent])
