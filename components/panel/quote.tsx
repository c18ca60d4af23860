'use client'
import { ArrowUpRight } from 'lucide-react'
import Link from 'next/link'
import type { Evidence } from '@/lib/schema'
import { splitQuote } from '@/lib/view/quote-parts'
import { dayWords, listWords, stanceWords } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { StanceLine } from '../ui/stance-line'
import { UnderlinedName } from '../ui/underlined-name'

type QuoteProps = { evidence: Evidence; claim: string; size?: 'large' | 'small' }

/** One piece of evidence: the words, then who says so and how, then where it stands. */
export function Quote({ evidence, claim, size = 'large' }: QuoteProps) {
  const { standing: stored, entity } = useCase()
  const deniers = (evidence.deniedBy ?? []).map((id) => entity(id)?.name ?? id)
  const document = stored.documents.find((other) => other.id === evidence.document)
  return (
    <figure>
      <blockquote
        dir="auto"
        className={
          size === 'large'
            ? 'voice-document text-[17px] leading-[1.5]'
            : 'voice-document text-[15px] leading-[1.45]'
        }
      >
        “
        {splitQuote(evidence, stored).map((part, i) =>
          part.entity ? (
            <UnderlinedName
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a quote never change places
              key={i}
              kind={part.entity.kind}
              of={part.entity.name}
              text={part.text}
            />
          ) : (
            part.text
          ),
        )}
        ”
      </blockquote>
      <figcaption className="mt-2 space-y-1 text-xs text-muted">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <StanceLine stance={evidence.stance} width={22} />
          <span className="font-medium text-text">{stanceWords[evidence.stance]}</span>
          <span>
            {evidence.attribution.length > 0
              ? `according to ${evidence.attribution.join(', according to ')}`
              : 'in the report’s own words'}
          </span>
        </p>
        {deniers.length > 0 && (
          <p className="font-medium text-text">Denied by {listWords(deniers)}</p>
        )}
        {(evidence.when || evidence.where) && (
          <p>
            {[
              evidence.when && `When: “${evidence.when}”`,
              evidence.where && `Where: ${evidence.where}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
        <Link
          href={`/case/${encodeURIComponent(stored.id)}/document/${encodeURIComponent(evidence.document)}?claim=${encodeURIComponent(claim)}#c-${encodeURIComponent(claim)}`}
          className="group inline-flex max-w-full items-baseline gap-1 text-muted underline decoration-line underline-offset-2 hover:text-text"
        >
          <span className="min-w-0 truncate">
            {[document?.publisher, document?.title].filter(Boolean).join(': ') || 'The document'}
          </span>
          <ArrowUpRight size={12} aria-hidden className="shrink-0 self-center" />
        </Link>
        {document?.publishedAt && <p>{dayWords(document.publishedAt)}</p>}
      </figcaption>
    </figure>
  )
}
