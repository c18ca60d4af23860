'use client'
import { ArrowLeftRight, ArrowRight, Combine } from 'lucide-react'
import { relationLabel } from '@/lib/view/elements'
import { useExplorer } from '../explorer/explorer-context'
import { useActions } from '../explorer/use-actions'
import { useNameActions } from '../review/name-actions'
import { Button } from '../ui/button'
import { KindGlyph } from '../ui/kind-glyph'
import { ClaimRow } from './claim-row'
import { Section } from './section'

/** Several things at once: what is between them and what can be asked of them. */
export function ManyPanel() {
  const { view, change, entity, claim, graph, select } = useExplorer()
  const actions = useActions()
  const names = useNameActions()
  const ids = view.selection.filter((id) => graph.hasNode(id))
  const claims = view.selection.flatMap((id) => claim(id) ?? [])
  const between = graph
    .filterEdges((_edge, _attributes, from, to) => ids.includes(from) && ids.includes(to))
    .map((id) => graph.getEdgeAttributes(id).claim)
  const [first, second] = ids
  const pair = ids.length === 2 && first && second ? { first, second } : undefined
  return (
    <div className="pb-8">
      <h2 className="sr-only">Selected together</h2>
      <ul className="px-4 pt-4">
        {ids.map((id) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => select(id)}
              className="-mx-2 flex w-[calc(100%+16px)] items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover"
            >
              <KindGlyph kind={entity(id)!.kind} />
              <span className="voice-document text-lg font-semibold">{entity(id)!.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-1.5 px-4">
        {pair && (
          <>
            <Button
              look="solid"
              size="small"
              onClick={() => actions.pathBetween(pair.first, pair.second)}
            >
              <ArrowRight size={13} aria-hidden />
              Path from {entity(pair.first)!.name}
            </Button>
            <Button
              look="outline"
              size="small"
              onClick={() =>
                change({ selection: [pair.second, pair.first, ...view.selection.slice(2)] })
              }
            >
              <ArrowLeftRight size={13} aria-hidden />
              Swap
            </Button>
            <Button
              look="outline"
              size="small"
              onClick={() => names.merge(pair.first, pair.second)}
            >
              <Combine size={13} aria-hidden />
              Merge them
            </Button>
          </>
        )}
        {ids.length > 0 && (
          <>
            <Button
              look="outline"
              size="small"
              onClick={() => change({ mode: 'explore', focus: ids, expanded: [] })}
            >
              Only their neighbours
            </Button>
            <Button
              look="outline"
              size="small"
              onClick={() => change({ hidden: [...view.hidden, ...ids], selection: [] })}
            >
              Hide them
            </Button>
          </>
        )}
      </div>
      {ids.length > 1 && (
        <Section title="Between them">
          {between.length === 0 ? (
            <p className="text-sm text-muted">No direct relation.</p>
          ) : (
            <ul>
              {between.map((found) => (
                <ClaimRow
                  key={found.id}
                  claim={found}
                  of={found.from}
                  words={`${entity(found.from)!.name} ${relationLabel(found)}`}
                />
              ))}
            </ul>
          )}
        </Section>
      )}
      {claims.length > 0 && (
        <Section title="Relations">
          <ul>
            {claims.map((found) => (
              <ClaimRow
                key={found.id}
                claim={found}
                of={found.from}
                words={`${entity(found.from)?.name} ${relationLabel(found)}`}
              />
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}
