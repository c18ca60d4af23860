'use client'
import { clsx } from 'clsx'
import { ArrowUpDown, X } from 'lucide-react'
import { useState } from 'react'
import type { ViewState } from '@/lib/view/state'
import { useExplorer } from '../explorer/explorer-context'
import { Button } from '../ui/button'
import { EntityPicker } from '../ui/entity-picker'
import { IconButton } from '../ui/icon-button'

const modes = [
  { id: 'connected', label: 'Connected', hint: 'Whichever way the relations run.' },
  {
    id: 'travelled',
    label: 'Travelled',
    hint: 'Along the way influence runs, and forward in time.',
  },
] as const

/** Two ends, the way of asking, and what to pass or avoid. */
export function PathForm() {
  const { view, change, graph } = useExplorer()
  const { path } = view
  const set = (part: Partial<ViewState['path']>) =>
    change({ path: { ...path, chosen: 0, ...part } })
  const [more, setMore] = useState(path.via.length + path.avoid.length > 0)
  const mode = modes.find(({ id }) => id === path.mode)!
  return (
    <div className="space-y-2.5">
      <div className="flex items-center gap-1.5">
        <div className="min-w-0 flex-1 space-y-1.5">
          <EntityPicker
            label="From"
            placeholder="From"
            value={path.from}
            choose={(from) => set({ from })}
          />
          <EntityPicker label="To" placeholder="To" value={path.to} choose={(to) => set({ to })} />
        </div>
        <IconButton
          icon={ArrowUpDown}
          label="Swap the ends"
          side="left"
          disabled={!path.from && !path.to}
          onClick={() => set({ from: path.to, to: path.from })}
        />
      </div>
      <fieldset className="flex rounded-md border border-line bg-canvas p-0.5">
        <legend className="sr-only">Way of asking</legend>
        {modes.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            aria-pressed={path.mode === id}
            onClick={() => set({ mode: id })}
            className={clsx(
              'h-6.5 flex-1 rounded text-xs phone:h-10',
              path.mode === id ? 'bg-text font-medium text-canvas' : 'text-muted hover:text-text',
            )}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <p className="text-xs text-muted">
        {mode.hint}
        {path.anyOrder && path.mode === 'travelled' && ' Jumping about in time is allowed.'}
      </p>
      {more ? (
        <>
          <Passing
            label="Via"
            ids={path.via}
            set={(via) => set({ via })}
            allowed={(id) => id !== path.from && id !== path.to && graph.degree(id) > 0}
          />
          <Passing
            label="Avoid"
            ids={path.avoid}
            set={(avoid) => set({ avoid })}
            allowed={(id) => id !== path.from && id !== path.to && graph.degree(id) > 0}
          />
        </>
      ) : (
        <Button size="small" className="-ml-2 text-muted" onClick={() => setMore(true)}>
          Via or avoid …
        </Button>
      )}
    </div>
  )
}

type PassingProps = {
  label: string
  ids: readonly string[]
  set(ids: string[]): void
  allowed(id: string): boolean
}

function Passing({ label, ids, set, allowed }: PassingProps) {
  const { entity } = useExplorer()
  return (
    <div className="space-y-1.5">
      {ids.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {ids.map((id) => (
            <li
              key={id}
              className="flex items-center gap-1 rounded-full border border-line bg-canvas py-0.5 pr-1 pl-2.5 text-xs"
            >
              <span className="text-muted">{label.toLowerCase()}</span> {entity(id)?.name ?? id}
              <button
                type="button"
                aria-label={`Remove ${entity(id)?.name ?? id}`}
                onClick={() => set(ids.filter((other) => other !== id))}
                className="rounded-full p-0.5 text-muted hover:bg-hover hover:text-text"
              >
                <X size={12} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex">
        <EntityPicker
          label={label}
          placeholder={label}
          choose={(id) => id && set([...ids, id])}
          among={(one) => allowed(one.id) && !ids.includes(one.id)}
        />
      </div>
    </div>
  )
}
