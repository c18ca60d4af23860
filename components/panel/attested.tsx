'use client'
import { useMemo } from 'react'
import { describeClaim } from '@/lib/query/sentence'
import { listAttestations } from '@/lib/view/attestors'
import { useExplorer } from '../explorer/explorer-context'
import { Section } from './section'

/** What an outlet or a group says or denies, without being part of it. */
export function Attested({ id }: { id: string }) {
  const { shown, select } = useExplorer()
  const attested = useMemo(
    () => listAttestations(shown, shown.claims).filter(({ by }) => by === id),
    [shown, id],
  )
  if (attested.length === 0) return null
  return (
    <Section title="Says or denies">
      <ul className="space-y-0.5">
        {attested.map(({ claim, how }) => (
          <li key={`${how} ${claim.id}`}>
            <button
              type="button"
              onClick={() => select(claim.id)}
              className="-mx-2 block w-[calc(100%+16px)] rounded-md px-2 py-1 text-left text-sm hover:bg-hover"
            >
              <span className="text-muted">{how === 'denies' ? 'Denies: ' : 'Says: '}</span>
              {describeClaim(claim, shown)}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
