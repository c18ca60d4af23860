'use client'
import { useState } from 'react'
import { entityKindTable } from '@/lib/ontology'
import { type Entity, type EntityKind, entityKinds } from '@/lib/schema'
import { useCase } from '../cases/case-context'
import { Button } from '../ui/button'
import { Field, fieldLook } from './field'
import { NameField } from './name-field'

/** Another name or kind; the old name stays as one it is also found by. */
export function RenameForm({ entity, close }: { entity: Entity; close(): void }) {
  const { decide } = useCase()
  const [name, setName] = useState(entity.name)
  const [kind, setKind] = useState<EntityKind>(entity.kind)
  const words = name.trim()
  const renamed = words !== entity.name
  const changed = kind !== entity.kind
  const keep = () => {
    const label = entityKindTable[kind].label.toLowerCase()
    decide(
      {
        kind: 'rename',
        entity: entity.id,
        ...(renamed && { name: words }),
        ...(changed && { entityKind: kind }),
      },
      renamed
        ? `Renamed ${entity.name} to ${words}${changed ? `, of kind ${label}` : ''}`
        : `${entity.name} is of kind ${label}`,
    )
    close()
  }
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (words !== '' && (renamed || changed)) keep()
      }}
    >
      <NameField label="Name" value={name} aliases={entity.aliases} onChange={setName} />
      <Field label="Kind">
        <select
          aria-label="Kind"
          value={kind}
          onChange={(event) => setKind(event.target.value as EntityKind)}
          className={`${fieldLook} w-full`}
        >
          {entityKinds.map((one) => (
            <option key={one} value={one}>
              {entityKindTable[one].label}
            </option>
          ))}
        </select>
      </Field>
      <div className="flex justify-end gap-2 pt-1">
        <Button onClick={close}>Cancel</Button>
        <Button look="solid" type="submit" disabled={words === '' || !(renamed || changed)}>
          Keep
        </Button>
      </div>
    </form>
  )
}
