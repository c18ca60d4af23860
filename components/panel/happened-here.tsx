'use client'
import { fold } from '@/lib/graph/fold'
import { describeClaim } from '@/lib/query/sentence'
import type { Entity } from '@/lib/schema'
import { useExplorer } from '../explorer/explorer-context'
import { Section } from './section'

/** For a place: what the sources say happened there. */
export function HappenedHere({ entity }: { entity: Entity }) {
  const { shown, select } = useExplorer()
  if (entity.kind !== 'place') return null
  const names = new Set([entity.name, ...entity.aliases].map(fold))
  const claims = shown.claims.filter((claim) =>
    claim.evidence.some((piece) => piece.where !== undefined && names.has(fold(piece.where))),
  )
  if (claims.length === 0) return null
  return (
    <Section title="Said to have happened here">
      <ul className="space-y-0.5">
        {claims.map((claim) => (
          <li key={claim.id}>
            <button
              type="button"
              onClick={() => select(claim.id)}
              className="-mx-2 block w-[calc(100%+16px)] rounded-md px-2 py-1 text-left text-sm hover:bg-hover"
            >
              {describeClaim(claim, shown)}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
