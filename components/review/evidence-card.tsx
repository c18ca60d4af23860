'use client'
import { ArrowUpRight } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useRef } from 'react'
import { entityKindTable } from '@/lib/ontology'
import type { Evidence } from '@/lib/schema'
import { quoteContext } from '@/lib/view/quote-context'
import { splitQuote } from '@/lib/view/quote-parts'
import { dayWords, listWords, stanceWords } from '@/lib/view/words'
import { useCase } from '../cases/case-context'
import { StanceLine } from '../ui/stance-line'
import { selectedSpan, trimSpan } from './selected-span'

type Span = { start: number; end: number }
type EvidenceCardProps = {
  evidence: Evidence
  claim: string
  /** The first piece is set largest. */
  lead: boolean
  /** Words that were selected here to be the quote. */
  onSelect?(span: Span): void
  children?: ReactNode
}

/** The words a relation rests on, in the sentences around them; then who says so, and how. */
export function EvidenceCard({ evidence, claim, lead, onSelect, children }: EvidenceCardProps) {
  const { decided, entity } = useCase()
  const root = useRef<HTMLQuoteElement>(null)
  const document = decided.documents.find((other) => other.id === evidence.document)
  if (!document) return null
  const around = quoteContext(document.text, evidence)
  const part = (start: number, end: number) => (
    <Words document={document.id} start={start} text={document.text.slice(start, end)} />
  )
  const select = () => {
    const span = selectedSpan(root.current)
    const trimmed = span && trimSpan(document.text, span)
    if (trimmed) onSelect?.(trimmed)
  }
  const deniers = (evidence.deniedBy ?? []).map((id) => entity(id)?.name ?? id)
  return (
    <figure>
      <blockquote
        ref={root}
        lang={document.language}
        dir="auto"
        onPointerUp={select}
        onKeyUp={select}
        className={
          lead
            ? 'voice-document text-[23px] leading-[1.52] text-pretty phone:text-[19px]'
            : 'voice-document text-[18px] leading-[1.55] text-pretty phone:text-[17px]'
        }
      >
        <span className="text-muted">{part(around.start, evidence.start)}</span>
        <mark className="bg-transparent box-decoration-clone rounded-[2px] bg-[linear-gradient(var(--mark),var(--mark))] bg-[length:100%_1.3em] bg-[position:0_55%] bg-no-repeat text-text">
          {part(evidence.start, evidence.end)}
        </mark>
        <span className="text-muted">{part(evidence.end, around.end)}</span>
      </blockquote>
      <figcaption className="mt-3.5 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-muted">
        <span className="inline-flex items-center gap-2">
          <StanceLine stance={evidence.stance} />
          <span className="font-medium text-text">{stanceWords[evidence.stance]}</span>
          <span>
            {evidence.attribution.length > 0
              ? `according to ${evidence.attribution.join(', according to ')}`
              : 'in the report’s own words'}
          </span>
        </span>
        {deniers.length > 0 && (
          <span className="font-medium text-text">Denied by {listWords(deniers)}</span>
        )}
        {evidence.when && <span>When: “{evidence.when}”</span>}
        {evidence.where && <span>Where: {evidence.where}</span>}
        <Link
          href={`/case/${encodeURIComponent(decided.id)}/document/${encodeURIComponent(document.id)}?claim=${encodeURIComponent(claim)}#c-${encodeURIComponent(claim)}`}
          className="inline-flex max-w-full items-center gap-1 underline decoration-line underline-offset-3 hover:text-text"
        >
          <span className="truncate">
            {[document.publisher, document.title].filter(Boolean).join(': ')}
          </span>
          <ArrowUpRight size={13} aria-hidden className="shrink-0" />
        </Link>
        {document.publishedAt && <span>{dayWords(document.publishedAt)}</span>}
      </figcaption>
      {children}
    </figure>
  )
}

type WordsProps = { document: string; start: number; text: string }

/** A stretch of the report, names underlined in the colour of their kind; every part knows its place. */
function Words({ document, start, text }: WordsProps) {
  const { decided } = useCase()
  if (text === '') return null
  let at = start
  return splitQuote({ document, start, end: start + text.length, quote: text }, decided).map(
    (part) => {
      const from = at
      at += part.text.length
      return (
        <span
          key={from}
          data-at={from}
          {...(part.entity && {
            title: part.entity.name === part.text ? undefined : part.entity.name,
            style: { textDecorationColor: entityKindTable[part.entity.kind].colour },
            className:
              'underline decoration-2 underline-offset-[4px] [text-decoration-skip-ink:none]',
          })}
        >
          {part.text}
        </span>
      )
    },
  )
}
