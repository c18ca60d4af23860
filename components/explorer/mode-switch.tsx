'use client'
import { clsx } from 'clsx'
import { BookOpen, Diff, GitBranch, Route, Telescope } from 'lucide-react'
import type { Case } from '@/lib/schema'
import type { ViewState } from '@/lib/view/state'
import { useExplorer } from './explorer-context'
import { canBeTraced } from './use-actions'

/** The question asked of the case. */
export function ModeSwitch({ wide }: { wide?: boolean }) {
  const { view, change, entity, stored } = useExplorer()
  const modes = [
    { id: 'explore', label: 'Explore', icon: Telescope, brief: false },
    { id: 'path', label: 'Path', icon: Route, brief: false },
    { id: 'trace', label: 'How was it shaped?', icon: GitBranch, brief: false },
    { id: 'compare', label: 'What changed?', icon: Diff, brief: true },
    { id: 'story', label: 'Stories', icon: BookOpen, brief: true },
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
      if (mode === 'compare')
        return { mode, selection: [], compare: firstComparison(stored, held.compare) }
      return { mode, selection: [] }
    })
  return (
    <fieldset
      className={clsx(
        'shrink-0 rounded-md border border-line bg-canvas p-0.5',
        wide ? 'grid w-full grid-cols-2' : 'flex',
      )}
    >
      <legend className="sr-only">Question</legend>
      {modes.map(({ id, label, icon: Icon, brief }) => (
        <button
          key={id}
          type="button"
          aria-pressed={view.mode === id}
          onClick={() => choose(id)}
          title={brief && !wide ? label : undefined}
          className={clsx(
            'flex h-6.5 items-center justify-center gap-1.5 rounded px-2 text-xs whitespace-nowrap transition-colors',
            wide && 'h-10!',
            view.mode === id ? 'bg-text font-medium text-canvas' : 'text-muted hover:text-text',
          )}
        >
          <Icon size={13} aria-hidden />
          <span className={clsx(brief && !wide && 'max-[1679px]:sr-only')}>{label}</span>
        </button>
      ))}
    </fieldset>
  )
}

/** Until one chooses: what the later reports brought. */
function firstComparison(case_: Case, held: ViewState['compare']): ViewState['compare'] {
  if (held.before ?? held.first[0] ?? held.second[0]) return held
  const days = case_.documents.flatMap(({ publishedAt }) => publishedAt?.slice(0, 10) ?? []).sort()
  if (days[0] !== days.at(-1)) return { ...held, by: 'time', before: days[0] }
  const ids = case_.documents.map(({ id }) => id)
  return { ...held, by: 'documents', first: ids.slice(0, 1), second: ids }
}
