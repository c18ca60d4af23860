'use client'
import { clsx } from 'clsx'
import { ListFilter } from 'lucide-react'
import { Popover } from 'radix-ui'
import { isFiltered } from '@/lib/view/visible'
import { focusWhole } from '../ui/dialog-card'
import { useExplorer } from './explorer-context'
import { FilterForm } from './filter-form'

export function FilterMenu() {
  const { view } = useExplorer()
  const active = Object.values(view.filter).filter(Boolean).length
  return (
    <Popover.Root>
      <Popover.Trigger
        className={clsx(
          'flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2 text-sm hover:bg-hover data-[state=open]:bg-pressed',
          isFiltered(view.filter) ? 'font-medium' : 'text-muted hover:text-text',
        )}
      >
        <ListFilter size={16} aria-hidden />
        Filter
        {active > 0 && (
          <span className="rounded-full bg-text px-1.5 text-[11px] leading-4 font-semibold text-canvas">
            {active}
          </span>
        )}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={8}
          collisionPadding={12}
          aria-label="Filter"
          onOpenAutoFocus={focusWhole}
          className="float-card appear z-40 outline-none max-h-(--radix-popover-content-available-height) w-84 overflow-y-auto p-4"
        >
          <FilterForm />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
