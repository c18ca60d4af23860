'use client'
import { count, countOf } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'

/** Over a case too large to be read at once: how much of it this is, and the way to all of it. */
export function OmittedNote() {
  const { elements, view, change } = useExplorer()
  const { nodes, omitted = 0 } = elements
  if (omitted === 0 && !view.whole) return null
  const all = nodes.length + omitted
  return (
    <p className="float-card absolute top-3 left-4 max-w-[calc(100%-2rem)] px-3 py-1.5 text-xs text-muted">
      {omitted > 0
        ? `The best connected ${countOf(nodes.length, all, 'entity', 'entities')}. `
        : `All ${count(all, 'connected entity', 'connected entities')}. `}
      <button
        type="button"
        className="font-medium text-text underline underline-offset-2"
        onClick={() => change({ whole: !view.whole })}
      >
        {view.whole ? 'Show the best connected' : 'Show all'}
      </button>
    </p>
  )
}
