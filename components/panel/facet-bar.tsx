'use client'
import { clsx } from 'clsx'
import { DropdownMenu } from 'radix-ui'
import { entityKindTable, relationType, stanceTable } from '@/lib/ontology'
import type { Choice, Choices } from '@/lib/query/neighbours'
import type { EntityKind, Stance } from '@/lib/schema'
import type { ViewState } from '@/lib/view/state'
import { useExplorer } from '../explorer/explorer-context'
import { menuCard, menuItem } from '../ui/menu'

const directionWords = { any: 'Any direction', out: 'Outgoing', in: 'Incoming' } as const

/** How far, which way, and through what: with the number of neighbours each choice would leave. */
export function FacetBar({ choices }: { choices: Choices }) {
  const { view, change, stored } = useExplorer()
  const { filter } = view
  const narrow = (part: Partial<ViewState['filter']>) => change({ filter: { ...filter, ...part } })
  const title = (id: string) => stored.documents.find((document) => document.id === id)?.title ?? id
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <fieldset className="flex rounded-md border border-line p-px">
        <legend className="sr-only">Steps away</legend>
        {choices.depth.map(({ id, neighbours }) => (
          <button
            key={id}
            type="button"
            aria-pressed={String(view.depth) === id}
            onClick={() => change({ depth: Number(id) as ViewState['depth'] })}
            className={clsx(
              'flex h-6 items-baseline gap-1 rounded px-1.5 text-xs leading-6 phone:h-9 phone:leading-9',
              String(view.depth) === id ? 'bg-text font-medium text-canvas' : 'hover:bg-hover',
            )}
          >
            {id}
            <span className="sr-only">{id === '1' ? 'step' : 'steps'} away:</span>
            <span className="text-[10px] opacity-80">{neighbours}</span>
          </button>
        ))}
      </fieldset>
      <Facet
        name={directionWords[view.direction]}
        active={view.direction !== 'any'}
        choices={choices.directions}
        chosen={[view.direction]}
        words={(id) => directionWords[id as keyof typeof directionWords]}
        choose={(id) => change({ direction: id as ViewState['direction'] })}
      />
      <Facet
        name="Kind"
        active={filter.kinds !== undefined}
        choices={choices.kinds}
        chosen={filter.kinds}
        words={(id) => entityKindTable[id as EntityKind].plural}
        choose={(id) => narrow({ kinds: id ? [id as EntityKind] : undefined })}
      />
      <Facet
        name="Relation"
        active={filter.relations !== undefined}
        choices={choices.relations}
        chosen={filter.relations}
        words={(id) => relationType(id).label}
        choose={(id) => narrow({ relations: id ? [id] : undefined })}
      />
      <Facet
        name="Stance"
        active={filter.stances !== undefined}
        choices={choices.stances}
        chosen={filter.stances}
        words={(id) => stanceTable[id as Stance].label}
        choose={(id) => narrow({ stances: id ? [id as Stance] : undefined })}
      />
      <Facet
        name="Source"
        active={filter.sources !== undefined}
        choices={choices.sources}
        chosen={filter.sources}
        words={title}
        choose={(id) => narrow({ sources: id ? [id] : undefined })}
      />
    </div>
  )
}

type FacetProps = {
  name: string
  active: boolean
  choices: Choice[]
  chosen?: readonly string[]
  words(id: string): string
  choose(id: string): void
}

function Facet({ name, active, choices, chosen, words, choose }: FacetProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className={clsx(
          'h-7 rounded-md border px-2 text-xs phone:h-9',
          active ? 'border-text font-medium' : 'border-line hover:bg-hover',
        )}
      >
        {name}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={clsx(menuCard, 'max-w-80')}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          {name !== directionWords.any && active && !choices.some(({ id }) => id === 'any') && (
            <DropdownMenu.Item className={menuItem} onSelect={() => choose('')}>
              All
            </DropdownMenu.Item>
          )}
          {choices.map(({ id, neighbours }) => (
            <DropdownMenu.CheckboxItem
              key={id}
              checked={chosen?.includes(id) ?? false}
              onSelect={() => choose(id)}
              className={clsx(menuItem, 'data-[state=checked]:font-semibold')}
            >
              <span className="min-w-0 flex-1 truncate">{words(id)}</span>
              <span className="text-xs text-muted">{neighbours}</span>
            </DropdownMenu.CheckboxItem>
          ))}
          {choices.length === 0 && <p className="px-2 py-1.5 text-xs text-muted">Nothing left</p>}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
