import type { Found } from '@/components/add-documents/found'
import { listTakenOut } from '@/lib/decisions/take-out'
import { holdingDecisions } from '@/lib/decisions/undo'
import { claimStance } from '@/lib/graph/stance'
import { findTakenOut } from '@/lib/import/find-taken-out'
import type { Ingested, IngestReport } from '@/lib/pipeline'
import { sayClause } from '@/lib/query/clause'
import type { Case, Claim, Evidence } from '@/lib/schema'
import { splitQuote } from '@/lib/view/quote-parts'
import { withoutDocuments } from '@/lib/without-documents'

/** What the case has now and had not before, in words; `texts` are those that were to be added. */
export function describeFound(
  stored: Case,
  { case: joined, report }: Ingested,
  texts: string[],
): Found {
  const out = findTakenOut(stored, joined)
  const takenOut = listTakenOut(holdingDecisions(stored.decisions))
  const [before, after] = [stored, joined].map((case_) => withoutDocuments(case_, takenOut)) as [
    Case,
    Case,
  ]
  const documents = texts.map((text) => after.documents.find((other) => other.text === text))
  const knownDocuments = new Set(before.documents.map((document) => document.id))
  const added = new Set(documents.flatMap((document) => document?.id ?? []))
  for (const id of knownDocuments) added.delete(id)
  const replaced = new Map(
    joined.documents.flatMap(({ title, replacedBy }) =>
      replacedBy && added.has(replacedBy) ? [[replacedBy, title]] : [],
    ),
  )
  const titles = new Map(after.documents.map((document) => [document.id, document.title]))
  const isFresh = (evidence: Evidence) => added.has(evidence.document)

  const knownEntities = new Set(before.entities.map((entity) => entity.id))
  const named = new Set(
    after.mentions.filter(({ document }) => added.has(document)).map((m) => m.entity),
  )
  const describe = (claim: Claim): Found['claims'] => {
    const evidence = claim.evidence.filter(isFresh)
    if (evidence.length === 0) return []
    return [
      {
        id: claim.id,
        relation: claim.relation,
        words: capitalize(sayClause(claim, claimStance({ ...claim, evidence }), after)),
        isNew: evidence.length === claim.evidence.length,
        evidence: evidence.map((piece) => ({
          document: titles.get(piece.document) ?? '',
          quote: splitQuote(piece, after).map(({ text, entity }) => ({
            text,
            ...(entity && { kind: entity.kind }),
          })),
          stance: piece.stance,
          attribution: piece.attribution,
        })),
      },
    ]
  }
  return {
    documents: documents.map((document, i) => ({
      title: document?.title ?? out.get(texts[i]!)?.title ?? '',
      known: document === undefined || knownDocuments.has(document.id),
      takenOutBy: out.get(texts[i]!)?.decision,
      replaces: document && replaced.get(document.id),
      entities: new Set(
        after.mentions.filter((mention) => mention.document === document?.id).map((m) => m.entity),
      ).size,
      claims: after.claims.filter((claim) =>
        claim.evidence.some((evidence) => evidence.document === document?.id),
      ).length,
    })),
    entities: after.entities
      .filter((entity) => named.has(entity.id))
      .map(({ id, name, kind }) => ({ id, name, kind, isNew: !knownEntities.has(id) })),
    claims: after.claims.flatMap(describe),
    joined: report.merges.map(({ name, reason }) => ({ name, reason })),
    leftOut: listLeftOut(report),
  }
}

const examples = 4

/** "A heading" with the lines that are headings, and so on. */
function listLeftOut(report: IngestReport): Found['leftOut'] {
  const groups = new Map<string, Found['leftOut'][number]>()
  const dropped = report.documents.reduce((sum, document) => sum + document.dropped, 0)
  for (const { text, reason } of report.documents.flatMap((document) => document.skipped)) {
    const group = groups.get(reason) ?? { reason: capitalize(reason), count: 0, examples: [] }
    group.count++
    const words = text.trim()
    const example = words.length > 160 ? `${words.slice(0, 157)}…` : words
    if (group.examples.length < examples && !group.examples.includes(example)) {
      group.examples.push(example)
    }
    groups.set(reason, group)
  }
  const list = [...groups.values()]
  if (dropped > 0) {
    list.push({ reason: 'A relation whose quote is not in the text', count: dropped, examples: [] })
  }
  return list.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}

const capitalize = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
