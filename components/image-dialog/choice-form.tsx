'use client'
import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'
import type { Scope } from '@/lib/export/scope'
import type { Change, Choices } from './choices'
import { SizeField } from './size-field'

const scopeWords: Record<Scope, string> = {
  whole: 'Whole graph',
  view: 'Current view',
  selection: 'Selection',
  path: 'Path',
  trace: 'Trace',
  story: 'Whole story',
  step: 'This step',
}

type ChoiceFormProps = { choices: Choices; change: Change; open: readonly Scope[]; svg: string }

/** What the image shows, how it looks and what is written on it. */
export function ChoiceForm({ choices, change, open, svg }: ChoiceFormProps) {
  const titleId = useId()
  return (
    <div className="space-y-4">
      <Segments
        legend="Shows"
        value={choices.scope}
        options={open.map((scope) => [scope, scopeWords[scope]])}
        choose={(scope) => change({ scope })}
      />
      <Segments
        legend="Format"
        value={choices.format}
        options={[
          ['png', 'PNG'],
          ['svg', 'SVG'],
        ]}
        choose={(format) => change({ format })}
      />
      {choices.format === 'png' && (
        <SizeField size={choices.size} choose={(size) => change({ size })} svg={svg} />
      )}
      <Segments
        legend="Theme"
        value={choices.theme}
        options={[
          ['light', 'Light'],
          ['dark', 'Dark'],
        ]}
        choose={(theme) => change({ theme })}
      />
      <Segments
        legend="Background"
        value={choices.background}
        options={[
          ['canvas', 'Filled'],
          ['transparent', 'Transparent'],
        ]}
        choose={(background) => change({ background })}
      />
      <fieldset>
        <legend className="mb-1.5 text-xs font-semibold">In the image</legend>
        <div className="space-y-1.5">
          <Check label="Title" on={choices.titled} set={(titled) => change({ titled })} />
          {choices.titled && (
            <div className="pl-6">
              <label htmlFor={titleId} className="sr-only">
                Words of the title
              </label>
              <input
                id={titleId}
                value={choices.title}
                maxLength={300}
                onChange={(event) => change({ title: event.target.value })}
                className="h-8 w-full rounded-md border border-line bg-surface px-2 text-sm"
              />
            </div>
          )}
          <Check label="Words on the lines" on={choices.words} set={(words) => change({ words })} />
          <Check label="Key" on={choices.legend} set={(legend) => change({ legend })} />
          <Check label="Sources" on={choices.sources} set={(sources) => change({ sources })} />
          <Check label="Today’s date" on={choices.dated} set={(dated) => change({ dated })} />
          <Check
            label="Address of this view"
            on={choices.linked}
            set={(linked) => change({ linked })}
          />
        </div>
      </fieldset>
    </div>
  )
}

type SegmentsProps<T extends string> = {
  legend: string
  value: T
  options: readonly (readonly [value: T, label: ReactNode])[]
  choose(value: T): void
}

function Segments<T extends string>({ legend, value, options, choose }: SegmentsProps<T>) {
  const name = useId()
  return (
    <fieldset>
      <legend className="mb-1.5 text-xs font-semibold">{legend}</legend>
      <div className="inline-flex flex-wrap gap-0.5 rounded-md bg-sunken p-0.5">
        {options.map(([option, label]) => (
          <label
            key={option}
            className={clsx(
              'rounded px-2.5 py-1 text-sm has-focus-visible:outline-2 has-focus-visible:outline-focus',
              option === value ? 'bg-surface font-medium shadow-sm' : 'text-muted hover:text-text',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => choose(option)}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type CheckProps = { label: string; on: boolean; set(on: boolean): void }

function Check({ label, on, set }: CheckProps) {
  return (
    <label className="flex items-center gap-2 text-sm">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => set(event.target.checked)}
        className="size-4 accent-text"
      />
      {label}
    </label>
  )
}
