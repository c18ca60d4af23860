/** A neighbourhood as CSV: one line for each relation a neighbour was reached by. */
import { type CaseGraph, graphCase } from '../graph/build'
import { independentSources } from '../graph/sources'
import { claimStance } from '../graph/stance'
import type { Neighbours } from '../query/neighbours'
import { relationLabel } from './elements'

const head = [
  'steps',
  'neighbour',
  'kind',
  'from',
  'relation',
  'to',
  'stance',
  'sources',
  'according to',
  'quotes',
]

/** RFC 4180; a cell that a spreadsheet would run as a formula is made text. */
export function describeNeighbours(graph: CaseGraph, found: Neighbours): string {
  const name = (id: string | null) => (id ? graph.getNodeAttributes(id).entity.name : '')
  const rows = found.layers.flatMap(({ id, distance, claims }) =>
    claims.map((claim) => [
      String(distance),
      name(id),
      graph.getNodeAttributes(id).entity.kind,
      name(claim.from),
      relationLabel(claim),
      name(claim.to),
      claimStance(claim),
      String(independentSources(claim, graphCase(graph))),
      [...new Set(claim.evidence.flatMap((piece) => piece.attribution))].join('; '),
      claim.evidence.map((piece) => piece.quote).join(' | '),
    ]),
  )
  return `${[head, ...rows].map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`
}

function writeCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
