'use client'
import { useMemo } from 'react'
import { entityKindTable } from '@/lib/ontology'
import type { Entity, Mention } from '@/lib/schema'
import { count } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { sayClaim } from '../history/say-decision'
import { KindGlyph } from '../ui/kind-glyph'
import { MentionLine } from './mention-line'

/** Lines shown of each; the rest is counted. */
const most = 4

/** What is known of an entity, to be held beside another: names, where it is named, what is said. */
export function EntityFacts({ entity }: { entity: Entity }) {
  const { decided } = useCase()
  const { mentions, claims } = useMemo(
    () => ({
      mentions: decided.mentions.filter((mention) => mention.entity === entity.id),
      claims: decided.claims.filter(({ from, to }) => from === entity.id || to === entity.id),
    }),
    [decided, entity.id],
  )
  const others = entity.aliases.filter((alias) => alias !== entity.name)
  return (
    <section aria-label={entity.name} className="min-w-0">
      <p className="flex items-center gap-1.5 text-xs text-muted">
        <KindGlyph kind={entity.kind} />
        {entityKindTable[entity.kind].label}
      </p>
      <h3 className="voice-document mt-1 text-[24px] leading-tight font-semibold text-balance phone:text-[20px]">
        {entity.name}
      </h3>
      {others.length > 0 && <p className="mt-1 text-xs text-muted">Also: {others.join(' · ')}</p>}
      {entity.note && <p className="mt-1.5 text-sm text-muted">{entity.note}</p>}
      <h4 className="mt-5 text-xs font-semibold">{count(mentions.length, 'mention')}</h4>
      <ul className="mt-1 space-y-2">
        {pickDifferent(mentions).map((mention) => (
          <li key={`${mention.document}-${mention.start}`}>
            <MentionLine mention={mention} />
          </li>
        ))}
      </ul>
      <h4 className="mt-5 text-xs font-semibold">{count(claims.length, 'relation')}</h4>
      <ul className="mt-1 space-y-1 text-sm">
        {claims.slice(0, most).map((claim) => (
          <li key={claim.id}>{sayClaim(claim, decided)}</li>
        ))}
        {claims.length > most && (
          <li className="text-xs text-muted">and {claims.length - most} more</li>
        )}
      </ul>
    </section>
  )
}

/** One mention of each spelling first, then the others in order. */
function pickDifferent(mentions: readonly Mention[]): Mention[] {
  const first = new Map(mentions.toReversed().map((mention) => [mention.text, mention]))
  const spellings = [...first.values()].reverse()
  return [...new Set([...spellings, ...mentions])].slice(0, most)
}
