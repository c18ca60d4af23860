'use client'
import { SlidersHorizontal } from 'lucide-react'
import { Popover } from 'radix-ui'
import { ViewForm } from './view-form'

export function ViewMenu() {
  return (
    <Popover.Root>
      <Popover.Trigger className="flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2 text-sm text-muted hover:bg-hover hover:text-text data-[state=open]:bg-pressed">
        <SlidersHorizontal size={15} aria-hidden />
        View
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={8}
          collisionPadding={12}
          aria-label="View"
          className="float-card appear z-40 w-72 p-4"
        >
          <ViewForm />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
