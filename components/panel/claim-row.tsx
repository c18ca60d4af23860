'use client'
import { ChevronRight, CornerDownRight } from 'lucide-react'
import { independentSources } from '@/lib/graph/sources'
import { claimStance } from '@/lib/graph/stance'
import { stanceTable } from '@/lib/ontology'
import type { Claim } from '@/lib/schema'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { KindGlyph } from '../ui/kind-glyph'
import { StanceLine } from '../ui/stance-line'
import { Quote } from './quote'

type ClaimRowProps = {
  claim: Claim
  /** The entity the row is seen from; the other end is named. */
  of?: string
  /** Words before the name, where the group above does not say them. */
  words?: string
}

/** A relation in a list: the other end, how it is said and by how many; opens to its quotes. */
export function ClaimRow({ claim, of, words }: ClaimRowProps) {
  const { entity, select, shown } = useExplorer()
  const other = claim.from === of ? claim.to : claim.from
  const far = other === null ? undefined : entity(other)
  const stance = claimStance(claim)
  const sources = independentSources(claim, shown)
  return (
    <li>
      <details className="group">
        <summary className="-mx-2 flex cursor-pointer list-none items-center gap-2 rounded-md px-2 py-1 text-sm hover:bg-hover phone:py-2.5 [&::-webkit-details-marker]:hidden">
          <ChevronRight
            size={13}
            aria-hidden
            className="shrink-0 text-muted transition-transform group-open:rotate-90"
          />
          {far && <KindGlyph kind={far.kind} size={11} />}
          <span className="min-w-0 flex-1">
            {words && <span className="text-muted">{words} </span>}
            {far && <span data-name={far.name}>{far.name}</span>}
          </span>
          {stance !== 'asserted' && (
            <span className="text-xs text-muted">{stanceTable[stance].label}</span>
          )}
          <StanceLine stance={stance} width={20} />
          <span
            className="w-3 text-right text-xs text-muted tabular-nums"
            title={count(sources, 'source')}
          >
            <span className="sr-only">{count(sources, 'source')}</span>
            <span aria-hidden>{sources}</span>
          </span>
        </summary>
        <div className="mt-1 mb-3 ml-1 space-y-4 border-l-2 border-line pl-3.5">
          {claim.evidence.map((piece) => (
            <Quote
              key={`${piece.document}-${piece.start}-${piece.end}-${piece.attribution.join()}`}
              evidence={piece}
              claim={claim.id}
              size="small"
            />
          ))}
          <p className="flex flex-wrap gap-x-3 gap-y-1 text-xs">
            <button
              type="button"
              onClick={() => select(claim.id)}
              className="inline-flex items-center gap-1 font-medium underline decoration-line underline-offset-2 hover:decoration-current"
            >
              <CornerDownRight size={12} aria-hidden />
              Open this relation
            </button>
            {far && (
              <button
                type="button"
                onClick={() => select(far.id)}
                className="font-medium underline decoration-line underline-offset-2 hover:decoration-current"
              >
                Go to {far.name}
              </button>
            )}
          </p>
        </div>
      </details>
    </li>
  )
}
