'use client'
import { ArrowLeftRight, Combine } from 'lucide-react'
import { useMemo, useState } from 'react'
import { listKeptApart } from '@/lib/decisions/judgements'
import { listCandidates } from '@/lib/query/merge-candidates'
import type { Entity } from '@/lib/schema'
import { useCase } from '../cases/case-context'
import { Button } from '../ui/button'
import { EntityPicker } from '../ui/entity-picker'
import { EntityFacts } from './entity-facts'

type MergeFormProps = { entity: Entity; other?: string; close(): void }

/** Two names side by side before they become one; those that look like it are proposed, with why. */
export function MergeForm({ entity, other: asked, close }: MergeFormProps) {
  const { decided, log, entity: find, decide } = useCase()
  const [other, setOther] = useState(asked)
  const [swapped, setSwapped] = useState(false)
  const proposals = useMemo(
    () =>
      listCandidates(decided, listKeptApart(log))
        .filter(({ a, b }) => a === entity.id || b === entity.id)
        .map(({ a, b, reason }) => ({ id: a === entity.id ? b : a, reason })),
    [decided, log, entity.id],
  )
  const found = other === undefined ? undefined : find(other)
  const reason = proposals.find(({ id }) => id === other)?.reason
  const [kept, joined] = swapped && found ? [found, entity] : [entity, found]
  const merge = () => {
    if (!joined) return
    decide(
      { kind: 'merge', into: kept.id, entities: [joined.id], ...(reason && { reason }) },
      `Merged ${joined.name} into ${kept.name}`,
    )
    close()
  }
  return (
    <div>
      <EntityPicker
        label="The other name"
        placeholder="The other name"
        value={other}
        choose={setOther}
        among={(one) => one.id !== entity.id}
      />
      {!found && proposals.length > 0 && (
        <ul className="mt-3 divide-y divide-line">
          {proposals.map(({ id, reason: why }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => setOther(id)}
                className="-mx-2 block w-[calc(100%+16px)] rounded-md px-2 py-2 text-left hover:bg-hover"
              >
                <span className="voice-document block text-[17px] font-semibold">
                  {find(id)?.name}
                </span>
                <span className="text-xs text-muted">{why}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found && joined && (
        <>
          {reason && <p className="mt-2.5 text-sm text-muted">{reason}.</p>}
          <div className="mt-5 grid grid-cols-2 gap-8 phone:grid-cols-1">
            {[kept, joined].map((one, i) => (
              <div key={one.id}>
                <p className="mb-2 text-xs font-medium">
                  {i === 0 ? 'Keeps its name' : 'Becomes another name of it'}
                </p>
                <EntityFacts entity={one} />
              </div>
            ))}
          </div>
          <div className="mt-6 flex flex-wrap justify-end gap-2">
            <Button look="outline" onClick={() => setSwapped(!swapped)}>
              <ArrowLeftRight size={14} aria-hidden />
              Keep the other name
            </Button>
            <Button look="solid" onClick={merge}>
              <Combine size={14} aria-hidden />
              Merge the two
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
