'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Claim } from '@/lib/schema'
import { orderQueue, type Queued } from '@/lib/view/review-queue'
import { decodeView } from '@/lib/view/url'
import { useCase } from '../cases/case-context'
import { claimsInView } from './claims-in-view'
import { useJudge, type Verdict } from './use-judge'

export const shelves = ['open', 'accepted', 'rejected', 'unsure', 'all'] as const
export type Shelf = (typeof shelves)[number]
export type Item = Queued & { row: Claim; verdict?: Verdict }

/**
 * The relations in the order in which they are worth a look, and the one that is looked at, kept in
 * the address as `?claim=`. The order stays as it was when the page was opened.
 */
export function useQueue(query: string) {
  const { standing, decided, claim } = useCase()
  const { verdictOf } = useJudge()
  const asked = useMemo(() => {
    const params = new URLSearchParams(query)
    for (const own of ['claim', 'tab']) params.delete(own)
    return params
  }, [query])
  const [order] = useState(() =>
    orderQueue(decided, claimsInView(standing, decodeView(asked).view)),
  )
  const [shelf, showShelf] = useState<Shelf>(() =>
    order.some((queued) => !verdictOf(queued.claim)) ? 'open' : 'all',
  )
  const items = useMemo(() => {
    const known = new Set(order.map((queued) => queued.claim))
    const added = decided.claims.filter(({ id }) => !known.has(id))
    const all = [...added.map(({ id }) => ({ claim: id, inView: true, doubts: [] })), ...order]
    return all.flatMap((queued): Item[] => {
      const row = claim(queued.claim)
      return row ? [{ ...queued, row, verdict: verdictOf(queued.claim) }] : []
    })
  }, [order, decided, claim, verdictOf])

  const [at, setAt] = useState(() => askedClaim(query))
  const current =
    items.find((item) => item.claim === at) ?? items.find((item) => !item.verdict) ?? items[0]
  const go = useCallback((id: string | undefined) => setAt(id), [])
  useEffect(() => {
    const address = new URL(location.href)
    if (current) address.searchParams.set('claim', current.claim)
    else address.searchParams.delete('claim')
    if (address.href !== location.href) history.replaceState(null, '', address)
  }, [current])

  // what one looks at stays on the shelf until one leaves it
  const shown = items.filter((item) => item.claim === current?.claim || isOn(shelf, item))
  const setShelf = (name: Shelf) => {
    showShelf(name)
    const first = items.find((item) => isOn(name, item))
    if (first && current && !isOn(name, current)) setAt(first.claim)
  }
  const step = (by: 1 | -1) => {
    const index = shown.findIndex((item) => item.claim === current?.claim)
    const next = shown[index + by]
    if (next) setAt(next.claim)
  }
  /** The next one of the shelf, of all the next one that nobody judged; then from the top. */
  const advance = () => {
    const index = items.findIndex((item) => item.claim === current?.claim)
    const rest = [...items.slice(index + 1), ...items.slice(0, index)]
    const next = rest.find((item) => isOn(shelf === 'all' ? 'open' : shelf, item))
    if (next) setAt(next.claim)
  }
  const counts = Object.fromEntries(
    shelves.map((name) => [name, items.filter((item) => isOn(name, item)).length]),
  ) as Record<Shelf, number>
  /** Whether one came from a view, and not from the whole case. */
  const ofView = asked.size > 0
  return { shown, current, go, step, advance, shelf, setShelf, counts, ofView }
}

/** The page is kept as it was asked for; who comes back to it has the address it was left at. */
function askedClaim(query: string): string | undefined {
  const left = typeof window !== 'undefined' && location.pathname.endsWith('/review')
  return new URLSearchParams(left ? location.search : query).get('claim') ?? undefined
}

const isOn = (shelf: Shelf, { verdict }: Item): boolean =>
  shelf === 'all' || (verdict ?? 'open') === shelf

export type Queue = ReturnType<typeof useQueue>
