'use client'
import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useNameActions } from '../review/name-actions'
import { Button } from '../ui/button'
import { menuCard, menuItem } from '../ui/menu'

/** What can be decided of a name: rename, merge, split, remove. */
export function NameMenu({ id }: { id: string }) {
  const { rename, merge, split, remove } = useNameActions()
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button look="outline" size="small" aria-label="Rename, merge, split">
          <Ellipsis size={14} aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menuCard} align="end" sideOffset={4} collisionPadding={8}>
          {(
            [
              ['Rename or change kind …', rename],
              ['Merge with …', merge],
              ['Split …', split],
              ['Remove from the case', remove],
            ] as const
          ).map(([label, act]) => (
            <DropdownMenu.Item key={label} className={menuItem} onSelect={() => act(id)}>
              {label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
