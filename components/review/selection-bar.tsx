'use client'
import { Plus, Quote, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Claim, Evidence } from '@/lib/schema'
import { useCase } from '../cases/case-context'
import { sayClaim } from '../history/say-decision'
import { Button } from '../ui/button'
import { DialogCard } from '../ui/dialog-card'
import { IconButton } from '../ui/icon-button'
import { AddRelationForm } from './add-relation-form'
import { selectedSpan, trimSpan } from './selected-span'

type Span = { start: number; end: number }
type SelectionBarProps = {
  document: string
  /** The relation that is being read. */
  claim?: string
}

/** What can be made of words selected in a report: a new relation, or the quote of the one at hand. */
export function SelectionBar({ document: id, claim: claimId }: SelectionBarProps) {
  const { decided, claim: find, decide, saving } = useCase()
  const router = useRouter()
  const [span, setSpan] = useState<Span>()
  const [adding, setAdding] = useState(false)
  const text = decided.documents.find((document) => document.id === id)?.text ?? ''

  useEffect(() => {
    const read = () => {
      const found = selectedSpan(document.querySelector('article'))
      // one that was taken out has no words to select
      setSpan(found && text ? trimSpan(text, found) : undefined)
    }
    // words may have been selected before the page was ready
    read()
    document.addEventListener('selectionchange', read)
    return () => document.removeEventListener('selectionchange', read)
  }, [text])

  // the report is laid out by the server, which knows a decision once it is kept
  const kept = useRef(true)
  useEffect(() => {
    if (!saving && !kept.current) router.refresh()
    kept.current = !saving
  }, [saving, router])

  const claim = claimId === undefined ? undefined : find(claimId)
  const piece = claim && nearest(claim, id, span)
  const [held, setHeld] = useState<Span>()
  if (!span && !adding) return null
  const quote = (one: Claim, evidence: Evidence, words: Span) => {
    const { document: report, start, end } = evidence
    decide(
      { kind: 'edit', claim: one.id, evidence: { document: report, start, end }, change: words },
      `Changed the words quoted: ${sayClaim(one, decided)}`,
    )
    window.getSelection()?.removeAllRanges()
  }
  return (
    <>
      {span && !adding && (
        <section
          aria-label="Selected words"
          className="float-card appear fixed bottom-5 left-1/2 z-30 flex w-max max-w-[calc(100vw-24px)] -translate-x-1/2 flex-wrap items-center gap-1.5 p-1.5 pl-3 phone:bottom-24"
        >
          <p className="voice-document max-w-64 truncate text-sm text-muted phone:hidden">
            “{text.slice(span.start, span.end)}”
          </p>
          <Button
            look="solid"
            // the selection would be lost with the focus
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              setHeld(span)
              setAdding(true)
            }}
          >
            <Plus size={15} aria-hidden />
            Add a relation
          </Button>
          {claim && piece && (
            <Button
              look="outline"
              title={`Of: ${sayClaim(claim, decided)}`}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => quote(claim, piece, span)}
            >
              <Quote size={14} aria-hidden />
              Make it the quote
              <span className="sr-only">of {sayClaim(claim, decided)}</span>
            </Button>
          )}
          <IconButton
            icon={X}
            label="Close"
            onClick={() => window.getSelection()?.removeAllRanges()}
          />
        </section>
      )}
      <DialogCard
        open={adding}
        onOpenChange={setAdding}
        title="Add a relation"
        className="w-[40rem]"
      >
        {held && (
          <AddRelationForm
            document={id}
            text={text}
            selected={held}
            close={() => {
              setAdding(false)
              window.getSelection()?.removeAllRanges()
            }}
          />
        )}
      </DialogCard>
    </>
  )
}

/** The piece of a relation's evidence in this report that stands nearest to the selected words. */
function nearest(claim: Claim, document: string, span: Span | undefined): Evidence | undefined {
  const distance = ({ start }: Evidence) => Math.abs(start - (span?.start ?? 0))
  return claim.evidence
    .filter((piece) => piece.document === document)
    .sort((a, b) => distance(a) - distance(b) || a.start - b.start)[0]
}
