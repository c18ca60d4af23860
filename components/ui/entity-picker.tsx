'use client'
import { Command } from 'cmdk'
import { ChevronDown, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useMemo, useState } from 'react'
import { once } from '@/lib/graph/once'
import { searchEntities } from '@/lib/query/search'
import type { Case, Entity } from '@/lib/schema'
import { useCase } from '../cases/case-context'
import { useShown } from '../explorer/explorer-context'
import { KindGlyph } from './kind-glyph'

/** How many relations each entity of a case has with others. */
const countRelations = once((case_: Case) => {
  const counts = new Map<string, number>()
  for (const { from, to } of case_.claims) {
    if (to === null) continue
    for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
})

type EntityPickerProps = {
  label: string
  placeholder: string
  value?: string
  choose(id: string | undefined): void
  /** There is always one: it can be changed, not cleared. */
  required?: boolean
  /** Which entities can be chosen; all that are drawn when left out. */
  among?(entity: Entity): boolean
}

/** A field that finds an entity by name while one types. */
export function EntityPicker(props: EntityPickerProps) {
  const { label, placeholder, value, choose, required, among } = props
  const shown = useShown()
  const { entity } = useCase()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const chosen = value === undefined ? undefined : entity(value)
  const rows = useMemo(() => {
    const degree = (id: string) => countRelations(shown).get(id) ?? 0
    const fits = (one: Entity) => (among ? among(one) : degree(one.id) > 0)
    const found =
      text.trim() === ''
        ? [...shown.entities].sort(
            (a, b) => degree(b.id) - degree(a.id) || (a.name < b.name ? -1 : 1),
          )
        : searchEntities(shown, text, 40).map((one) => one.entity)
    return found.filter(fits).slice(0, 30)
  }, [shown, text, among])
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next)
        if (!next) setText('')
      }}
    >
      <div className="relative min-w-0 flex-1">
        <Popover.Trigger
          aria-label={`${label}: ${chosen?.name ?? placeholder}`}
          className="flex h-9 w-full min-w-0 items-center gap-2 rounded-md border border-line bg-canvas pr-8 pl-2.5 text-left text-sm hover:border-line-strong phone:h-11"
        >
          {chosen ? (
            <>
              <KindGlyph kind={chosen.kind} />
              <span className="truncate font-medium">{chosen.name}</span>
            </>
          ) : (
            <span className="text-muted">{placeholder}</span>
          )}
        </Popover.Trigger>
        {chosen && !required ? (
          <button
            type="button"
            aria-label={`Clear ${label}`}
            onClick={() => choose(undefined)}
            className="absolute inset-y-0 right-1 my-auto flex size-7 items-center justify-center rounded text-muted hover:bg-hover hover:text-text"
          >
            <X size={14} aria-hidden />
          </button>
        ) : (
          <ChevronDown
            size={14}
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-muted"
          />
        )}
      </div>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className="float-card z-50 w-(--radix-popover-trigger-width) min-w-64 overflow-hidden"
        >
          <Command shouldFilter={false} label={label} loop>
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder="Type a name"
              className="h-10 w-full border-b border-line bg-transparent px-3 text-sm outline-none placeholder:text-muted"
            />
            <Command.List label="Found" className="max-h-64 overflow-y-auto p-1">
              <Command.Empty className="px-3 py-4 text-sm text-muted">No such name.</Command.Empty>
              {rows.map((one) => (
                <Command.Item
                  key={one.id}
                  value={one.id}
                  onSelect={() => {
                    choose(one.id)
                    setOpen(false)
                    setText('')
                  }}
                  className="flex min-h-8 items-center gap-2 rounded px-2 py-1 text-sm data-[selected=true]:bg-hover"
                >
                  <KindGlyph kind={one.kind} />
                  {one.name}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
