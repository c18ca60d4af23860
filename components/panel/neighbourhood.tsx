'use client'
import { Check, Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import { countChoices, type Neighbour, neighbours } from '@/lib/query/neighbours'
import type { Claim } from '@/lib/schema'
import { relationFrom } from '@/lib/view/elements'
import { describeNeighbours } from '@/lib/view/neighbours-csv'
import { count } from '@/lib/view/words'
import { useExplorer } from '../explorer/explorer-context'
import { Button } from '../ui/button'
import { ClaimRow } from './claim-row'
import { FacetBar } from './facet-bar'
import { Section } from './section'

/** Rows shown before "and 83 more". */
const cap = 60

/** Who and what is around an entity: the same answer as the picture's, as a list. */
export function Neighbourhood({ id }: { id: string }) {
  const { graph, view } = useExplorer()
  const { depth, direction, filter } = view
  const [all, setAll] = useState(false)
  const found = useMemo(
    () => neighbours(graph, id, { depth, direction, filter }),
    [graph, id, depth, direction, filter],
  )
  const choices = useMemo(
    () => countChoices(graph, id, { depth, direction, filter }),
    [graph, id, depth, direction, filter],
  )
  const shown = all ? found.layers : found.layers.slice(0, cap)
  const near = shown.filter((neighbour) => neighbour.distance === 1)
  const far = shown.filter((neighbour) => neighbour.distance > 1)
  return (
    <Section
      title={count(found.layers.length, 'neighbour')}
      aside={<CopyButton text={() => describeNeighbours(graph, found)} />}
    >
      <FacetBar choices={choices} />
      {found.layers.length === 0 && (
        <p className="mt-2 text-sm text-muted">None with this direction and filter.</p>
      )}
      {groupByRelation(near, id).map(({ words, claims }) => (
        <div key={words} className="mt-3">
          <h4 className="text-xs text-muted">{words}</h4>
          <ul>
            {claims.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} of={id} />
            ))}
          </ul>
        </div>
      ))}
      {far.map((neighbour) => (
        <FarNeighbour key={neighbour.id} neighbour={neighbour} />
      ))}
      {shown.length < found.layers.length && (
        <Button look="outline" size="small" className="mt-3" onClick={() => setAll(true)}>
          and {found.layers.length - shown.length} more
        </Button>
      )}
    </Section>
  )
}

function FarNeighbour({ neighbour }: { neighbour: Neighbour }) {
  const { entity, select } = useExplorer()
  return (
    <div className="mt-3">
      <h4 className="text-xs text-muted">
        {neighbour.distance} steps away:{' '}
        <button
          type="button"
          className="font-medium text-text hover:underline"
          onClick={() => select(neighbour.id)}
        >
          {entity(neighbour.id)?.name}
        </button>
      </h4>
      <ul>
        {neighbour.claims.map((claim) => (
          <ClaimRow
            key={claim.id}
            claim={claim}
            of={neighbour.id}
            words={relationFrom(claim, neighbour.id)}
          />
        ))}
      </ul>
    </div>
  )
}

/** Relations in groups that read alike, the largest first. */
function groupByRelation(near: readonly Neighbour[], id: string) {
  const groups = new Map<string, Claim[]>()
  for (const claim of near.flatMap((neighbour) => neighbour.claims)) {
    const words = relationFrom(claim, id)
    const group = groups.get(words)
    if (group) group.push(claim)
    else groups.set(words, [claim])
  }
  return [...groups]
    .map(([words, claims]) => ({ words, claims }))
    .sort((a, b) => b.claims.length - a.claims.length || (a.words < b.words ? -1 : 1))
}

function CopyButton({ text }: { text(): string }) {
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      setState('done')
    } catch {
      setState('failed')
    }
    setTimeout(() => setState('idle'), 2000)
  }
  const Icon = state === 'done' ? Check : Copy
  return (
    <Button size="small" onClick={copy} className="-mr-2 text-muted">
      <Icon size={13} aria-hidden />
      <span aria-live="polite">
        {state === 'done' ? 'Copied' : state === 'failed' ? 'Not allowed here' : 'Copy as CSV'}
      </span>
    </Button>
  )
}
