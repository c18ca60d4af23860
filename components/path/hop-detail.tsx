'use client'
import { clsx } from 'clsx'
import { rankEvidence } from '@/lib/query/best-quote'
import type { Hop } from '@/lib/query/path-question'
import { describeClaim } from '@/lib/query/sentence'
import { relationLabel } from '@/lib/view/elements'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { EntityName } from '../panel/entity-name'
import { Quote } from '../panel/quote'
import { AddToStory } from '../story/add-to-story'
import { SupportDetails } from '../support/support-details'

type HopDetailProps = { hop: Hop; number: number; last: boolean; weakest: boolean }

/** One hop with everything that carries it; what fell with a source is struck. */
export function HopDetail({ hop, number, last, weakest }: HopDetailProps) {
  const { shown, standing } = useExplorer()
  return (
    <li className="relative pb-4 pl-7 last:pb-0">
      <Dot number={number} />
      <span aria-hidden className="absolute top-5 bottom-0 left-[9px] w-0.5 bg-path" />
      <div className="flex items-start justify-between gap-2">
        <p className="text-sm font-semibold">
          <EntityName id={hop.from} />
        </p>
        <div className="-my-1">
          <AddToStory
            claims={hop.claims.map(({ id }) => id)}
            entities={[hop.from, hop.to]}
            named={`hop ${number}`}
          />
        </div>
      </div>
      <SupportDetails claims={hop.claims} className="mt-0.5">
        <span>
          {[hop.against && 'against its direction', hop.undated && 'undated']
            .filter(Boolean)
            .map((word) => `${word} · `)}
          <span className="underline decoration-line underline-offset-2">
            {count(hop.sources, 'independent source')}
          </span>
          {weakest && ' · the weakest link'}
        </span>
      </SupportDetails>
      <ul className="mt-2 space-y-4">
        {hop.claims.map((claim) => {
          const fallen = standing?.fallen.has(claim.id)
          const [best, ...others] = rankEvidence(claim)
          return (
            <li key={claim.id} className={clsx(fallen && 'opacity-60')}>
              <p
                title={describeClaim(claim, shown)}
                className={clsx('voice-document mb-1 text-sm italic', fallen && 'line-through')}
              >
                {claim.from === hop.from ? '' : '← '}
                {relationLabel(claim)}
                {claim.from === hop.from ? ' →' : ''}
              </p>
              {fallen && <p className="mb-1 text-xs font-medium">× No longer stands.</p>}
              <Quote evidence={best!} claim={claim.id} size="small" />
              {others.length > 0 && (
                <details className="mt-1.5">
                  <summary className="cursor-pointer list-none text-xs text-muted underline decoration-line underline-offset-2 hover:text-text [&::-webkit-details-marker]:hidden">
                    {count(others.length, 'more quote')}
                  </summary>
                  <div className="mt-2 space-y-3">
                    {others.map((piece) => (
                      <Quote
                        key={`${piece.document}-${piece.start}-${piece.attribution.join()}`}
                        evidence={piece}
                        claim={claim.id}
                        size="small"
                      />
                    ))}
                  </div>
                </details>
              )}
            </li>
          )
        })}
      </ul>
      {last && (
        <div className="relative mt-4 -ml-7 pl-7">
          <Dot number={number + 1} />
          <p className="text-sm font-semibold">
            <EntityName id={hop.to} />
          </p>
        </div>
      )}
    </li>
  )
}

const Dot = ({ number }: { number: number }) => (
  <span className="absolute top-0.5 left-0 z-10 flex size-5 items-center justify-center rounded-full bg-path text-[10px] font-bold text-canvas">
    {number}
  </span>
)
