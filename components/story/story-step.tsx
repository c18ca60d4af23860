'use client'
import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { describeClaim } from '@/lib/query/sentence'
import type { ToldStep } from '@/lib/query/story'
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
  title(text: string): void
  note(text: string): void
  move(to: number): void
  remove(): void
}

/** One step of a story with its note; moved by buttons, by Alt with the arrow keys, or by dragging. */
export function StoryStepCard(props: StoryStepProps) {
  const { step, index, last, shown, show, title, note, move, remove } = props
  const { shown: case_ } = useExplorer()
  const [over, setOver] = useState(false)
  const press = (event: KeyboardEvent) => {
    // in a text the same keys move its cursor
    if (!event.altKey || event.target instanceof HTMLTextAreaElement) return
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
        const from = event.dataTransfer.getData('text/x-step')
        if (/^\d+$/.test(from)) event.currentTarget.dispatchEvent(dropped(Number(from), index))
      }}
      className={clsx(
        'rounded-md border bg-surface',
        shown ? 'border-text' : 'border-line',
        over && 'border-dashed border-line-strong',
      )}
    >
      <div className="flex items-center gap-1 p-1.5 pb-0 pl-1">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons and keys do the same */}
        <span
          draggable
          onDragStart={(event) => event.dataTransfer.setData('text/x-step', String(index))}
          className="cursor-grab text-muted phone:hidden"
        >
          <GripVertical size={14} aria-hidden />
        </span>
        <button
          type="button"
          aria-pressed={shown}
          aria-label={`Step ${index + 1}: show it in the picture`}
          onClick={show}
          className={clsx(
            'size-6 shrink-0 rounded-full border text-xs tabular-nums phone:size-10',
            shown ? 'border-text bg-text text-canvas' : 'border-line-strong hover:bg-hover',
          )}
        >
          {index + 1}
        </button>
        <span className="flex-1" />
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
        <KeptText
          label={`Title of step ${index + 1}`}
          value={step.title}
          placeholder={step.sentence}
          longest={300}
          keep={(text) => title(text.trim() === step.sentence ? '' : text.trim())}
          className="border-transparent bg-transparent -mx-1.5 w-[calc(100%+12px)] px-1.5 py-0.5 text-sm leading-snug font-medium hover:border-line focus:border-line"
        />
        {step.claims.length > 0 && (
          <details className="mt-0.5 text-xs text-muted">
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
        <KeptText
          label={`Note to step ${index + 1}`}
          value={step.note}
          placeholder="A note: what this step means"
          longest={10_000}
          keep={note}
          className="voice-document mt-1.5 w-full border-line bg-canvas px-2 py-1.5 text-[15px] leading-snug placeholder:text-muted"
        />
      </div>
    </li>
  )
}

type KeptTextProps = {
  label: string
  value: string
  placeholder: string
  longest: number
  keep(text: string): void
  className: string
}

/** A text that grows as it is written, kept when one leaves it. */
function KeptText({ label, value, placeholder, longest, keep, className }: KeptTextProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <textarea
      aria-label={label}
      value={text}
      rows={1}
      maxLength={longest}
      placeholder={placeholder}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => text !== value && keep(text)}
      className={clsx('field-sizing-content min-w-0 resize-none rounded-md border', className)}
    />
  )
}

/** A step let go over another asks the list to move it there. */
const dropped = (from: number, to: number) =>
  new CustomEvent('step-dropped', { bubbles: true, detail: { from, to } })
