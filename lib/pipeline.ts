/**
 * The order of everything: documents are read, their sentences tagged and parsed, claims drawn from each, names joined
 * across all of them, and every quote checked against the raw text before a case is handed out.
 */
import { createHash } from 'node:crypto'
import { type DocumentInput, makeDocument } from './documents/document-input'
import { AppError } from './errors'
import type { Proposition } from './extract/claim-draft'
import { type Extraction, extract, type LocalClaim } from './extract/extract'
import { analyze } from './language/analyze'
import { relationType } from './ontology'
import { type Merge, type Proposal, resolveEntities } from './resolve/resolve'
import {
  type Case,
  type Claim,
  caseVersion,
  type Document,
  type Entity,
  type Evidence,
  type Mention,
} from './schema'

export type { DocumentInput } from './documents/document-input'

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

export type Ingested = { case: Case; report: IngestReport }

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

/**
 * Makes a case of reports. In: texts with what is known of them. Out: the case, and what was found and left out.
 * The same inputs and options give the same bytes (addedAt included: give it to fix it).
 * Throws AppError invalid_input when there is nothing to read.
 */
export function ingest(inputs: readonly DocumentInput[], options: IngestOptions = {}): Ingested {
  if (!inputs.length)
    throw new AppError('invalid_input', 'ingest: no documents: give at least one text')
  const title =
    options.title ??
    (inputs.length === 1
      ? inputs[0]!.title || 'Untitled'
      : `${inputs[0]!.title || 'Untitled'} and ${inputs.length - 1} more`)
  const id = `c-${hash(inputs.map((input) => hash(input.text)).join('\n')).slice(0, 12)}`
  const empty: Case = {
    version: caseVersion,
    id,
    title,
    documents: [],
    entities: [],
    mentions: [],
    claims: [],
    decisions: [],
  }
  return addDocuments(empty, inputs, options)
}

/**
 * Adds reports to a case. Entities and claims that are there keep their ids, names and review; a claim that is made
 * again gains evidence. A text that is there already is left out and reported.
 */
export function addDocuments(
  case_: Case,
  inputs: readonly DocumentInput[],
  options: IngestOptions = {},
): Ingested {
  const known = new Set(case_.documents.map((document) => document.text))
  const isNew = inputs.map(({ text }) => !known.has(text) && known.add(text))
  const count = isNew.filter(Boolean).length
  const unread = { entities: [], mentions: [], claims: [], skipped: [] }
  let done = 0
  const readings = inputs.map((input, i): Reading => {
    if (!isNew[i]) return { input, extraction: unread, sentences: 0, tokens: 0, milliseconds: 0 }
    const reading = readReport(input)
    options.onProgress?.(++done, count, input.title)
    return reading
  })
  return joinReadings(case_, readings, options)
}

/** Reads one report by itself: its sentences, tagged and parsed, and what they claim. */
export function readReport(input: DocumentInput): Reading {
  const started = performance.now()
  const sentences = analyze(input.text)
  const { entities, mentions, claims, skipped } = extract(input.text, sentences)
  return {
    input,
    extraction: { entities, mentions, claims, skipped },
    sentences: sentences.filter((s) => s.kind === 'sentence').length,
    tokens: sentences.reduce((sum, s) => sum + s.tokens.length, 0),
    milliseconds: performance.now() - started,
  }
}

/** Joins reports that were read to a case, in their order: the same readings give the same bytes. */
export function joinReadings(
  case_: Case,
  readings: readonly Reading[],
  options: IngestOptions = {},
): Ingested {
  const addedAt = options.addedAt ?? new Date().toISOString()
  const known = new Set(case_.documents.map((d) => d.id))
  const documents: Document[] = []
  const extractions: Reading['extraction'][] = []
  const report: IngestReport = { documents: [], duplicates: [], merges: [], proposals: [] }
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
    documents.push(document)
    extractions.push(extraction)
    report.documents.push({
      document: document.id,
      title: document.title,
      sentences,
      tokens,
      entities: extraction.entities.length,
      claims: 0,
      milliseconds,
      skipped: extraction.skipped.map((s) => ({ ...s, text: document.text.slice(s.start, s.end) })),
      dropped: 0,
    })
  }
  const resolution = resolveEntities(
    extractions.map((e) => e.entities),
    case_.entities,
  )
  report.merges = resolution.merges
  report.proposals = resolution.proposals
  const names = new Map(resolution.entities.map((e) => [e.id, e.name]))
  const claims = new Map(
    case_.claims.map((claim) => [claim.id, { ...claim, evidence: [...claim.evidence] }]),
  )
  const mentions: Mention[] = [...case_.mentions]
  documents.forEach((document, i) => {
    const ids = resolution.ids[i]!
    const extraction = extractions[i]!
    for (const m of extraction.mentions)
      mentions.push({
        document: document.id,
        start: m.start,
        end: m.end,
        text: m.text,
        entity: ids[m.entity]!,
      })
    let dropped = 0
    for (const local of extraction.claims) {
      const evidence = evidenceOf(document, local, ids, names)
      if (document.text.slice(evidence.start, evidence.end) !== evidence.quote || !evidence.quote)
        dropped++
      else addClaim(claims, local, ids, evidence)
    }
    const line = report.documents[i]!
    line.dropped = dropped
    line.claims = [...claims.values()].filter((c) =>
      c.evidence.some((e) => e.document === document.id),
    ).length
  })
  return {
    case: {
      ...case_,
      documents: [...case_.documents, ...documents],
      entities: sortEntities(resolution.entities, case_.entities),
      mentions: mentions.filter(
        (m, i) =>
          i < case_.mentions.length ||
          documents.find((d) => d.id === m.document)?.text.slice(m.start, m.end) === m.text,
      ),
      claims: sortClaims([...claims.values()], case_.claims),
    },
    report,
  }
}

/** The clauses of a text, typed or not: who does what to whom, with stance and sources. */
export function listPropositions(input: DocumentInput | string): Proposition[] {
  const text = typeof input === 'string' ? input : input.text
  return extract(text, analyze(text), { propositions: true }).propositions
}

function evidenceOf(
  document: Document,
  local: LocalClaim,
  ids: readonly string[],
  names: ReadonlyMap<string, string>,
): Evidence {
  const attribution = local.attribution.map((source) =>
    typeof source === 'number' ? names.get(ids[source]!)! : source,
  )
  const deniedBy = local.deniedBy.map((key) => ids[key]!)
  return {
    document: document.id,
    start: local.start,
    end: local.end,
    quote: local.quote,
    stance: local.stance,
    attribution: [...new Set(attribution)],
    ...(deniedBy.length && { deniedBy: [...new Set(deniedBy)] }),
    ...(local.when && { when: local.when }),
    ...(local.where && { where: local.where }),
    origin: 'rules',
  }
}

/** A plan and what is said to have happened are two claims; the same thing said twice is one, with both quotes. */
function addClaim(
  claims: Map<string, Claim>,
  local: LocalClaim,
  ids: readonly string[],
  evidence: Evidence,
): void {
  const from = ids[local.from]!
  const to = local.to === null ? null : ids[local.to]!
  if (from === to) return
  const ends = relationType(local.relation).symmetric ? [from, to ?? ''].sort() : [from, to ?? '']
  const planned = evidence.stance === 'planned' ? 'planned' : ''
  const key = [
    local.relation,
    ...ends,
    local.relation === 'other' ? (local.verb ?? '') : '',
    planned,
  ].join('\n')
  const id = `k-${hash(key).slice(0, 12)}`
  const claim = claims.get(id)
  if (!claim) {
    claims.set(id, {
      id,
      relation: local.relation,
      from,
      to,
      ...(local.title && { title: local.title }),
      ...(local.verb && { verb: local.verb }),
      evidence: [evidence],
      review: 'open',
    })
    return
  }
  if (!claim.title && local.title) claim.title = local.title
  const twin = claim.evidence.find(
    (e) => e.document === evidence.document && e.start < evidence.end && e.end > evidence.start,
  )
  if (!twin) claim.evidence.push(evidence)
}

function sortEntities(entities: readonly Entity[], existing: readonly Entity[]): Entity[] {
  const old = new Map(existing.map((e, i) => [e.id, i]))
  return [...entities].sort(
    (a, b) =>
      (old.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (old.get(b.id) ?? Number.MAX_SAFE_INTEGER) ||
      (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
      (a.id < b.id ? -1 : 1),
  )
}

function sortClaims(claims: readonly Claim[], existing: readonly Claim[]): Claim[] {
  const old = new Map(existing.map((c, i) => [c.id, i]))
  return [...claims].sort(
    (a, b) =>
      (old.get(a.id) ?? Number.MAX_SAFE_INTEGER) - (old.get(b.id) ?? Number.MAX_SAFE_INTEGER),
  )
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
