'use client'
import { useMemo } from 'react'
import { supportOf } from '@/lib/query/support'
import type { Claim } from '@/lib/schema'
import { nameDocument } from '@/lib/view/source-choices'
import { count, listWords, stanceWords } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { StanceLine } from '../ui/stance-line'
import { SideBySide } from './side-by-side'

/** How well something is supported: which sources count as one and why, on whose word, how surely. */
export function SupportView({ claims }: { claims: readonly Claim[] }) {
  const { shown, stored } = useExplorer()
  const support = useMemo(() => supportOf(claims, shown), [claims, shown])
  const name = (id: string) => {
    const document = stored.documents.find((one) => one.id === id)
    return document ? nameDocument(document) : id
  }
  const differ = new Set(support.stances.map(({ stance }) => stance)).size > 1
  const chains = support.attributions.filter(({ chain }) => chain.length > 0)
  return (
    <div className="space-y-3 text-sm">
      <section>
        <p className="text-xs font-semibold">{count(support.independent, 'independent source')}</p>
        <ul className="mt-1 space-y-1.5">
          {support.groups.map(({ documents, reason }) => (
            <li key={documents.join()} className="border-l-2 border-line pl-2.5">
              {documents.map((id) => (
                <p key={id} className="line-clamp-2">
                  {name(id)}
                </p>
              ))}
              {reason && (
                <p className="mt-0.5 text-xs text-muted">
                  {documents.length === 1 ? '' : 'Counted as one: '}
                  {reason}.
                </p>
              )}
            </li>
          ))}
        </ul>
      </section>
      {chains.length > 0 && (
        <section>
          <p className="text-xs font-semibold">On whose word</p>
          <ul className="mt-1 space-y-1">
            {chains.map(({ chain, documents }) => (
              <li key={chain.join()}>
                {chain.join(', who has it from ')}{' '}
                <span className="text-xs text-muted">
                  in{' '}
                  {documents.length === 1 ? name(documents[0]!) : count(documents.length, 'report')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {support.stances.length > 1 && (
        <section>
          <p className="text-xs font-semibold">
            {differ
              ? `The sources differ: ${listWords([...new Set(support.stances.map(({ stance }) => stanceWords[stance].toLowerCase()))])}`
              : 'How each puts it'}
          </p>
          <ul className="mt-1 space-y-1">
            {support.stances.map(({ document, stance }) => (
              <li key={document} className="flex items-center gap-2">
                <StanceLine stance={stance} width={20} />
                <span className="w-24 shrink-0 text-xs">{stanceWords[stance]}</span>
                <span className="min-w-0 truncate text-xs text-muted">{name(document)}</span>
              </li>
            ))}
          </ul>
          {/* of several relations, two quotes may speak of different things */}
          {claims.length === 1 && (
            <div className="mt-2">
              <SideBySide sources={support.stances} />
            </div>
          )}
        </section>
      )}
    </div>
  )
}
