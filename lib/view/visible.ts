/** Which entities and claims a view shows, before anything is said of their look. */
import { type CaseGraph, graphCase } from '../graph/build'
import { type ClaimFilter, entityKind, narrower } from '../query/filter'
import { neighbours } from '../query/neighbours'
import type { Claim } from '../schema'
import { listAttestations } from './attestors'
import type { ViewState } from './state'

/** A graph larger than this opens on its best connected part, small enough to be read. */
const readable = 120
const bestConnected = 50
/** The most that is drawn when all is asked for. */
const nodeLimit = 5000

export type Visible = {
  nodes: Set<string>
  claims: Claim[]
  /** Entity → neighbours the filter allows but the view leaves out. */
  hiddenNeighbours: Map<string, number>
  /** Connected entities left out because there are too many to draw. */
  omitted: number
}

export function selectVisible(graph: CaseGraph, view: ViewState): Visible {
  const case_ = graphCase(graph)
  const { kinds, ...rest } = view.filter
  const narrow = narrower(rest, case_)
  const shows = (id: string) =>
    !kinds || view.focus.includes(id) || kinds.includes(entityKind(case_, id)!)
  const kept = new Map<string, Claim>()
  graph.forEachEdge((id, { claim }, from, to) => {
    const part = shows(from) && shows(to) ? narrow(claim) : undefined
    if (part) kept.set(id, part)
  })
  const links = linkUp(kept.values())
  const { nodes, omitted } = startingNodes(graph, view, links)
  expand(nodes, view.expanded, links)
  if (view.attestors) addAttestors(graph, nodes, kept.values())
  for (const id of pathEnds(view)) if (graph.hasNode(id)) nodes.add(id)
  for (const id of view.collapsed) collapse(nodes, id, view, links)
  for (const id of view.hidden) nodes.delete(id)
  const ordered = new Set(graph.filterNodes((id) => nodes.has(id)))
  const hiddenNeighbours = new Map<string, number>()
  for (const id of ordered) {
    let count = 0
    for (const other of links.get(id) ?? []) if (!ordered.has(other)) count++
    if (count > 0) hiddenNeighbours.set(id, count)
  }
  const claims = [...kept.values()].filter(
    (claim) => ordered.has(claim.from) && ordered.has(claim.to!),
  )
  return { nodes: ordered, claims, hiddenNeighbours, omitted }
}

/** Whether any claim is kept out by the filter's own choice. */
export const isFiltered = (filter: ClaimFilter): boolean =>
  Object.values(filter).some((part) => part !== undefined && part !== false)

type Links = Map<string, Set<string>>

function linkUp(claims: Iterable<Claim>): Links {
  const links: Links = new Map()
  const link = (a: string, b: string) => {
    const others = links.get(a)
    if (others) others.add(b)
    else links.set(a, new Set([b]))
  }
  for (const { from, to } of claims) {
    if (to === null || from === to) continue
    link(from, to)
    link(to, from)
  }
  return links
}

/** The neighbourhood in focus, else everything that has a relation. */
function startingNodes(graph: CaseGraph, view: ViewState, links: Links) {
  const focus = view.focus.filter((id) => graph.hasNode(id))
  if (focus.length > 0) {
    const { depth, direction, filter } = view
    const nodes = new Set(focus)
    for (const id of focus)
      for (const layer of neighbours(graph, id, { depth, direction, filter, limit: nodeLimit })
        .layers)
        nodes.add(layer.id)
    return { nodes, omitted: 0 }
  }
  const connected = [...links.keys()]
  if (connected.length <= (view.whole ? nodeLimit : readable))
    return { nodes: new Set(connected), omitted: 0 }
  const best = connected
    .sort((a, b) => links.get(b)!.size - links.get(a)!.size || (a < b ? -1 : 1))
    .slice(0, view.whole ? nodeLimit : bestConnected)
  return { nodes: new Set(best), omitted: connected.length - best.length }
}

function expand(nodes: Set<string>, expanded: readonly string[], links: Links): void {
  for (const id of expanded)
    if (nodes.has(id)) for (const other of links.get(id) ?? []) nodes.add(other)
}

/** Folds away the neighbours that hang on nothing else that is shown. */
function collapse(nodes: Set<string>, id: string, view: ViewState, links: Links): void {
  for (const other of links.get(id) ?? []) {
    if (view.focus.includes(other) || view.collapsed.includes(other)) continue
    const held = [...(links.get(other) ?? [])].some((third) => third !== id && nodes.has(third))
    if (!held) nodes.delete(other)
  }
}

function addAttestors(graph: CaseGraph, nodes: Set<string>, claims: Iterable<Claim>): void {
  const shown = [...claims].filter((claim) => nodes.has(claim.from) && nodes.has(claim.to!))
  for (const { by } of listAttestations(graphCase(graph), shown))
    if (graph.hasNode(by)) nodes.add(by)
}

const pathEnds = (view: ViewState): string[] =>
  view.mode === 'path'
    ? [view.path.from, view.path.to].filter((id): id is string => id !== undefined)
    : []
