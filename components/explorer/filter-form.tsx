'use client'
import { type ReactNode, useId } from 'react'
import { relationType, stanceTable } from '@/lib/ontology'
import { isFiltered } from '@/lib/view/visible'
import { stanceWords } from '@/lib/view/words'
import { TakeOut } from '../take-out/take-out'
import { Button } from '../ui/button'
import { StanceLine } from '../ui/stance-line'
import { useExplorer } from './explorer-context'
import { TimeFields } from './time-fields'
import { useChoices } from './use-choices'

/** Which claims are shown: by relation, by how they are said, by source, by time. */
export function FilterForm() {
  const { view, change, stored } = useExplorer()
  const { sources } = useChoices()
  return (
    <div className="space-y-4">
      <Group title="Relations">
        <div className="grid grid-cols-2 gap-x-3">
          <RelationChoices />
        </div>
      </Group>
      <Group title="How it is said">
        <StanceChoices />
      </Group>
      <Group title="Sources">
        {sources.rows.map(({ id, count, on }) => {
          const document = stored.documents.find((other) => other.id === id)
          return (
            <Check
              key={id}
              on={on}
              count={count}
              toggle={() => sources.toggle(id)}
              only={() => sources.only(id)}
              more={
                document && (
                  <TakeOut
                    document={document}
                    className="rounded px-1 text-xs whitespace-nowrap text-muted hover:text-text"
                  />
                )
              }
            >
              <span className="voice-document line-clamp-2 text-[14px] leading-snug">
                {[document?.publisher, document?.title].filter(Boolean).join(': ')}
              </span>
            </Check>
          )
        })}
      </Group>
      <Group title="Time">
        <TimeFields />
      </Group>
      <Button
        look="outline"
        className="w-full"
        disabled={!isFiltered(view.filter)}
        onClick={() => change({ filter: {} })}
      >
        Clear the filter
      </Button>
    </div>
  )
}

/** A box for every relation there is, with its count. */
export function RelationChoices() {
  const { relations } = useChoices()
  return (
    <>
      {relations.rows.map(({ id, count, on }) => (
        <Check
          key={id}
          on={on}
          count={count}
          toggle={() => relations.toggle(id)}
          only={() => relations.only(id)}
        >
          {relationType(id).label}
        </Check>
      ))}
    </>
  )
}

/** A box for every stance there is, with its line and count. */
export function StanceChoices() {
  const { stances } = useChoices()
  return (
    <>
      {stances.rows.map(({ id, count, on }) => (
        <Check
          key={id}
          on={on}
          count={count}
          toggle={() => stances.toggle(id)}
          only={() => stances.only(id)}
        >
          <StanceLine stance={id} width={22} /> {stanceWords[id]}
          {stanceTable[id].mark && <span className="sr-only">, marked {stanceTable[id].mark}</span>}
        </Check>
      ))}
    </>
  )
}

export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-semibold">{title}</legend>
      {children}
    </fieldset>
  )
}

type CheckProps = {
  on: boolean
  count: number
  toggle(): void
  only(): void
  /** What else can be done, beside "only". */
  more?: ReactNode
  children: ReactNode
}

function Check({ on, count, toggle, only, more, children }: CheckProps) {
  const id = useId()
  return (
    <div className="group/check flex min-h-7 items-center gap-2 text-sm phone:min-h-10">
      <input
        id={id}
        type="checkbox"
        checked={on}
        onChange={toggle}
        className="size-3.5 shrink-0 accent-(--text)"
      />
      <label htmlFor={id} className="flex min-w-0 flex-1 items-center gap-2">
        {children}
      </label>
      <button
        type="button"
        onClick={only}
        className="hidden rounded px-1 text-xs text-muted group-focus-within/check:block group-hover/check:block hover:text-text"
      >
        only
      </button>
      {more && (
        <span className="hidden group-focus-within/check:flex group-hover/check:flex">{more}</span>
      )}
      <span className="text-xs text-muted tabular-nums group-focus-within/check:hidden group-hover/check:hidden">
        {count.toLocaleString('en')}
      </span>
    </div>
  )
}
