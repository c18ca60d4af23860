'use client'
import { ChevronDown, ChevronUp, Pencil } from 'lucide-react'
import { useState } from 'react'
import { entityKindTable, relationType } from '@/lib/ontology'
import type { Claim } from '@/lib/schema'
import { relationLabel } from '@/lib/view/elements'
import { useCase } from '../cases/case-context'
import { sayClaim } from '../history/say-decision'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { ClaimEditor } from './claim-editor'
import { EvidenceCard } from './evidence-card'
import { EvidenceEditor, type Span } from './evidence-editor'
import { JudgeBar } from './judge-bar'
import { ShelfSelect } from './shelf-select'
import type { Verdict } from './use-judge'
import type { Item, Queue } from './use-queue'

type ClaimCardProps = {
  item: Item
  queue: Queue
  editing: boolean
  setEditing(editing: boolean): void
  onJudge(verdict: Verdict): void
  /** Nothing is left to judge. */
  finished: boolean
}

/** One relation with every sentence it rests on, and what one makes of it. */
export function ClaimCard(props: ClaimCardProps) {
  const { item, queue, editing, setEditing, onJudge, finished } = props
  const { row: claim } = item
  const { shown, step } = queue
  const { decided } = useCase()
  return (
    <article className="mx-auto max-w-[46rem]" aria-label="Relation">
      <div className="flex items-center justify-between gap-3">
        <div className="flex min-w-0 items-center gap-3">
          <div className="min-[1001px]:hidden">
            <ShelfSelect queue={queue} />
          </div>
          <p className="text-xs whitespace-nowrap text-muted tabular-nums" aria-live="polite">
            {finished ? 'All reviewed · ' : ''}
            {shown.findIndex((one) => one.claim === item.claim) + 1} of {shown.length}
            <span className="sr-only">: {sayClaim(claim, decided)}</span>
          </p>
        </div>
        <div className="flex items-center">
          <IconButton icon={ChevronUp} label="Previous" keys="K" onClick={() => step(-1)} />
          <IconButton icon={ChevronDown} label="Next" keys="J" onClick={() => step(1)} />
          <Button
            look={editing ? 'solid' : 'quiet'}
            aria-pressed={editing}
            onClick={() => setEditing(!editing)}
            className="ml-1"
          >
            <Pencil size={14} aria-hidden />
            <span className="phone:sr-only">Correct</span>{' '}
            <kbd className="font-sans text-[11px] opacity-60 phone:hidden">E</kbd>
          </Button>
        </div>
      </div>
      <h2 className="voice-document mt-3 text-[30px] leading-[1.22] font-semibold tracking-[-0.01em] text-balance phone:text-[24px]">
        <End id={claim.from} />{' '}
        <span className="font-normal text-muted italic">{phrase(claim)}</span>
        {claim.to && (
          <>
            {' '}
            <End id={claim.to} />
          </>
        )}
      </h2>
      {item.doubts.length > 0 && (
        <ul aria-label="Why it deserves a look" className="mt-3.5 flex flex-wrap gap-1.5">
          {item.doubts.map((doubt) => (
            <li
              key={doubt}
              className="rounded-full border border-line bg-surface px-2.5 py-0.5 text-xs text-muted"
            >
              {doubt}
            </li>
          ))}
        </ul>
      )}
      <Grounds key={claim.id} claim={claim} editing={editing} setEditing={setEditing} />
      <div className="sticky bottom-0 z-10 -mx-3 mt-10 bg-gradient-to-t from-canvas from-70% to-transparent px-3 pt-8 pb-5 phone:fixed phone:inset-x-0 phone:bottom-0 phone:mx-0 phone:border-t phone:border-line phone:bg-surface phone:bg-none phone:p-3">
        <JudgeBar claim={claim} size="large" onJudge={onJudge} />
      </div>
    </article>
  )
}

/** Quotes that are shown before one asks for all. */
const first = 12

type GroundsProps = Pick<ClaimCardProps, 'editing' | 'setEditing'> & { claim: Claim }

/** The sentences it rests on, and the fields that correct it. */
function Grounds({ claim, editing, setEditing }: GroundsProps) {
  const [selected, setSelected] = useState<{ index: number; span: Span }>()
  const [all, setAll] = useState(false)
  const shown = all ? claim.evidence : claim.evidence.slice(0, first)
  return (
    <>
      {editing && <ClaimEditor claim={claim} />}
      <ol className="mt-9 space-y-10 phone:mt-6">
        {shown.map((piece, i) => (
          <li key={`${piece.document}-${piece.start}-${piece.end}`}>
            <EvidenceCard
              evidence={piece}
              claim={claim.id}
              lead={i === 0}
              onSelect={(span) => {
                setSelected({ index: i, span })
                setEditing(true)
              }}
            >
              {editing && (
                <EvidenceEditor
                  claim={claim}
                  evidence={piece}
                  selected={selected?.index === i ? selected.span : undefined}
                  clear={() => setSelected(undefined)}
                />
              )}
            </EvidenceCard>
          </li>
        ))}
      </ol>
      {shown.length < claim.evidence.length && (
        <Button look="outline" className="mt-8" onClick={() => setAll(true)}>
          Show {claim.evidence.length - shown.length} more quotes
        </Button>
      )}
    </>
  )
}

function End({ id }: { id: string }) {
  const { entity } = useCase()
  const found = entity(id)
  if (!found) return <span>{id}</span>
  return (
    <span
      style={{ textDecorationColor: entityKindTable[found.kind].colour }}
      className="underline decoration-[3px] underline-offset-[6px] [text-decoration-skip-ink:none]"
    >
      {found.name}
    </span>
  )
}

/** The relation as it reads between the two names. */
function phrase(claim: Claim): string {
  if (claim.relation === 'holds_role' && claim.title) return `is ${claim.title} in`
  if (claim.relation === 'holds_role') return relationType('holds_role').label
  return relationLabel(claim)
}
