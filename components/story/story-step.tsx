'use client'
import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { describeClaim } from '@/lib/query/sentence'
import type { ToldStep } from '@/lib/query/story'
import { nameStep } from '@/lib/view/story-elements'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { IconButton } from '../ui/icon-button'

type StoryStepProps = {
  step: ToldStep
  index: number
  last: boolean
  /** Drawn in the picture now. */
  shown: boolean
  show(): void
  note(text: string): void
  move(to: number): void
  remove(): void
}

/** One step of a story with its note; moved by buttons, by Alt with the arrow keys, or by dragging. */
export function StoryStepCard(props: StoryStepProps) {
  const { step, index, last, shown, show, note, move, remove } = props
  const { graph, shown: case_ } = useExplorer()
  const [text, setText] = useState(step.note)
  const [over, setOver] = useState(false)
  const noteId = useId()
  useEffect(() => setText(step.note), [step.note])
  const name = nameStep(step, graph)
  const press = (event: KeyboardEvent) => {
    if (!event.altKey) return
    const to = event.key === 'ArrowUp' ? index - 1 : event.key === 'ArrowDown' ? index + 1 : -1
    if (to < 0 || (last && to > index)) return
    event.preventDefault()
    move(to)
  }
  return (
    <li
      onKeyDown={press}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const from = Number(event.dataTransfer.getData('text/x-step'))
        if (Number.isInteger(from)) event.currentTarget.dispatchEvent(dropped(from, index))
      }}
      className={clsx(
        'rounded-md border bg-surface',
        shown ? 'border-text' : 'border-line',
        over && 'border-dashed border-line-strong',
      )}
    >
      <div className="flex items-start gap-1 p-1.5 pl-1">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons and keys do the same */}
        <span
          draggable
          onDragStart={(event) => event.dataTransfer.setData('text/x-step', String(index))}
          className="mt-1.5 cursor-grab text-muted phone:hidden"
        >
          <GripVertical size={14} aria-hidden />
        </span>
        <button
          type="button"
          aria-pressed={shown}
          onClick={show}
          className="min-w-0 flex-1 rounded px-1 py-1 text-left text-sm hover:bg-hover"
        >
          <span className="mr-1.5 text-muted tabular-nums">{index + 1}</span>
          <span className="font-medium">{name}</span>
        </button>
        <IconButton
          icon={ArrowUp}
          label={`Move step ${index + 1} up`}
          side="top"
          className="size-7 phone:size-10"
          disabled={index === 0}
          onClick={() => move(index - 1)}
        />
        <IconButton
          icon={ArrowDown}
          label={`Move step ${index + 1} down`}
          side="top"
          className="size-7 phone:size-10"
          disabled={last}
          onClick={() => move(index + 1)}
        />
        <IconButton
          icon={Trash2}
          label={`Remove step ${index + 1}`}
          side="left"
          className="size-7 phone:size-10"
          onClick={remove}
        />
      </div>
      <div className="px-2.5 pb-2.5">
        {step.claims.length > 0 && (
          <details className="text-xs text-muted">
            <summary className="cursor-pointer list-none underline decoration-line underline-offset-2 [&::-webkit-details-marker]:hidden">
              {count(step.claims.length, 'relation')}
            </summary>
            <ul className="mt-1 list-disc space-y-1 pl-4">
              {step.claims.map((claim) => (
                <li key={claim.id}>{describeClaim(claim, case_)}</li>
              ))}
            </ul>
          </details>
        )}
        {step.missing > 0 && (
          <p className="text-xs font-medium">
            {step.missing} of what it told of is no longer in the case.
          </p>
        )}
        <label htmlFor={noteId} className="sr-only">
          Note to step {index + 1}
        </label>
        <textarea
          id={noteId}
          value={text}
          rows={2}
          maxLength={10_000}
          placeholder="A note: what this step means"
          onChange={({ target }) => setText(target.value)}
          onBlur={() => text !== step.note && note(text)}
          className="voice-document mt-1.5 field-sizing-content w-full resize-y rounded-md border border-line bg-canvas px-2 py-1.5 text-[15px] leading-snug placeholder:text-muted"
        />
      </div>
    </li>
  )
}

/** A step let go over another asks the list to move it there. */
const dropped = (from: number, to: number) =>
  new CustomEvent('step-dropped', { bubbles: true, detail: { from, to } })
