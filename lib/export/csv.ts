/** The case as two tables, after RFC 4180: UTF-8, comma, CRLF, one header line. */
import { groupSources } from '../graph/sources'
import { claimStance } from '../graph/stance'
import type { Case } from '../schema'
import { relationLabel } from '../view/elements'

type Cell = string | number | undefined

/** One line an entity. */
export function writeEntities(case_: Case): string {
  const mentions = new Map<string, number>()
  for (const { entity } of case_.mentions) mentions.set(entity, (mentions.get(entity) ?? 0) + 1)
  const relations = new Map<string, number>()
  for (const { from, to } of case_.claims)
    for (const id of new Set([from, to])) if (id) relations.set(id, (relations.get(id) ?? 0) + 1)
  return writeTable([
    ['id', 'kind', 'name', 'aliases', 'note', 'claims', 'mentions'],
    ...case_.entities.map(({ id, kind, name, aliases, note }) => [
      id,
      kind,
      name,
      aliases.join('; '),
      note,
      relations.get(id) ?? 0,
      mentions.get(id) ?? 0,
    ]),
  ])
}

const relationHead = [
  'claim',
  'from_id',
  'from',
  'relation',
  'words',
  'to_id',
  'to',
  'stance',
  'independent_sources',
  'review',
  'quote',
  'quote_stance',
  'attribution',
  'denied_by',
  'when',
  'where',
  'document_id',
  'document',
  'publisher',
  'published_at',
  'url',
  'start',
  'end',
  'origin',
]

/** One line a quote, so that a claim with three quotes has three lines with the same id. */
export function writeRelations(case_: Case): string {
  const names = new Map(case_.entities.map((entity) => [entity.id, entity.name]))
  const documents = new Map(case_.documents.map((document) => [document.id, document]))
  const name = (id: string | null) => (id === null ? '' : (names.get(id) ?? id))
  return writeTable([
    relationHead,
    ...case_.claims.flatMap((claim) => {
      const sources = groupSources(claim, case_).length
      return claim.evidence.map((piece) => {
        const document = documents.get(piece.document)
        return [
          claim.id,
          claim.from,
          name(claim.from),
          claim.relation,
          relationLabel(claim),
          claim.to ?? '',
          name(claim.to),
          claimStance(claim),
          sources,
          claim.review,
          piece.quote,
          piece.stance,
          piece.attribution.join(' > '),
          piece.deniedBy?.map(name).join('; '),
          piece.when,
          piece.where,
          piece.document,
          document?.title,
          document?.publisher,
          document?.publishedAt,
          document?.url,
          piece.start,
          piece.end,
          piece.origin,
        ]
      })
    }),
  ])
}

const writeTable = (rows: readonly (readonly Cell[])[]): string =>
  `${rows.map((row) => row.map(writeCell).join(',')).join('\r\n')}\r\n`

/** A text that a spreadsheet would run as a formula gets an apostrophe in front. */
function writeCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = cell ?? ''
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
