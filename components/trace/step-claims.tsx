'use client'
import { clsx } from 'clsx'
import { describeClaim } from '@/lib/query/sentence'
import type { Claim } from '@/lib/schema'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { Quote } from '../panel/quote'

/** Every relation of a step or hop as a sentence that opens to its quotes; what fell is struck. */
export function StepClaims({ claims }: { claims: readonly Claim[] }) {
  const { shown, standing, select } = useExplorer()
  return (
    <ul className="mt-2 space-y-2">
      {claims.map((claim) => {
        const fallen = standing?.fallen.has(claim.id)
        return (
          <li key={claim.id}>
            <details className="group">
              <summary
                className={clsx(
                  '-mx-1.5 cursor-pointer list-none rounded px-1.5 py-0.5 text-sm text-muted hover:bg-hover hover:text-text group-open:text-text [&::-webkit-details-marker]:hidden',
                  fallen && 'line-through decoration-1',
                )}
              >
                {describeClaim(claim, shown)}
                <span className="ml-1 inline-block text-xs whitespace-nowrap text-muted underline decoration-line underline-offset-2 group-open:hidden">
                  {count(claim.evidence.length, 'quote')}
                </span>
              </summary>
              {fallen && <p className="text-xs font-medium">× No longer stands.</p>}
              <div className="mt-2 space-y-3 border-l-2 border-line pl-3">
                {claim.evidence.map((piece) => (
                  <Quote
                    key={`${piece.document}-${piece.start}-${piece.attribution.join()}`}
                    evidence={piece}
                    claim={claim.id}
                    size="small"
                  />
                ))}
                <button
                  type="button"
                  onClick={() => select(claim.id)}
                  className="text-xs font-medium underline decoration-line underline-offset-2 hover:decoration-current"
                >
                  Open this relation
                </button>
              </div>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
