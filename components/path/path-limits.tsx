'use client'
import { SlidersHorizontal } from 'lucide-react'
import { useId } from 'react'
import { pathLimits } from '@/lib/query/path-question'
import type { ViewState } from '@/lib/view/state'
import { useExplorer } from '../explorer/explorer-context'
import { Group, RelationChoices, StanceChoices } from '../explorer/filter-form'
import { TimeFields } from '../explorer/time-fields'
import { Passing } from './passing'

const field = 'h-8 rounded-md border border-line bg-canvas px-1.5 text-sm tabular-nums phone:h-10'

/** Everything else a path question can ask for; closed while nothing of it is. */
export function PathLimits() {
  const { view, change, graph } = useExplorer()
  const { path, filter } = view
  const [hopsId, gapId] = [useId(), useId()]
  const set = (part: Partial<ViewState['path']>) =>
    change({ path: { ...path, chosen: 0, also: [], ...part } })
  const between = (id: string) => id !== path.from && id !== path.to && graph.degree(id) > 0
  const inUse = [
    ...path.via,
    ...path.avoid,
    path.maxHops,
    path.longestGap,
    filter.relations,
    filter.stances,
    filter.since,
    filter.until,
    filter.dated,
  ].filter((part) => part !== undefined).length
  return (
    <details className="group" open={path.via.length + path.avoid.length > 0 || undefined}>
      <summary className="flex min-h-7 w-fit cursor-pointer list-none items-center gap-1.5 rounded text-xs font-medium text-muted hover:text-text phone:min-h-11 [&::-webkit-details-marker]:hidden">
        <SlidersHorizontal size={13} aria-hidden />
        Via, avoid and other limits
        {inUse > 0 && (
          <span className="rounded-full bg-text px-1.5 text-[11px] text-canvas">{inUse}</span>
        )}
      </summary>
      <div className="mt-2 space-y-3.5 border-l-2 border-line pl-3">
        <div className="space-y-1.5">
          <Passing label="Via" ids={path.via} set={(via) => set({ via })} allowed={between} />
          <Passing
            label="Avoid"
            ids={path.avoid}
            set={(avoid) => set({ avoid })}
            allowed={between}
          />
        </div>
        <div className="flex items-center justify-between gap-2 text-sm">
          <label htmlFor={hopsId}>Most hops</label>
          <select
            id={hopsId}
            className={field}
            value={path.maxHops ?? ''}
            onChange={({ target }) => set({ maxHops: Number(target.value) || undefined })}
          >
            <option value="">{pathLimits.maxHops} (as usual)</option>
            {Array.from({ length: pathLimits.mostHops }, (_, i) => i + 1).map((hops) => (
              <option key={hops} value={hops}>
                {hops}
              </option>
            ))}
          </select>
        </div>
        <div className="flex items-center justify-between gap-2 text-sm">
          <label htmlFor={gapId}>Longest gap, in days</label>
          <input
            id={gapId}
            type="number"
            min={0}
            max={36500}
            placeholder="any"
            className={`${field} w-20`}
            value={path.longestGap ?? ''}
            onChange={({ target }) =>
              set({
                longestGap:
                  target.value === ''
                    ? undefined
                    : Math.min(36500, Math.max(0, Math.round(Number(target.value)))),
              })
            }
          />
        </div>
        <Group title="Earliest and latest date">
          <TimeFields />
        </Group>
        <Group title="How it is said">
          <StanceChoices />
        </Group>
        <Group title="Relations">
          <RelationChoices />
        </Group>
      </div>
    </details>
  )
}
