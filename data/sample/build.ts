/**
 * Makes peace-plan.case.json from the two reports and annotations.json, which names words, never
 * offsets: `npx tsx data/sample/build.ts`. A quote that is not there, or is there twice, stops it.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { parseCase, serializeCase } from '../../lib/case-file'
import {
  type Case,
  caseVersion,
  claimSchema,
  type Document,
  documentSchema,
  entityKindSchema,
  evidenceSchema,
} from '../../lib/schema'

const annotationsSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  addedAt: z.string(),
  documents: z.array(
    documentSchema
      .pick({ id: true, title: true, publisher: true, publishedAt: true })
      .extend({ mentions: z.array(z.tuple([z.string(), z.string()])) }),
  ),
  /** id, kind, name, other names. */
  entities: z.array(z.tuple([z.string(), entityKindSchema, z.string()]).rest(z.string())),
  claims: z.array(
    claimSchema.omit({ id: true, review: true, evidence: true }).extend({
      evidence: z.array(
        evidenceSchema
          .omit({ start: true, end: true, origin: true })
          .extend({ stance: evidenceSchema.shape.stance.default('asserted') })
          .extend({ attribution: evidenceSchema.shape.attribution.default([]) }),
      ),
    }),
  ),
})

const here = import.meta.dirname
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

export function buildSample(): string {
  const source = annotationsSchema.parse(
    JSON.parse(readFileSync(join(here, 'annotations.json'), 'utf8')),
  )
  const documents = source.documents.map(({ mentions: _, ...named }): Document => {
    const text = readFileSync(join(here, `${named.id}.txt`), 'utf8')
    return { ...named, addedAt: source.addedAt, language: 'en', text, sha256: hash(text) }
  })
  const textOf = (id: string) => documents.find((document) => document.id === id)!.text
  const mentions = source.documents.flatMap((document) =>
    findMentions(document, textOf(document.id)),
  )
  const case_: Case = {
    version: caseVersion,
    id: source.id,
    title: source.title,
    documents,
    entities: source.entities.map(([id, kind, name, ...aliases]) => ({ id, kind, name, aliases })),
    mentions,
    claims: source.claims.map((claim) => ({
      ...claim,
      id: `c-${hash([claim.relation, claim.from, claim.to, claim.evidence[0]?.quote].join('|')).slice(0, 10)}`,
      evidence: claim.evidence.map((evidence) => ({
        ...evidence,
        ...findOnce(textOf(evidence.document), evidence.quote),
        origin: 'human',
      })),
      review: 'open',
    })),
    decisions: [],
  }
  return serializeCase(parseCase(JSON.stringify(case_)))
}

/** Mentions are listed in reading order, so each is looked for after the one before. */
function findMentions(
  document: { id: string; mentions: [words: string, entity: string][] },
  text: string,
) {
  let from = 0
  return document.mentions.map(([words, entity]) => {
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`${document.id}: no "${words}" after character ${from}`)
    from = start + words.length
    return { document: document.id, start, end: from, text: words, entity }
  })
}

function findOnce(text: string, quote: string) {
  const start = text.indexOf(quote)
  if (start < 0) throw new Error(`Not in the report: ${quote}`)
  if (text.indexOf(quote, start + 1) >= 0) throw new Error(`More than once in the report: ${quote}`)
  return { start, end: start + quote.length }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(here, 'peace-plan.case.json'), buildSample())
}
