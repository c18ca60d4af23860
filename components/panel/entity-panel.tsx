'use client'
import { EyeOff, GitBranch, LogIn, LogOut, Waypoints } from 'lucide-react'
import { nodeClaims } from '@/lib/graph/build'
import { entityKindTable } from '@/lib/ontology'
import type { Entity } from '@/lib/schema'
import { useExplorer } from '../explorer/explorer-context'
import { canBeTraced, useActions } from '../explorer/use-actions'
import { Button } from '../ui/button'
import { KindGlyph } from '../ui/kind-glyph'
import { Attested } from './attested'
import { ClaimRow } from './claim-row'
import { HappenedHere } from './happened-here'
import { NameMenu } from './name-menu'
import { NamedIn } from './named-in'
import { Neighbourhood } from './neighbourhood'
import { Section } from './section'

export function EntityPanel({ entity }: { entity: Entity }) {
  const { graph, view } = useExplorer()
  const actions = useActions()
  const aliases = entity.aliases.filter((alias) => alias !== entity.name)
  const alone = nodeClaims(graph, entity.id)
  const drawn = graph.hasNode(entity.id)
  const focused = view.focus.length === 1 && view.focus[0] === entity.id
  return (
    <article className="pb-8">
      <header className="px-4 pt-4">
        <p className="flex items-center gap-1.5 text-xs text-muted">
          <KindGlyph kind={entity.kind} />
          {entityKindTable[entity.kind].label}
        </p>
        <h2 className="voice-document mt-1 text-[25px] leading-tight font-semibold text-balance">
          {entity.name}
        </h2>
        {aliases.length > 0 && (
          <p className="mt-1.5 text-xs text-muted">Also: {aliases.join(' · ')}</p>
        )}
        {entity.note && <p className="mt-2 text-sm">{entity.note}</p>}
        {drawn && (
          <div className="mt-3 flex flex-wrap gap-1.5">
            {canBeTraced(entity.kind) && (
              <Button look="solid" size="small" onClick={() => actions.trace(entity.id)}>
                <GitBranch size={13} aria-hidden />
                How was it shaped?
              </Button>
            )}
            <Button look="outline" size="small" onClick={() => actions.pathFrom(entity.id)}>
              <LogOut size={13} aria-hidden />
              Path from here
            </Button>
            <Button look="outline" size="small" onClick={() => actions.pathTo(entity.id)}>
              <LogIn size={13} aria-hidden />
              Path to here
            </Button>
            {!focused && graph.degree(entity.id) > 0 && (
              <Button look="outline" size="small" onClick={() => actions.focusOn(entity.id)}>
                <Waypoints size={13} aria-hidden />
                Only its neighbours
              </Button>
            )}
            <Button look="outline" size="small" onClick={() => actions.hide(entity.id)}>
              <EyeOff size={13} aria-hidden />
              Hide
            </Button>
            <NameMenu id={entity.id} />
          </div>
        )}
      </header>
      {drawn && graph.degree(entity.id) > 0 && <Neighbourhood id={entity.id} />}
      {alone.length > 0 && (
        <Section title="On its own">
          <ul>
            {alone.map((claim) => (
              <ClaimRow key={claim.id} claim={claim} of={entity.id} />
            ))}
          </ul>
        </Section>
      )}
      <Attested id={entity.id} />
      <HappenedHere entity={entity} />
      <NamedIn id={entity.id} />
    </article>
  )
}
