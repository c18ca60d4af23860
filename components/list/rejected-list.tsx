'use client'
import { useState } from 'react'
import { count } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { sayClaim } from '../history/say-decision'
import { Quote } from '../panel/quote'
import { JudgeBar } from '../review/judge-bar'

/** Relations that were rejected: out of every picture and answer, kept here. */
export function RejectedList() {
  const { decided } = useCase()
  const [open, setOpen] = useState(false)
  const rejected = decided.claims.filter((claim) => claim.review === 'rejected')
  if (rejected.length === 0) return null
  return (
    <section className="mt-10 border-t border-line pt-4" aria-label="Rejected relations">
      <label className="flex items-center gap-2 text-sm">
        <input type="checkbox" checked={open} onChange={(event) => setOpen(event.target.checked)} />
        Show rejected
        <span className="text-muted">{count(rejected.length, 'relation')}</span>
      </label>
      {open && (
        <ul className="mt-4 space-y-6">
          {rejected.map((claim) => (
            <li key={claim.id}>
              <h3 className="voice-document text-[17px] font-semibold text-muted line-through decoration-1">
                {sayClaim(claim, decided)}
              </h3>
              <div className="my-2 space-y-3 border-l-2 border-line pl-3.5">
                {claim.evidence.map((piece) => (
                  <Quote
                    key={`${piece.document}-${piece.start}-${piece.end}`}
                    evidence={piece}
                    claim={claim.id}
                    size="small"
                  />
                ))}
              </div>
              <JudgeBar claim={claim} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
