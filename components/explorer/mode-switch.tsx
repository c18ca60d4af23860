'use client'
import { clsx } from 'clsx'
import { GitBranch, Route, Telescope } from 'lucide-react'
import { useExplorer } from './explorer-context'
import { canBeTraced } from './use-actions'

/** The question asked of the case. */
export function ModeSwitch({ wide }: { wide?: boolean }) {
  const { view, change, entity } = useExplorer()
  const modes = [
    { id: 'explore', label: 'Explore', icon: Telescope },
    { id: 'path', label: 'Path', icon: Route },
    { id: 'trace', label: 'How was it shaped?', icon: GitBranch },
  ] as const
  const choose = (mode: (typeof modes)[number]['id']) =>
    change((held) => {
      const entities = held.selection.filter((id) => entity(id))
      const [first, second] = entities
      if (mode === 'path')
        return {
          mode,
          selection: [],
          path: {
            ...held.path,
            from: first ?? held.path.from,
            to: second ?? (first === held.path.to ? undefined : held.path.to),
            chosen: 0,
          },
        }
      if (mode === 'trace') {
        const traced = entities.find((id) => canBeTraced(entity(id)!.kind))
        return { mode, selection: [], trace: traced ?? held.trace }
      }
      return { mode }
    })
  return (
    <fieldset
      className={clsx(
        'flex shrink-0 rounded-md border border-line bg-canvas p-0.5',
        wide && 'w-full',
      )}
    >
      <legend className="sr-only">Question</legend>
      {modes.map(({ id, label, icon: Icon }) => (
        <button
          key={id}
          type="button"
          aria-pressed={view.mode === id}
          onClick={() => choose(id)}
          className={clsx(
            'flex h-6.5 items-center justify-center gap-1.5 rounded px-2 text-xs whitespace-nowrap transition-colors',
            wide && 'h-10! flex-1',
            view.mode === id ? 'bg-text font-medium text-canvas' : 'text-muted hover:text-text',
          )}
        >
          <Icon size={13} aria-hidden />
          {label}
        </button>
      ))}
    </fieldset>
  )
}
