'use client'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import type { Point } from '@/lib/view/layout/layout'
import { useExplorer } from '../explorer/explorer-context'
import { canBeTraced, useActions } from '../explorer/use-actions'
import { useNameActions } from '../review/name-actions'
import { menuCard, menuItem } from '../ui/menu'

type NodeMenuProps = {
  menu?: { id?: string; at: Point }
  open(id: string): void
  /** Keeps an entity where it stands. */
  pin(id: string): void
  close(): void
}

/** The menu of an entity, a relation or the empty canvas, where it was asked for. */
export function NodeMenu({ menu, open, pin, close }: NodeMenuProps) {
  const { entity, claim } = useExplorer()
  const [shownEntity, shownClaim] = [menu?.id && entity(menu.id), menu?.id && claim(menu.id)]
  return (
    <DropdownMenu.Root
      open={menu !== undefined}
      onOpenChange={(stays) => !stays && close()}
      modal={false}
    >
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden
          className="pointer-events-none fixed size-px"
          style={{ left: menu?.at.x ?? 0, top: menu?.at.y ?? 0 }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={shownEntity ? shownEntity.name : 'Menu'}
          className={menuCard}
        >
          {shownEntity ? (
            <EntityItems id={shownEntity.id} open={open} pin={pin} />
          ) : shownClaim ? (
            <ClaimItems id={shownClaim.id} />
          ) : (
            <CanvasItems />
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

type EntityItemsProps = { id: string; open(id: string): void; pin(id: string): void }

function EntityItems({ id, open, pin }: EntityItemsProps) {
  const { view, change, entity, elements, select } = useExplorer()
  const actions = useActions()
  const names = useNameActions()
  const node = elements.nodes.find((other) => other.id === id)
  const kind = entity(id)?.kind
  const pinned = id in view.pinned
  const showDocuments = () => {
    select(id)
    // the panel slides in first
    setTimeout(() => document.getElementById('named-in')?.scrollIntoView({ block: 'start' }), 60)
  }
  return (
    <>
      <Item onSelect={() => open(id)}>
        {node?.badge ? `Expand ${node.badge} hidden` : 'Fold outlying neighbours'}
      </Item>
      <Item onSelect={() => actions.focusOn(id)}>Only its neighbours</Item>
      <Line />
      <Item onSelect={() => actions.pathFrom(id)}>Path from here</Item>
      <Item onSelect={() => actions.pathTo(id)}>Path to here</Item>
      {kind && canBeTraced(kind) && (
        <Item onSelect={() => actions.trace(id)}>How was it shaped?</Item>
      )}
      <Line />
      <Item onSelect={() => showDocuments()}>Show documents</Item>
      <Item
        onSelect={() =>
          pinned
            ? change({
                pinned: Object.fromEntries(
                  Object.entries(view.pinned).filter(([other]) => other !== id),
                ),
              })
            : pin(id)
        }
      >
        {pinned ? 'Unpin' : 'Pin'}
      </Item>
      <Item onSelect={() => actions.hide(id)}>Hide</Item>
      <Line />
      <Item onSelect={() => names.rename(id)}>Rename or change kind …</Item>
      <Item onSelect={() => names.merge(id)}>Merge with …</Item>
      <Item onSelect={() => names.split(id)}>Split …</Item>
      <Item onSelect={() => names.remove(id)}>Remove from the case</Item>
    </>
  )
}

function ClaimItems({ id }: { id: string }) {
  const { claim, select, change, view } = useExplorer()
  const found = claim(id)
  if (!found) return null
  return (
    <>
      <Item onSelect={() => select(id)}>Open the evidence</Item>
      <Item onSelect={() => change({ filter: { ...view.filter, relations: [found.relation] } })}>
        Only relations like this
      </Item>
    </>
  )
}

function CanvasItems() {
  const { view, change, undo, redo, canUndo, canRedo } = useExplorer()
  return (
    <>
      <Item onSelect={() => change({ labels: view.labels === 'off' ? 'on' : 'off' })}>
        {view.labels === 'off' ? 'Write words on the lines' : 'No words on the lines'}
      </Item>
      <Item onSelect={() => change({ tidy: !view.tidy })}>
        {view.tidy ? 'Put everything back in its place' : 'Lay out what is shown'}
      </Item>
      {view.hidden.length + view.collapsed.length > 0 && (
        <Item onSelect={() => change({ hidden: [], collapsed: [] })}>Show what was hidden</Item>
      )}
      {Object.keys(view.pinned).length > 0 && (
        <Item onSelect={() => change({ pinned: {} })}>Unpin everything</Item>
      )}
      <Line />
      <Item disabled={!canUndo} onSelect={undo}>
        Undo
      </Item>
      <Item disabled={!canRedo} onSelect={redo}>
        Redo
      </Item>
    </>
  )
}

type ItemProps = { onSelect(): void; disabled?: boolean; children: ReactNode }

const Item = ({ onSelect, disabled, children }: ItemProps) => (
  <DropdownMenu.Item className={menuItem} disabled={disabled} onSelect={onSelect}>
    {children}
  </DropdownMenu.Item>
)

const Line = () => <DropdownMenu.Separator className="my-1 h-px bg-line" />
