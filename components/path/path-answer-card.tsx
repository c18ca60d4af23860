'use client'
import { clsx } from 'clsx'
import type { Hop, Path } from '@/lib/query/path-question'
import { relationLabel } from '@/lib/view/elements'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { EntityName } from '../panel/entity-name'
import { Quote } from '../panel/quote'

type PathAnswerCardProps = { path: Path; number: number; open: boolean; choose(): void }

/** One path: closed, its names in a row; open, hop by hop with what carries each. */
export function PathAnswerCard({ path, number, open, choose }: PathAnswerCardProps) {
  const { entity } = useExplorer()
  const weakest = path.hops[path.weakest]
  return (
    <li className={clsx('rounded-md border', open ? 'border-path' : 'border-line')}>
      <button
        type="button"
        aria-expanded={open}
        onClick={choose}
        className="flex w-full gap-2.5 rounded-md px-3 py-2 text-left hover:bg-hover"
      >
        <span
          className={clsx(
            'mt-0.5 flex size-5 shrink-0 items-center justify-center rounded-full text-[11px] font-semibold',
            open ? 'bg-path text-canvas' : 'bg-sunken text-muted',
          )}
        >
          {number}
        </span>
        <span className="min-w-0">
          <span className="block text-sm">
            {path.nodes.map((id) => entity(id)?.name).join(' → ')}
          </span>
          <span className="text-xs text-muted">
            {count(path.hops.length, 'hop')}
            {weakest && ` · weakest rests on ${count(weakest.sources, 'source')}`}
            {path.span !== null && ` · over ${count(path.span, 'day')}`}
          </span>
        </span>
      </button>
      {open && (
        <ol className="border-t border-line px-3 pt-3 pb-4">
          {path.hops.map((hop, i) => (
            <HopDetail
              key={`${hop.from} ${hop.to}`}
              hop={hop}
              number={i + 1}
              last={i === path.hops.length - 1}
            />
          ))}
        </ol>
      )}
    </li>
  )
}

function HopDetail({ hop, number, last }: { hop: Hop; number: number; last: boolean }) {
  return (
    <li className="relative pb-4 pl-7 last:pb-0">
      <Dot number={number} />
      <span aria-hidden className="absolute top-5 bottom-0 left-[9px] w-0.5 bg-path" />
      <p className="text-sm font-semibold">
        <EntityName id={hop.from} />
      </p>
      <p className="text-xs text-muted">
        {[
          hop.against && 'against its direction',
          hop.undated && 'undated',
          count(hop.sources, 'source'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className="mt-2 space-y-4">
        {hop.claims.map((claim) => (
          <li key={claim.id}>
            <p className="mb-1 text-sm italic voice-document">
              {claim.from === hop.from ? '' : '← '}
              {relationLabel(claim)}
              {claim.from === hop.from ? ' →' : ''}
            </p>
            {claim.evidence.map((piece, i) => (
              <div
                key={`${piece.document}-${piece.start}-${piece.attribution.join()}`}
                className={i > 0 ? 'mt-3' : ''}
              >
                <Quote evidence={piece} claim={claim.id} size="small" />
              </div>
            ))}
          </li>
        ))}
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
