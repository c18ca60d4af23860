'use client'
import { clsx } from 'clsx'
import { Waypoints } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { listWords, stanceWords } from '@/lib/view/words'
import { KindGlyph } from '../ui/kind-glyph'
import { StanceLine } from '../ui/stance-line'
import type { Mark, Proof } from './lay-out-page'
import type { Reading } from './use-reading'

type ProofListProps = {
  marks: Mark[]
  caseHref: string
  reading: Reading
  pointed?: number
  onPoint: (mark?: number) => void
  onGo: (reading: Reading) => void
}

/** What the report is evidence for, in the order of its text. */
export function ProofList({ marks, reading, pointed, ...rest }: ProofListProps) {
  const list = useRef<HTMLOListElement>(null)
  const near = pointed ?? reading.mark
  const moved = useRef(false)
  useEffect(() => {
    const behavior = moved.current ? 'smooth' : 'instant'
    moved.current = true
    if (near === undefined) return
    const item = list.current?.querySelector<HTMLElement>(`#mark-${near}`)
    const frame = list.current?.closest<HTMLElement>('[data-frame]')
    if (!item || !frame || frame.scrollHeight <= frame.clientHeight) return
    const [inside, around] = [item.getBoundingClientRect(), frame.getBoundingClientRect()]
    if (inside.top >= around.top + 8 && inside.bottom <= around.bottom - 8) return
    frame.scrollBy({ top: inside.top - around.top - frame.clientHeight / 3, behavior })
  }, [near])
  return (
    <ol ref={list} className="space-y-0.5">
      {marks.map((mark, i) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: a mark is known by its place
          key={i}
          id={`mark-${i}`}
          onPointerEnter={() => rest.onPoint(i)}
          onPointerLeave={() => rest.onPoint(undefined)}
          className={clsx(
            'relative rounded-md px-3 py-2',
            reading.mark === i ? 'bg-sunken' : pointed === i && 'bg-hover',
          )}
        >
          {reading.mark === i && (
            <span className="absolute inset-y-2 left-0 w-[3px] rounded-full bg-(--mark-rule)" />
          )}
          {mark.proofs.map((proof) => (
            <ProofLine key={proof.claim} proof={proof} mark={i} {...rest} />
          ))}
        </li>
      ))}
    </ol>
  )
}

type ProofLineProps = Pick<ProofListProps, 'caseHref' | 'onGo' | 'onPoint'> & {
  proof: Proof
  mark: number
}

function ProofLine({ proof, mark, caseHref, onGo, onPoint }: ProofLineProps) {
  return (
    <div className="flex items-start gap-2 py-0.5">
      <span className="mt-[5px]">
        <KindGlyph kind={proof.kind} size={11} />
      </span>
      <div className="min-w-0 flex-1">
        <button
          type="button"
          onClick={() => onGo({ mark, claim: proof.claim })}
          onFocus={() => onPoint(mark)}
          onBlur={() => onPoint(undefined)}
          className="text-left text-sm font-medium hover:underline hover:decoration-line-strong hover:underline-offset-2"
        >
          {proof.words}
        </button>
        <ProofDetails proof={proof} />
      </div>
      <Link
        href={`${caseHref}?sel=${encodeURIComponent(proof.claim)}`}
        prefetch={false}
        aria-label={`Show in the graph: ${proof.words}`}
        title="Show in the graph"
        className="-mr-1.5 inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted hover:bg-pressed hover:text-text phone:size-11"
      >
        <Waypoints size={14} aria-hidden />
      </Link>
    </div>
  )
}

/** Who says so and how, in words. */
export function ProofDetails({ proof }: { proof: Proof }) {
  const said =
    proof.attribution.length > 0
      ? `according to ${proof.attribution.join(', according to ')}`
      : 'in the report’s own words'
  const circumstances = [proof.when && `“${proof.when}”`, proof.where].filter(Boolean).join(', ')
  return (
    <p className="text-xs text-muted">
      <span className="mr-1.5 inline-block align-middle">
        <StanceLine stance={proof.stance} width={20} />
      </span>
      {stanceWords[proof.stance]}, {said}
      {proof.deniedBy.length > 0 && (
        <span className="font-medium text-text">. Denied by {listWords(proof.deniedBy)}</span>
      )}
      {circumstances && <span className="block">{circumstances}</span>}
    </p>
  )
}
