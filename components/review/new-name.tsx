'use client'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { EntityKind } from '@/lib/schema'
import { useCase } from '../cases/case-context'
import { Button } from '../ui/button'
import { fieldLook } from './field'

type NewNameProps = {
  /** The words it may stand in. */
  text: string
  kinds: readonly { kind: EntityKind; label: string }[]
  added(id: string): void
}

/** A name the case does not know yet. */
export function NewName({ text, kinds, added }: NewNameProps) {
  const { decide } = useCase()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<EntityKind>('person')
  if (!open)
    return (
      <p className="col-span-full -mt-1">
        <Button size="small" onClick={() => setOpen(true)}>
          <UserPlus size={13} aria-hidden />A name that is not here yet
        </Button>
      </p>
    )
  const words = name.trim()
  const keep = () => {
    const id = `e-${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`
    decide({ kind: 'add', entity: { id, kind, name: words, aliases: [] } }, `Added ${words}`)
    added(id)
    setName('')
    setOpen(false)
  }
  return (
    <div className="col-span-full flex flex-wrap gap-2 rounded-md bg-sunken p-2.5">
      <input
        aria-label="New name"
        value={name}
        placeholder={text.match(/\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/u)?.[0] ?? 'Name'}
        maxLength={300}
        onChange={(event) => setName(event.target.value)}
        className={`${fieldLook} min-w-40 flex-1 placeholder:text-muted`}
      />
      <select
        aria-label="Kind of the new name"
        value={kind}
        onChange={(event) => setKind(event.target.value as EntityKind)}
        className={fieldLook}
      >
        {kinds.map((one) => (
          <option key={one.kind} value={one.kind}>
            {one.label}
          </option>
        ))}
      </select>
      <Button look="solid" disabled={words === ''} onClick={keep}>
        Add the name
      </Button>
    </div>
  )
}
