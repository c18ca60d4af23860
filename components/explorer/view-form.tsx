'use client'
import { RadioGroup, Switch } from 'radix-ui'
import { useId } from 'react'
import { labelLimit } from '../canvas/label-limit'
import { Button } from '../ui/button'
import { useExplorer } from './explorer-context'

/** How the picture shows what the filter lets through. */
export function ViewForm() {
  const { view, change, elements } = useExplorer()
  const labelled =
    view.labels === 'on' || (view.labels === 'auto' && elements.edges.length <= labelLimit)
  return (
    <div className="space-y-3.5">
      <fieldset>
        <legend className="mb-1 text-xs font-semibold">Meetings</legend>
        <RadioGroup.Root
          aria-label="Meetings"
          value={view.projection}
          onValueChange={(projection) =>
            change({
              projection: projection as typeof view.projection,
              // relations between actors are others than those through events
              selection: [],
            })
          }
        >
          <Radio value="events" label="As events with those who took part" />
          <Radio value="actors" label="As who met whom, directly" />
        </RadioGroup.Root>
      </fieldset>
      <Toggle
        label="Words on the lines"
        on={labelled}
        set={(on) => change({ labels: on ? 'on' : 'off' })}
      />
      <Toggle
        label="Outlets and groups that only report or deny"
        on={view.attestors}
        set={(attestors) => change({ attestors })}
      />
      <Toggle label="Lay out only what is shown" on={view.tidy} set={(tidy) => change({ tidy })} />
      {view.hidden.length + view.collapsed.length + Object.keys(view.pinned).length > 0 && (
        <div className="flex flex-wrap gap-1.5 border-t border-line pt-3">
          {view.hidden.length + view.collapsed.length > 0 && (
            <Button
              look="outline"
              size="small"
              onClick={() => change({ hidden: [], collapsed: [] })}
            >
              Show what was hidden
            </Button>
          )}
          {Object.keys(view.pinned).length > 0 && (
            <Button look="outline" size="small" onClick={() => change({ pinned: {} })}>
              Unpin everything
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Radio({ value, label }: { value: string; label: string }) {
  const id = useId()
  return (
    <div className="flex min-h-7 items-center gap-2 text-sm phone:min-h-10">
      <RadioGroup.Item
        id={id}
        value={value}
        className="size-4 shrink-0 rounded-full border border-line-strong data-[state=checked]:border-[5px] data-[state=checked]:border-text"
      />
      <label htmlFor={id} className="flex-1 cursor-pointer">
        {label}
      </label>
    </div>
  )
}

type ToggleProps = { label: string; on: boolean; set(on: boolean): void }

function Toggle({ label, on, set }: ToggleProps) {
  const id = useId()
  return (
    <div className="flex min-h-7 items-center gap-3 text-sm phone:min-h-10">
      <label htmlFor={id} className="flex-1 cursor-pointer">
        {label}
      </label>
      <Switch.Root
        id={id}
        checked={on}
        onCheckedChange={set}
        className="h-4.5 w-8 shrink-0 rounded-full bg-line-strong p-0.5 transition-colors data-[state=checked]:bg-text"
      >
        <Switch.Thumb className="block size-3.5 rounded-full bg-surface transition-transform data-[state=checked]:translate-x-3.5" />
      </Switch.Root>
    </div>
  )
}
