'use client'
import { useMemo } from 'react'
import { nodeClaims } from '@/lib/graph/build'
import { entityKindTable } from '@/lib/ontology'
import { claimTest } from '@/lib/query/filter'
import { type Claim, type Entity, entityKinds } from '@/lib/schema'
import { relationFrom } from '@/lib/view/elements'
import { isFiltered } from '@/lib/view/visible'
import { count } from '@/lib/view/words'
import { EmptyPicture } from '../canvas/empty-picture'
import { useExplorer } from '../explorer/explorer-context'
import { useIsPhone } from '../explorer/use-is-phone'
import { ClaimRow } from '../panel/claim-row'
import { panelWidth } from '../panel/panel-width'
import { KindGlyph } from '../ui/kind-glyph'
import { RejectedList } from './rejected-list'

/** The picture as a list: every entity it shows with its relations, and those that have none. */
export function ListView() {
  const { elements, shown, graph, view, panelOpen } = useExplorer()
  const phone = useIsPhone()
  const claimsOf = useMemo(() => {
    const map = new Map<string, Claim[]>()
    const add = (id: string, claim: Claim) => map.set(id, [...(map.get(id) ?? []), claim])
    for (const { id } of elements.edges) {
      if (!graph.hasEdge(id)) continue
      const { claim } = graph.getEdgeAttributes(id)
      add(claim.from, claim)
      if (claim.to && claim.to !== claim.from) add(claim.to, claim)
    }
    const passes = claimTest(view.filter, shown)
    for (const { id } of shown.entities)
      for (const claim of nodeClaims(graph, id)) if (passes(claim)) add(id, claim)
    return map
  }, [elements, graph, shown, view.filter])
  const drawn = new Set(elements.nodes.map((node) => node.id))
  const whole = view.focus.length === 0 && !isFiltered(view.filter)
  const entities = shown.entities.filter(
    (entity) => drawn.has(entity.id) || (whole && !view.hidden.includes(entity.id)),
  )
  if (entities.length === 0) return <EmptyPicture anything={graph.size > 0} />
  return (
    <div
      className="absolute inset-0 overflow-y-auto"
      style={{ paddingRight: panelOpen && !phone ? panelWidth + 24 : 0 }}
    >
      <div className="mx-auto max-w-3xl px-6 pt-6 pb-24 phone:px-4">
        {entityKinds.map((kind) => {
          const of = entities
            .filter((entity) => entity.kind === kind)
            .sort(
              (a, b) =>
                (claimsOf.get(b.id)?.length ?? 0) - (claimsOf.get(a.id)?.length ?? 0) ||
                a.name.localeCompare(b.name, 'en'),
            )
          if (of.length === 0) return null
          return (
            <section key={kind} className="mb-8" aria-labelledby={`list-${kind}`}>
              <h2
                id={`list-${kind}`}
                className="flex items-center gap-2 border-b border-line pb-1.5 text-sm font-semibold"
              >
                <KindGlyph kind={kind} size={13} />
                {entityKindTable[kind].plural}
                <span className="font-normal text-muted">{of.length}</span>
              </h2>
              <ul>
                {of.map((entity) => (
                  <EntityRow
                    key={entity.id}
                    entity={entity}
                    claims={claimsOf.get(entity.id) ?? []}
                  />
                ))}
              </ul>
            </section>
          )
        })}
        <RejectedList />
      </div>
    </div>
  )
}

function EntityRow({ entity, claims }: { entity: Entity; claims: readonly Claim[] }) {
  const { select, view } = useExplorer()
  const chosen = view.selection.includes(entity.id)
  return (
    <li className="border-b border-line py-2.5">
      <h3>
        <button
          type="button"
          aria-pressed={chosen}
          onClick={(event) => select(entity.id, event.ctrlKey || event.metaKey || event.shiftKey)}
          className="voice-document rounded text-left text-[18px] font-semibold hover:underline aria-pressed:underline"
        >
          {entity.name}
        </button>
        <span className="ml-2 text-xs font-normal text-muted">
          {claims.length === 0 ? 'no relation' : count(claims.length, 'relation')}
        </span>
      </h3>
      {claims.length > 0 && (
        <ul className="mt-0.5 ml-2">
          {claims.map((claim) => (
            <ClaimRow
              key={claim.id}
              claim={claim}
              of={entity.id}
              words={relationFrom(claim, entity.id)}
            />
          ))}
        </ul>
      )}
    </li>
  )
}
