'use client'
import { clsx } from 'clsx'
import { ArrowUpDown } from 'lucide-react'
import type { ViewState } from '@/lib/view/state'
import { useExplorer } from '../explorer/explorer-context'
import { EntityPicker } from '../ui/entity-picker'
import { IconButton } from '../ui/icon-button'
import { PathLimits } from './path-limits'

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
  const { view, change } = useExplorer()
  const { path } = view
  const set = (part: Partial<ViewState['path']>) =>
    change({ path: { ...path, chosen: 0, also: [], ...part } })
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
      <PathLimits />
    </div>
  )
}
