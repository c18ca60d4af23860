/** A case that reports are joined to step by step: names across all of them, and every quote checked against the raw text. */
import { type DocumentInput, makeDocument } from '../documents/document-input'
import type { Extraction } from '../extract/extract'
import { type Merge, openResolver, type Proposal } from '../resolve/resolve'
import type { Case, Claim, Document, Entity, Mention } from '../schema'
import { copyClaim, evidenceOf, openClaims } from './merge-claims'

export type IngestOptions = {
  /** Day the reports are read against when they carry none, as `2025-11-27`. */
  date?: string
  /** ISO 8601; the same value gives the same bytes. Now, when left out. */
  addedAt?: string
  title?: string
  /** Called after each document. */
  onProgress?: (done: number, of: number, title: string) => void
}

type DocumentReport = {
  document: string
  title: string
  sentences: number
  tokens: number
  entities: number
  claims: number
  milliseconds: number
  /** Lines and words nothing was drawn from, with the reason. */
  skipped: { start: number; end: number; text: string; reason: string }[]
  /** Claims whose quote was not found in the text: dropped. */
  dropped: number
}

export type IngestReport = {
  documents: DocumentReport[]
  /** The same text was there already. */
  duplicates: string[]
  merges: Merge[]
  proposals: Proposal[]
}

/**
 * What one report says, before its names meet those of others. Plain data: it can be kept as JSON
 * and joined later, elsewhere.
 */
export type Reading = {
  input: DocumentInput
  extraction: Pick<Extraction, 'entities' | 'mentions' | 'claims' | 'skipped'>
  sentences: number
  tokens: number
  milliseconds: number
}

/** What one step brought: the new, and what it changed of the old. */
type Added = {
  documents: Document[]
  entities: Entity[]
  mentions: Mention[]
  claims: Claim[]
  report: IngestReport
}

export type OpenCase = {
  /** Adds reports that were read, in their order; one costs about the same however many came before it. */
  add(readings: readonly Reading[], options?: IngestOptions): Added
  /** The whole case so far. */
  case(): Case
}

/** Opens a case to add reports step by step: the same bytes as `addDocuments` after each step. `case_` itself stays as it is. */
export function openCase(case_: Case): OpenCase {
  const documents = [...case_.documents]
  const known = new Set(documents.map((d) => d.id))
  const mentions: Mention[] = [...case_.mentions]
  const claims = openClaims(case_.claims)
  const resolver = openResolver(case_.entities)
  for (const claim of claims.list()) learnTitle(claim)
  function learnTitle({ relation, from, title }: Claim) {
    // a lone surname is joined only under a title that agrees
    if (relation === 'holds_role' && title) resolver.learnTitle(from, title)
  }
  /** Entities in the case's order: what a step brought is sorted, and stays. */
  const order = case_.entities.map((e) => e.id)
  const ordered = new Set(order)

  const add = (readings: readonly Reading[], options: IngestOptions = {}): Added => {
    const addedAt = options.addedAt ?? new Date().toISOString()
    const report: IngestReport = { documents: [], duplicates: [], merges: [], proposals: [] }
    const fresh: Document[] = []
    const extractions: Reading['extraction'][] = []
    for (const reading of readings) {
      const { input, extraction, sentences, tokens, milliseconds } = reading
      const document = makeDocument(
        { ...input, ...(!input.publishedAt && options.date && { publishedAt: options.date }) },
        addedAt,
      )
      if (known.has(document.id)) {
        report.duplicates.push(document.title)
        continue
      }
      known.add(document.id)
      fresh.push(document)
      extractions.push(extraction)
      report.documents.push({
        document: document.id,
        title: document.title,
        sentences,
        tokens,
        entities: extraction.entities.length,
        claims: 0,
        milliseconds,
        skipped: extraction.skipped.map((s) => ({
          ...s,
          text: document.text.slice(s.start, s.end),
        })),
        dropped: 0,
      })
    }
    const resolution = resolver.join(extractions.map((e) => e.entities))
    report.merges = resolution.merges
    report.proposals = resolution.proposals
    const names = new Map(resolution.entities.map((e) => [e.id, e.name]))
    const found: Mention[] = []
    const touched = new Set<Claim>()
    fresh.forEach((document, i) => {
      const ids = resolution.ids[i]!
      for (const { start, end, text, entity } of extractions[i]!.mentions) {
        if (document.text.slice(start, end) === text)
          found.push({ document: document.id, start, end, text, entity: ids[entity]! })
      }
      const own = new Set<Claim>()
      let dropped = 0
      for (const local of extractions[i]!.claims) {
        const evidence = evidenceOf(document, local, ids, names)
        if (document.text.slice(evidence.start, evidence.end) !== evidence.quote || !evidence.quote)
          dropped++
        else {
          const claim = claims.add(local, ids, evidence)
          if (claim) own.add(claim)
        }
      }
      Object.assign(report.documents[i]!, { dropped, claims: own.size })
      for (const claim of own) {
        touched.add(claim)
        learnTitle(claim)
      }
    })
    documents.push(...fresh)
    for (const mention of found) mentions.push(mention)
    const arrived = resolution.entities.filter((e) => !ordered.has(e.id)).sort(byKindAndName)
    for (const { id } of arrived) {
      ordered.add(id)
      order.push(id)
    }
    return {
      documents: fresh,
      entities: resolution.entities,
      mentions: found,
      claims: [...touched].map(copyClaim),
      report,
    }
  }
  return {
    add,
    case: () => {
      const entities = new Map(resolver.list().map((e) => [e.id, e]))
      return {
        ...case_,
        documents: [...documents],
        entities: order.map((id) => entities.get(id)!),
        mentions: [...mentions],
        claims: claims.list(),
      }
    },
  }
}

const byKindAndName = (a: Entity, b: Entity): number =>
  (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
  (a.id < b.id ? -1 : 1)
