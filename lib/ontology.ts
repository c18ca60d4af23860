/**
 * Kinds of things and types of relations, as tables: legend, filters, sentences,
 * direction of influence and export vocabularies all read them, so a new one is one line.
 */
import type { EntityKind, Stance } from './schema'

/** Which way influence runs along a relation, seen from `from`. */
type Influence = 'forward' | 'both' | 'none'

export type RelationType = {
  id: string
  /** Reads "from LABEL to". */
  label: string
  /** Reads "to INVERSE from". */
  inverse: string
  symmetric: boolean
  influence: Influence
  /** The nearest term of PROV-O (https://www.w3.org/TR/prov-o/), where there is one. */
  prov?: string
  /** The nearest schema of FollowTheMoney, where there is one. */
  ftm?: string
}

const symmetric = (id: string, label: string, ftm?: string): RelationType => ({
  id,
  label,
  inverse: label,
  symmetric: true,
  influence: 'both',
  ...(ftm && { ftm }),
})

const directed = (
  id: string,
  label: string,
  inverse: string,
  influence: Influence,
  maps: { prov?: string; ftm?: string } = {},
): RelationType => ({ id, label, inverse, symmetric: false, influence, ...maps })

export const relationTypes: readonly RelationType[] = [
  symmetric('met', 'met', 'UnknownLink'),
  symmetric('spoke', 'spoke with', 'UnknownLink'),
  symmetric('negotiated', 'negotiated with', 'UnknownLink'),
  directed('participated', 'took part in', 'had as participant', 'forward', {
    prov: 'prov:wasAssociatedWith',
    ftm: 'EventParticipant',
  }),
  directed('advised', 'advised', 'was advised by', 'forward', { ftm: 'UnknownLink' }),
  directed('directed', 'directed', 'was directed by', 'forward', { prov: 'prov:actedOnBehalfOf' }),
  directed('pressured', 'pressured', 'was pressured by', 'forward'),
  directed('authored', 'authored', 'was authored by', 'forward', {
    prov: 'prov:wasAttributedTo',
    ftm: 'Documentation',
  }),
  directed('revised', 'revised', 'was revised by', 'forward', { prov: 'prov:wasAttributedTo' }),
  directed('signed', 'signed', 'was signed by', 'forward', { prov: 'prov:wasAttributedTo' }),
  directed('presented', 'was presented to', 'was presented with', 'forward', { prov: 'prov:used' }),
  directed('shaped', 'shaped', 'was shaped by', 'forward', { prov: 'prov:wasInfluencedBy' }),
  directed('backed', 'backed', 'was backed by', 'forward'),
  directed('rejected', 'rejected', 'was rejected by', 'forward'),
  directed('published', 'published', 'was published by', 'none', { ftm: 'Documentation' }),
  directed('described', 'described', 'was described by', 'none'),
  directed('denied', 'denied', 'was denied by', 'none'),
  directed('accused', 'accused', 'was accused by', 'none'),
  directed('acted_against', 'acted against', 'was acted against by', 'none'),
  directed('declined_comment', 'declined to comment', 'drew no comment from', 'none'),
  directed('acquired', 'acquired', 'was acquired by', 'none', { ftm: 'Ownership' }),
  directed('holds_role', 'holds a role in', 'has in a role', 'none', { ftm: 'Occupancy' }),
  directed('other', 'is linked to', 'is linked to', 'none', { ftm: 'UnknownLink' }),
]

const relationById = new Map(relationTypes.map((type) => [type.id, type]))

export const isRelation = (id: string): boolean => relationById.has(id)

/** The relation's row; an unknown id is a programming error, since parseCase rejects it at the door. */
export function relationType(id: string): RelationType {
  const type = relationById.get(id)
  if (!type) throw new Error(`relationType: no relation "${id}" in the ontology`)
  return type
}

export type EntityShape =
  | 'ellipse'
  | 'round-rectangle'
  | 'diamond'
  | 'hexagon'
  | 'rectangle'
  | 'round-hexagon'

/** Colours keep ΔE00 ≥ 15 apart under colour blindness and ≥ 3.05:1 on both canvases. */
export const entityKindTable: Record<
  EntityKind,
  {
    label: string
    plural: string
    colour: string
    shape: EntityShape
    double?: true
    prov: string
    ftm: string
  }
> = {
  person: {
    label: 'Person',
    plural: 'People',
    colour: '#905408',
    shape: 'ellipse',
    prov: 'prov:Person',
    ftm: 'Person',
  },
  organization: {
    label: 'Organization',
    plural: 'Organizations',
    colour: '#4e8efb',
    shape: 'round-rectangle',
    prov: 'prov:Organization',
    ftm: 'Organization',
  },
  government: {
    label: 'Government',
    plural: 'Governments',
    colour: '#4e8efb',
    shape: 'round-rectangle',
    double: true,
    prov: 'prov:Organization',
    ftm: 'PublicBody',
  },
  place: {
    label: 'Place',
    plural: 'Places',
    colour: '#3b855e',
    shape: 'diamond',
    prov: 'prov:Location',
    ftm: 'Address',
  },
  paper: {
    label: 'Paper',
    plural: 'Papers',
    colour: '#8347b3',
    shape: 'rectangle',
    prov: 'prov:Entity',
    ftm: 'Document',
  },
  event: {
    label: 'Event',
    plural: 'Events',
    colour: '#d1729a',
    shape: 'hexagon',
    prov: 'prov:Activity',
    ftm: 'Event',
  },
  group: {
    label: 'Group',
    plural: 'Groups',
    colour: '#9c8f20',
    shape: 'round-hexagon',
    prov: 'prov:Agent',
    ftm: 'LegalEntity',
  },
  other: {
    label: 'Other',
    plural: 'Other',
    colour: '#5f6268',
    shape: 'ellipse',
    prov: 'prov:Entity',
    ftm: 'Thing',
  },
}

/** In words, always beside the line that shows it. */
export const stanceTable: Record<
  Stance,
  { label: string; line: 'solid' | 'long-dash' | 'dotted' | 'dash'; mark?: string }
> = {
  asserted: { label: 'asserted', line: 'solid' },
  hedged: { label: 'hedged', line: 'long-dash' },
  planned: { label: 'planned', line: 'dotted' },
  contested: { label: 'contested', line: 'dash', mark: '≠' },
  denied: { label: 'denied', line: 'dash', mark: '×' },
}
