/** What to draw, as data: the canvas and the picture writers read the same list. */
import type { EntityKind, Stance } from '../schema'

export type ViewNode = {
  /** The entity's id. */
  id: string
  kind: EntityKind
  label: string
  /** How many neighbours are not shown. */
  badge?: number
  /** Place in a path, from 1. */
  order?: number
  /** Recedes towards the canvas. */
  faded?: boolean
  /** On the path or in the selection. */
  accent?: boolean
}

export type ViewEdge = {
  /** The claim's id. */
  id: string
  from: string
  to: string
  /** Id in the ontology. */
  relation: string
  /** Words along the line, "advised". */
  label: string
  stance: Stance
  /** Independent sources. */
  sources: number
  /** Whether the direction means something, so that an arrow is drawn. */
  directed: boolean
  accent?: boolean
  faded?: boolean
}

export type Elements = { nodes: ViewNode[]; edges: ViewEdge[] }
