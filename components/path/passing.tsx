'use client'
import { X } from 'lucide-react'
import { useExplorer } from '../explorer/explorer-context'
import { EntityPicker } from '../ui/entity-picker'

type PassingProps = {
  label: string
  ids: readonly string[]
  set(ids: string[]): void
  allowed(id: string): boolean
}

/** Entities a path is to pass, or to avoid. */
export function Passing({ label, ids, set, allowed }: PassingProps) {
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
