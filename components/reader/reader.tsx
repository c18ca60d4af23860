'use client'
import { ArrowLeft, ChevronDown, ChevronUp, ExternalLink } from 'lucide-react'
import Link from 'next/link'
import { Tooltip } from 'radix-ui'
import { useState } from 'react'
import type { Document } from '@/lib/schema'
import type { Versions } from '@/lib/view/versions'
import { count, dayWords } from '@/lib/view/words'
import { CaseProvider } from '../cases/case-context'
import { CaseUndo } from '../cases/case-undo'
import { type SentCase, useSentCase } from '../cases/sent-case'
import { ThemeButton } from '../explorer/theme-button'
import { DecisionNotice } from '../review/decision-notice'
import { SelectionBar } from '../review/selection-bar'
import { TakeOut } from '../take-out/take-out'
import { TakenOutNote } from '../take-out/taken-out-note'
import { IconButton } from '../ui/icon-button'
import type { Page } from './lay-out-page'
import { PlaceBar } from './place-bar'
import { ProofList } from './proof-list'
import { ReportText, titleLook } from './report-text'
import { useReading } from './use-reading'
import { VersionNote } from './version-note'

export type ReaderProps = {
  /** The case as it is stored. */
  sent: SentCase
  document: Omit<Document, 'text'>
  versions: Versions
  words: number
  page: Page
  /** The relation the address asks for. */
  claim?: string
}

/** Warm like a highlighter pen; the deeper, the more it is meant. */
const markColours =
  '[--mark:#f6cf5438] [--mark-twice:#f3bf3a5c] [--mark-near:#f0b42999] [--mark-now:#f5b400cc] [--mark-rule:#d99a00] dark:[--mark:#e0a9002e] dark:[--mark-twice:#e0a90047] dark:[--mark-near:#e0a9006b] dark:[--mark-now:#e0a90094] dark:[--mark-rule:#e0a900]'

/** One report, set to be read, with what it is evidence for beside it. */
export function Reader({ sent, document, versions, words, page, claim }: ReaderProps) {
  const case_ = useSentCase(sent)
  const caseHref = `/case/${encodeURIComponent(case_.id)}`
  // where one came in; what is decided here leaves the place alone
  const [initial] = useState(() => {
    const mark = page.marks.findIndex((other) =>
      other.proofs.some((proof) => proof.claim === claim),
    )
    return mark < 0 ? {} : { mark, claim }
  })
  const { reading, go, step } = useReading(page.marks, initial)
  const [pointed, setPointed] = useState<number>()
  const shared = { caseHref, reading, pointed, onPoint: setPointed, onGo: go }
  const relations = new Set(page.marks.flatMap((mark) => mark.proofs.map((proof) => proof.claim)))
  const hasTitle = page.paragraphs[0]?.kind === 'title'
  return (
    <Tooltip.Provider delayDuration={350} skipDelayDuration={200}>
      <CaseProvider case_={case_}>
        <div className={`min-h-dvh bg-canvas ${markColours}`}>
          <header className="sticky top-0 z-20 flex h-15 items-center gap-3 border-b border-line bg-surface px-4 phone:h-13 phone:px-2">
            <Link
              href={
                reading.claim ? `${caseHref}?sel=${encodeURIComponent(reading.claim)}` : caseHref
              }
              className="inline-flex h-9 min-w-0 items-center gap-2 rounded-md px-2 text-sm font-medium hover:bg-hover phone:h-11"
            >
              <ArrowLeft size={16} aria-hidden className="shrink-0" />
              <span className="sr-only">Back to the graph of </span>
              <span className="truncate">{case_.title}</span>
            </Link>
            <div className="ml-auto flex shrink-0 items-center">
              <CaseUndo />
            </div>
            <div className="flex shrink-0 items-center gap-1 phone:hidden">
              {page.marks.length > 0 && (
                <>
                  <span className="mr-1 text-xs text-muted" aria-live="polite">
                    {reading.mark === undefined
                      ? count(page.marks.length, 'passage')
                      : `Passage ${reading.mark + 1} of ${page.marks.length}`}
                  </span>
                  <IconButton
                    icon={ChevronUp}
                    label="Previous passage"
                    keys="K"
                    disabled={reading.mark === 0}
                    onClick={() => step(-1)}
                  />
                  <IconButton
                    icon={ChevronDown}
                    label="Next passage"
                    keys="J"
                    disabled={reading.mark === page.marks.length - 1}
                    onClick={() => step(1)}
                  />
                </>
              )}
              <ThemeButton />
            </div>
          </header>
          <div className="mx-auto grid max-w-[1240px] grid-cols-[minmax(0,1fr)_360px] gap-x-12 px-8 max-[1000px]:block phone:px-5">
            <main className="min-w-0 pt-14 pb-32 phone:pt-7">
              <article
                lang={document.language}
                className="voice-document mx-auto max-w-[66ch] text-[19px] leading-[1.62] hyphens-auto phone:text-[17.5px]"
              >
                <p
                  className="mb-4 flex flex-wrap items-baseline gap-x-2 font-sans text-sm text-muted"
                  lang="en"
                >
                  {document.publisher && (
                    <span className="font-semibold text-text">{document.publisher}</span>
                  )}
                  {document.publishedAt && (
                    <time dateTime={document.publishedAt}>{dayWords(document.publishedAt)}</time>
                  )}
                  <span>{count(words, 'word')}</span>
                  {isWebAddress(document.url) && (
                    <a
                      href={document.url}
                      rel="noreferrer noopener"
                      target="_blank"
                      className="inline-flex items-baseline gap-1 underline decoration-line underline-offset-2 hover:text-text"
                    >
                      Original
                      <ExternalLink size={12} aria-hidden className="self-center" />
                    </a>
                  )}
                  <TakeOut
                    document={document}
                    className="ml-auto phone:py-2 underline decoration-line underline-offset-2 hover:text-text print:hidden"
                  />
                </p>
                <TakenOutNote document={document} caseHref={caseHref} />
                <VersionNote versions={versions} caseHref={caseHref} />
                {!hasTitle && (
                  <h1 dir="auto" className={titleLook}>
                    {document.title}
                  </h1>
                )}
                <ReportText page={page} {...shared} />
              </article>
              <p className="mx-auto mt-14 max-w-[60ch] border-t border-line pt-3 text-xs text-muted">
                The text is kept as it was added on {dayWords(document.addedAt)}. Its SHA-256 begins
                with <code className="text-[11px]">{document.sha256.slice(0, 12)}</code>.
              </p>
            </main>
            <aside
              aria-labelledby="proofs"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself
              tabIndex={0}
              data-frame=""
              className="sticky top-15 h-[calc(100dvh-60px)] overflow-y-auto border-l border-line pt-12 pb-10 pl-4 max-[1000px]:static max-[1000px]:h-auto max-[1000px]:overflow-visible max-[1000px]:border-l-0 max-[1000px]:border-t max-[1000px]:pt-8 max-[1000px]:pb-32 max-[1000px]:pl-0"
            >
              <h2 id="proofs" className="mb-2 px-3 text-sm font-semibold">
                {relations.size === 0
                  ? 'No relation rests on this report'
                  : `${count(relations.size, 'relation')} ${relations.size === 1 ? 'rests' : 'rest'} on this report`}
              </h2>
              <ProofList marks={page.marks} {...shared} />
            </aside>
          </div>
          <PlaceBar marks={page.marks} caseHref={caseHref} reading={reading} onStep={step} />
        </div>
        <SelectionBar document={document.id} claim={reading.claim} />
        <DecisionNotice />
      </CaseProvider>
    </Tooltip.Provider>
  )
}

const isWebAddress = (url?: string) => url !== undefined && /^https?:\/\//i.test(url)
