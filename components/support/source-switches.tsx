'use client'
import { clsx } from 'clsx'
import { Switch } from 'radix-ui'
import { useId, useMemo } from 'react'
import type { Claim } from '@/lib/schema'
import { listSourceChoices, type SourceChoice } from '@/lib/view/source-choices'
import { toggle } from '@/lib/view/state'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'

/** Every source of an answer with a switch: off, one sees at once what still stands. */
export function SourceSwitches({ claims }: { claims: readonly Claim[] }) {
  const { stored, view, change } = useExplorer()
  const choices = useMemo(() => listSourceChoices(stored, claims), [stored, claims])
  const words = choices.anonymous.map(({ id }) => id)
  const named = words.every((id) => view.without.includes(id))
  return (
    <div className="space-y-3">
      <Group title="Reports" rows={choices.reports} />
      <Group title="Outlets and people they name" rows={choices.named} />
      <Group title="Sources without a name" rows={choices.anonymous} />
      {words.length > 1 && (
        <button
          type="button"
          className="text-xs font-medium underline decoration-line underline-offset-2 hover:decoration-current"
          onClick={() =>
            change(({ without }) => ({
              without: named
                ? without.filter((id) => !words.includes(id))
                : [...new Set([...without, ...words])],
            }))
          }
        >
          {named ? 'Count all of them again' : 'Leave out everyone without a name'}
        </button>
      )}
    </div>
  )
}

function Group({ title, rows }: { title: string; rows: readonly SourceChoice[] }) {
  if (rows.length === 0) return null
  return (
    <fieldset>
      <legend className="mb-1 text-xs text-muted">{title}</legend>
      <ul className="space-y-0.5">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </fieldset>
  )
}

function Row({ row }: { row: SourceChoice }) {
  const { view, change } = useExplorer()
  const id = useId()
  const on = !view.without.includes(row.id)
  return (
    <li className="flex min-h-8 items-center gap-2.5 text-sm phone:min-h-11">
      <Switch.Root
        id={id}
        checked={on}
        onCheckedChange={() => change(({ without }) => ({ without: toggle(without, row.id) }))}
        className="h-4.5 w-8 shrink-0 rounded-full bg-line-strong p-0.5 transition-colors data-[state=checked]:bg-text"
      >
        <Switch.Thumb className="block size-3.5 rounded-full bg-surface transition-transform data-[state=checked]:translate-x-3.5" />
      </Switch.Root>
      <label htmlFor={id} className={clsx('min-w-0 flex-1 cursor-pointer', !on && 'line-through')}>
        <span className="line-clamp-2">{row.label}</span>
      </label>
      <span className="shrink-0 text-right text-xs text-muted tabular-nums">
        {count(row.claims, 'relation')}
        {row.only > 0 && <span className="block">{row.only} on it alone</span>}
      </span>
    </li>
  )
}
