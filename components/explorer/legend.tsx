'use client'
import { clsx } from 'clsx'
import { entityKindTable, stanceTable } from '@/lib/ontology'
import { KindGlyph } from '../ui/kind-glyph'
import { StanceLine } from '../ui/stance-line'
import { useExplorer } from './explorer-context'
import { useChoices } from './use-choices'

/** What shapes and lines mean; a click on a row leaves it out or brings it back. */
export function Legend() {
  const { kinds, stances } = useChoices()
  const { view, change } = useExplorer()
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">Legend: what is shown</legend>
      <ul className="space-y-px">
        {kinds.rows.map(({ id, count, on }) => (
          <LegendRow
            key={id}
            on={on}
            label={entityKindTable[id].plural}
            count={count}
            glyph={<KindGlyph kind={id} size={13} />}
            toggle={() => kinds.toggle(id)}
            only={() => kinds.only(id)}
          />
        ))}
      </ul>
      <ul className="mt-1.5 space-y-px border-t border-line pt-1.5">
        {stances.rows.map(({ id, count, on }) => (
          <LegendRow
            key={id}
            on={on}
            label={stanceTable[id].label}
            count={count}
            glyph={<StanceLine stance={id} width={24} />}
            toggle={() => stances.toggle(id)}
            only={() => stances.only(id)}
          />
        ))}
      </ul>
      {(view.filter.kinds || view.filter.stances) && (
        <button
          type="button"
          className="mt-1 w-full rounded px-1.5 py-1 text-left text-xs font-medium underline decoration-line underline-offset-2 hover:bg-hover"
          onClick={() =>
            change(({ filter }) => ({
              filter: { ...filter, kinds: undefined, stances: undefined },
            }))
          }
        >
          Show all
        </button>
      )}
    </fieldset>
  )
}

type RowProps = {
  on: boolean
  label: string
  count: number
  glyph: React.ReactNode
  toggle(): void
  only(): void
}

function LegendRow({ on, label, count, glyph, toggle, only }: RowProps) {
  return (
    <li className="group flex items-center">
      <button
        type="button"
        role="switch"
        aria-checked={on}
        onClick={toggle}
        className={clsx(
          'flex h-6 min-w-0 flex-1 items-center gap-2 rounded px-1.5 text-xs transition-colors hover:bg-hover phone:h-9',
          !on && 'text-muted line-through decoration-1',
        )}
      >
        <span
          className={clsx(
            'flex w-6 justify-center transition-opacity',
            !on && 'opacity-30 grayscale',
          )}
        >
          {glyph}
        </span>
        <span className="flex-1 truncate text-left">{label}</span>
        <span className="text-muted tabular-nums group-focus-within:hidden group-hover:hidden">
          {count.toLocaleString('en')}
        </span>
      </button>
      <button
        type="button"
        onClick={only}
        aria-label={`Only ${label}`}
        className="hidden h-6 rounded px-1.5 text-xs text-muted group-focus-within:block group-hover:block hover:bg-hover hover:text-text"
      >
        only
      </button>
    </li>
  )
}
