/** The sentence of a document in which something stands, by its marks alone. */
import { once } from '../graph/once'
import type { Case, Document } from '../schema'

export type Span = { document: string; start: number; end: number }

// A stop, perhaps with a closing quotation mark, that a space or a capital follows; or a line's end.
const stop = /[.!?…]["”’')\]]*(?=\s|\p{Lu}|$)|\n/gu
/** "U.S. officials", "Nov. 18", "J. Smith": stops that end no sentence. */
const notAStop =
  /(?:\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|Prof|Inc|Corp|Co|Ltd|No|vs|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$/u

/** Ends of the sentences of a text, ascending; the last is the text's length. */
function sentenceEnds(text: string): number[] {
  const ends: number[] = []
  for (const match of text.matchAll(stop)) {
    const end = match.index + match[0].length
    if (match[0] !== '\n' && notAStop.test(text.slice(Math.max(0, end - 8), match.index + 1)))
      continue
    // An empty line is no sentence.
    if (text.slice(ends.at(-1) ?? 0, end).trim() !== '') ends.push(end)
  }
  if (ends.at(-1) !== text.length) ends.push(text.length)
  return ends
}

const endsOf = once(({ text }: Document) => sentenceEnds(text))

/** Start and end of the sentence that holds an offset. */
export function sentenceAt(document: Document, offset: number): { start: number; end: number } {
  const ends = endsOf(document)
  let [low, high] = [0, ends.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle]! > offset) high = middle
    else low = middle + 1
  }
  const start = low === 0 ? 0 : ends[low - 1]!
  return { start: skipSpace(document.text, start), end: ends[low] ?? document.text.length }
}

/** Where the sentence before the one that starts there starts; 0 at the first. */
export function sentenceBefore(document: Document, start: number): number {
  const end = document.text.slice(0, start).trimEnd().length
  return end === 0 ? 0 : sentenceAt(document, end - 1).start
}

function skipSpace(text: string, from: number): number {
  let start = from
  while (start < text.length && /\s/.test(text[start]!)) start++
  return start
}

const documentsOf = once(
  ({ documents }: Case) => new Map(documents.map((document) => [document.id, document])),
)

export const documentOf = (case_: Case, id: string): Document | undefined =>
  documentsOf(case_).get(id)

/** The text of the sentence a span begins in, up to the span's own end where that is further. */
export function sentenceAround(span: Span, case_: Case): { text: string; start: number } {
  const document = documentOf(case_, span.document)
  if (!document) return { text: '', start: span.start }
  const { start, end } = sentenceAt(document, span.start)
  return { text: document.text.slice(start, Math.max(end, span.end)), start }
}

/** Where each document would begin if all stood in one, the oldest first. */
export const documentOffsets = once((case_: Case): Map<string, number> => {
  const documents = case_.documents
    .map((document, i) => ({ document, i }))
    .sort(
      (a, b) => compare(a.document.publishedAt ?? '', b.document.publishedAt ?? '') || a.i - b.i,
    )
  const offsets = new Map<string, number>()
  let length = 0
  for (const { document } of documents) {
    offsets.set(document.id, length)
    length += document.text.length
  }
  return offsets
})

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
