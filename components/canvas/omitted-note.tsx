'use client'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'

/** Over a case too large to draw: how much of it this is. */
export function OmittedNote() {
  const { elements } = useExplorer()
  if (!elements.omitted) return null
  return (
    <p className="float-card pointer-events-none absolute top-3 left-4 px-3 py-1.5 text-xs text-muted">
      The {count(elements.nodes.length, 'best connected entity', 'best connected entities')}, and{' '}
      {new Intl.NumberFormat('en').format(elements.omitted)} more. Search or filter to see the rest.
    </p>
  )
}
