'use client'
import { useMemo } from 'react'
import { claimTest } from '@/lib/query/filter'
import { isFiltered } from '@/lib/view/visible'
import { count, countOf } from '@/lib/view/words'
import { useExplorer } from './explorer-context'

/** `38 entities · 61 claims · 2 documents`, with "of N" where a view shows less than the case. */
export function Counts() {
  const { view, shown, stored, elements } = useExplorer()
  const { filter } = view
  const claims = useMemo(() => shown.claims.filter((claim) => claim.review !== 'rejected'), [shown])
  const partial =
    isFiltered(filter) || view.focus.length + view.hidden.length + view.collapsed.length > 0
  const passing = useMemo(
    () => claims.filter(claimTest(filter, shown)).length,
    [claims, filter, shown],
  )
  const lines = elements.edges.filter((edge) => !edge.id.startsWith('says:')).length
  const whole = view.focus.length + view.hidden.length + view.collapsed.length === 0
  const documents = filter.sources?.length ?? stored.documents.length
  return (
    <p
      className="truncate text-xs text-muted tabular-nums phone:whitespace-normal"
      aria-live="polite"
    >
      {partial
        ? countOf(elements.nodes.length, shown.entities.length, 'entity', 'entities')
        : count(shown.entities.length, 'entity', 'entities')}
      {' · '}
      {partial
        ? countOf(whole ? passing : lines, claims.length, 'claim')
        : count(claims.length, 'claim')}
      {' · '}
      {countOf(documents, stored.documents.length, 'document')}
    </p>
  )
}
