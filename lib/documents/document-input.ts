import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Document } from '../schema'

/** A report as a reader of files and links gives it, before it has an id. */
export const documentInputSchema = z.strictObject({
  title: z.string(),
  text: z.string().min(1),
  publisher: z.string().optional(),
  url: z.string().optional(),
  /** ISO 8601, as exact as the source has it: `2025-11-27` or with a time. */
  publishedAt: z.string().optional(),
  /** BCP 47, as `en`. */
  language: z.string(),
})
export type DocumentInput = z.infer<typeof documentInputSchema>

/**
 * Gives a report its hash and an id taken from it, so the same text is the same document.
 * @param addedAt ISO 8601
 */
export function makeDocument(input: DocumentInput, addedAt: string): Document {
  const sha256 = createHash('sha256').update(input.text).digest('hex')
  return { ...input, id: documentId({ sha256 }), addedAt, sha256 }
}

export const documentId = ({ sha256 }: { sha256: string }): string => `d-${sha256.slice(0, 12)}`
