'use client'
import { entityKindTable } from '@/lib/ontology'
import { useExplorer } from '../explorer/explorer-context'

/** A name that leads to its entity, underlined in its kind's colour. */
export function EntityName({ id }: { id: string }) {
  const { entity, select } = useExplorer()
  const found = entity(id)
  if (!found) return <span>{id}</span>
  return (
    <button
      type="button"
      onClick={() => select(id)}
      style={{ textDecorationColor: entityKindTable[found.kind].colour }}
      className="rounded-sm text-left underline decoration-2 underline-offset-4 hover:decoration-[3px]"
    >
      {found.name}
    </button>
  )
}
