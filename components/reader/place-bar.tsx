'use client'
import { ChevronDown, ChevronUp, Waypoints } from 'lucide-react'
import Link from 'next/link'
import type { Mark } from './lay-out-page'
import { ProofDetails } from './proof-list'
import type { Reading } from './use-reading'

type PlaceBarProps = {
  marks: Mark[]
  caseHref: string
  reading: Reading
  onStep: (by: 1 | -1) => void
}

/** On a phone: what the passage proves, in reach of the thumb. */
export function PlaceBar({ marks, caseHref, reading, onStep }: PlaceBarProps) {
  if (marks.length === 0) return null
  const proofs = reading.mark === undefined ? [] : marks[reading.mark]!.proofs
  const proof = proofs.find(({ claim }) => claim === reading.claim) ?? proofs[0]
  const button = 'inline-flex size-11 items-center justify-center rounded-md disabled:opacity-35'
  return (
    <section
      aria-label="Passage"
      className="fixed inset-x-0 bottom-0 z-20 hidden border-t border-line bg-surface px-3 pt-1 pb-[max(4px,env(safe-area-inset-bottom))] shadow-float phone:block"
    >
      {proof && (
        <div className="px-1 pt-2 pb-1">
          <p className="text-sm font-medium">
            {proof.words}
            {proofs.length > 1 && <span className="text-muted"> and {proofs.length - 1} more</span>}
          </p>
          <ProofDetails proof={proof} />
        </div>
      )}
      <div className="flex items-center">
        <span className="flex-1 px-1 text-xs text-muted">
          {reading.mark === undefined
            ? `${marks.length} passages are evidence`
            : `Passage ${reading.mark + 1} of ${marks.length}`}
        </span>
        {proof && (
          <Link
            href={`${caseHref}?${proofs.map(({ claim }) => `sel=${encodeURIComponent(claim)}`).join('&')}`}
            prefetch={false}
            className="inline-flex h-11 items-center gap-1.5 rounded-md px-3 text-sm font-medium"
          >
            <Waypoints size={15} aria-hidden />
            Graph
          </Link>
        )}
        <button
          type="button"
          aria-label="Previous passage"
          className={button}
          disabled={reading.mark === 0}
          onClick={() => onStep(-1)}
        >
          <ChevronUp size={20} aria-hidden />
        </button>
        <button
          type="button"
          aria-label="Next passage"
          className={button}
          disabled={reading.mark === marks.length - 1}
          onClick={() => onStep(1)}
        >
          <ChevronDown size={20} aria-hidden />
        </button>
      </div>
    </section>
  )
}
