'use client'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { entityKindTable, relationTypes } from '@/lib/ontology'
import { count, stanceWords } from '@/lib/view/words'
import { KindGlyph } from '../ui/kind-glyph'
import { StanceLine } from '../ui/stance-line'
import { UnderlinedName } from '../ui/underlined-name'
import type { Found } from './found'

/** Most relations of a type that are spelled out before they join, and most quotes of each. */
const most = 50
const mostQuotes = 3

/** What adding the reports brings: relations with their quotes, names, and what was left out. */
export function FoundList({ found }: { found: Found }) {
  const groups = relationTypes
    .map((type) => ({ type, claims: found.claims.filter((claim) => claim.relation === type.id) }))
    .filter((group) => group.claims.length > 0)
  return (
    <div className="mt-5 space-y-5">
      {found.claims.length === 0 && found.documents.some(({ known }) => !known) && (
        <p className="text-sm text-muted">
          No relation was found. The reports can join the case all the same, to be read there.
        </p>
      )}
      {groups.map(({ type, claims }) => (
        <section key={type.id}>
          <h3 className="mb-1.5 flex items-baseline gap-2 text-sm font-semibold">
            {capitalize(type.label)}
            <span className="font-normal text-muted">{claims.length}</span>
          </h3>
          <ul className="space-y-3 border-l-2 border-line pl-3.5">
            {claims.slice(0, most).map((claim) => (
              <FoundClaim key={claim.id} claim={claim} />
            ))}
          </ul>
          {claims.length > most && (
            <p className="mt-2 pl-4 text-sm text-muted">and {claims.length - most} more</p>
          )}
        </section>
      ))}
      <Names found={found} />
      <Joined joined={found.joined} />
      <LeftOut leftOut={found.leftOut} />
    </div>
  )
}

const capitalize = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

function FoundClaim({ claim }: { claim: Found['claims'][number] }) {
  return (
    <li>
      <p className="text-sm font-medium">
        {claim.words}
        {!claim.isNew && <span className="font-normal text-muted"> · another source for it</span>}
      </p>
      {claim.evidence.slice(0, mostQuotes).map((piece, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
        <figure key={i} className="mt-0.5">
          <blockquote dir="auto" className="voice-document text-[15px] leading-[1.45]">
            “
            {piece.quote.map(({ text, kind }, at) =>
              kind ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: parts of a quote never change places
                <UnderlinedName key={at} kind={kind} text={text} />
              ) : (
                text
              ),
            )}
            ”
          </blockquote>
          <figcaption className="flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
            <StanceLine stance={piece.stance} width={20} />
            {stanceWords[piece.stance]},{' '}
            {piece.attribution.length > 0
              ? `according to ${piece.attribution.join(', according to ')}`
              : 'in the report’s own words'}
          </figcaption>
        </figure>
      ))}
      {claim.evidence.length > mostQuotes && (
        <p className="text-xs text-muted">and {claim.evidence.length - mostQuotes} more quotes</p>
      )}
    </li>
  )
}

function Names({ found }: { found: Found }) {
  if (found.entities.length === 0) return null
  return (
    <section>
      <h3 className="mb-1.5 flex items-baseline gap-2 text-sm font-semibold">
        Names
        <span className="font-normal text-muted">{found.entities.length}</span>
      </h3>
      <ul className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
        {found.entities.map((entity) => (
          <li key={entity.id} className="inline-flex items-center gap-1.5">
            <KindGlyph kind={entity.kind} size={10} />
            <span className="sr-only">{entityKindTable[entity.kind].label}: </span>
            {entity.name}
            {!entity.isNew && <span className="text-xs text-muted">known</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Joined({ joined }: Pick<Found, 'joined'>) {
  if (joined.length === 0) return null
  return (
    <Fold title="Names joined" words={`${joined.length}, and why`}>
      {joined.map(({ name, reason }) => (
        <li key={`${name}${reason}`}>
          <span className="font-medium">{name}</span> <span className="text-muted">{reason}</span>
        </li>
      ))}
    </Fold>
  )
}

function LeftOut({ leftOut }: Pick<Found, 'leftOut'>) {
  if (leftOut.length === 0) return null
  const total = leftOut.reduce((sum, group) => sum + group.count, 0)
  return (
    <Fold title="Left out" words={`${count(total, 'passage')}, and why`}>
      {leftOut.map((group) => (
        <li key={group.reason}>
          {group.reason} <span className="text-muted">({group.count})</span>
          {group.examples.map((example) => (
            <q key={example} className="voice-document block text-muted">
              {example}
            </q>
          ))}
        </li>
      ))}
    </Fold>
  )
}

type FoldProps = { title: string; words: string; children: ReactNode }

function Fold({ title, words, children }: FoldProps) {
  return (
    <details className="group text-sm">
      <summary className="flex cursor-pointer list-none items-center gap-1.5 font-semibold [&::-webkit-details-marker]:hidden">
        <ChevronRight size={14} aria-hidden className="transition-transform group-open:rotate-90" />
        {title}
        <span className="font-normal text-muted">{words}</span>
      </summary>
      <ul className="mt-2 space-y-2 pl-5">{children}</ul>
    </details>
  )
}
