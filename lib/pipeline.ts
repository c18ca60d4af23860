/**
 * The order of everything: documents are read, their sentences tagged and parsed, claims drawn from each, names joined
 * across all of them, and every quote checked against the raw text before a case is handed out.
 */
import { createHash } from 'node:crypto'
import type { DocumentInput } from './documents/document-input'
import { AppError } from './errors'
import type { Proposition } from './extract/claim-draft'
import { extract } from './extract/extract'
import { analyze } from './language/analyze'
import { type IngestOptions, type IngestReport, openCase, type Reading } from './pipeline/open-case'
import { type Case, caseVersion } from './schema'

export type { DocumentInput } from './documents/document-input'
export type { IngestOptions, IngestReport, Reading } from './pipeline/open-case'
export { openCase } from './pipeline/open-case'
export { joinAgain, listReadable, toInput } from './pipeline/read-again'

export type Ingested = { case: Case; report: IngestReport }

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
 * again gains evidence. A text that is there already is left out and reported. For many, one after the
 * other, `openCase` does the same without reading the whole case each time.
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
  const open = openCase(case_)
  const { report } = open.add(readings, options)
  return { case: open.case(), report }
}

/** The clauses of a text, typed or not: who does what to whom, with stance and sources. */
export function listPropositions(input: DocumentInput | string): Proposition[] {
  const text = typeof input === 'string' ? input : input.text
  return extract(text, analyze(text), { propositions: true }).propositions
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
