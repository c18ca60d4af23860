/** Which claims the words of order in the documents put before which. */
import type { Case, Claim, Document, Evidence } from '../schema'
import { namedDeeds } from './named-deeds'
import { listOrderWords, type OrderWords } from './order-words'
import { sentenceAt, sentenceBefore } from './sentence-around'

/** One claim's matter lies before another's. */
export type TimeRelation = {
  /** Ids of claims. */
  before: string
  after: string
  /**
   * `text`: words name both ("following the document's presentation"); `when`: the words kept for
   * its time do ("shortly after the meeting"); `sequence`: a word points back ("subsequent talks").
   */
  kind: 'text' | 'when' | 'sequence'
  /** Days between them where the words say so ("two days later"). */
  days?: { least: number; most: number }
  /** The words of order in their sentence. */
  evidence: { document: string; start: number; end: number; quote: string }
}

/** A claim where a document tells it. */
type Told = { claim: Claim; piece: Evidence }

const mostPairs = 12
// How many sentences back "subsequent talks" may point.
const sentencesBack = 3

/** Every relation once for each place that states it, in the order of the documents and texts. */
export function readRelations(case_: Case): TimeRelation[] {
  const words = new Map<string, OrderWords[]>()
  for (const document of case_.documents) {
    const found = listOrderWords(document.text, (offset) => sentenceAt(document, offset))
    if (found.length > 0) words.set(document.id, found)
  }
  const told = collectTold(case_, words)
  const named = namedDeeds(case_)
  return [
    ...case_.documents.flatMap((document) =>
      (words.get(document.id) ?? []).flatMap((one) =>
        relate(one, document, told.get(document.id) ?? [], named),
      ),
    ),
    ...fromWhen(case_, named),
  ]
}

/** What the documents with words of order tell, by place. */
function collectTold(case_: Case, wanted: ReadonlyMap<string, unknown>): Map<string, Told[]> {
  const told = new Map<string, Told[]>()
  for (const claim of case_.claims) {
    if (claim.review === 'rejected' || isState(claim)) continue
    for (const piece of claim.evidence) {
      if (piece.stance === 'denied' || !wanted.has(piece.document)) continue
      const known = told.get(piece.document)
      if (known) known.push({ claim, piece })
      else told.set(piece.document, [{ claim, piece }])
    }
  }
  for (const list of told.values()) list.sort((a, b) => a.piece.start - b.piece.start)
  return told
}

/** Who holds an office holds it before and after whatever is told. */
const isState = ({ relation }: Claim) => relation === 'holds_role'

type Named = ReturnType<typeof namedDeeds>

function relate(words: OrderWords, document: Document, told: Told[], named: Named): TimeRelation[] {
  const sentence = sentenceAt(document, words.start)
  const here = told.filter(({ piece }) => piece.start < sentence.end && piece.end > sentence.start)
  const { other } = words
  const evidence = (end: number) => ({
    document: document.id,
    start: words.start,
    end,
    quote: document.text.slice(words.start, end),
  })
  if (other) {
    const isOther = ({ piece }: Told) =>
      piece.start >= words.start &&
      piece.start < other.end &&
      (piece.start >= other.start || piece.end <= other.end)
    const main = belongsTo(
      words,
      here.filter((one) => !isOther(one)),
    )
    if (main.length === 0) return []
    const inside = here.filter(isOther).map(({ claim }) => claim)
    const others = inside.length > 0 ? inside : named.inDocument(document, other)
    const end = trimmedEnd(document.text, other)
    return pair(words, main, others, 'text', evidence(end))
  }
  const main = belongsTo(words, here)
  const others = pointedAt(words, document, main, told)
  return pair(words, main, others, 'sequence', evidence(words.end))
}

const trimmedEnd = (text: string, { start, end }: { start: number; end: number }) =>
  start +
  text
    .slice(start, end)
    .trimEnd()
    .replace(/[.!?]$/, '').length

/** The claims whose words the words of order stand in, else those next to them. */
function belongsTo(words: OrderWords, here: readonly Told[]): Claim[] {
  const from = words.opens && words.other ? words.other.end : words.start
  const distance = ({ piece }: Told) => {
    if (piece.start <= words.start && piece.end >= words.end) return 0
    if (piece.start >= from) return 1 + piece.start - from
    // A clause's time stands behind it more often than before it.
    return piece.end <= words.start ? (words.opens ? 1000 : 1) + words.start - piece.end : 2
  }
  const nearest = Math.min(...here.map(distance))
  const near = here.filter((one) => distance(one) === nearest)
  // Of clauses one within another, the innermost.
  const start = Math.max(...near.map(({ piece }) => piece.start))
  return [...new Set(near.filter(({ piece }) => piece.start === start).map(({ claim }) => claim))]
}

/** What was told before: in the same sentence, else of the same things in those before it. */
function pointedAt(words: OrderWords, document: Document, main: Claim[], told: Told[]): Claim[] {
  const own = told.filter(({ claim }) => main.includes(claim)).map(({ piece }) => piece)
  const sentence = sentenceAt(document, words.start)
  const isApart = ({ claim, piece }: Told) =>
    !main.includes(claim) &&
    !own.some((mine) => mine.start < piece.end && piece.start < mine.end && piece.end > words.start)
  const same = told.filter(
    (one) => isApart(one) && one.piece.start >= sentence.start && one.piece.end <= words.start,
  )
  // "The paper, shown after a meeting, held demands that they had refused": before it was shown.
  if (same.length > 0) return words.order === 'after' ? lastOf(same) : together(same[0]!, same)
  let start = sentence.start
  for (let back = 0; back < sentencesBack && start > 0; back++) {
    start = sentenceBefore(document, start)
  }
  const ties = (claim: Claim) => Math.max(0, ...main.map((one) => kinship(one, claim)))
  const before = told.filter(
    (one) =>
      isApart(one) &&
      one.piece.start >= start &&
      one.piece.end <= sentence.start &&
      ties(one.claim) > 0,
  )
  // What is told in both sentences is told of both.
  const alsoHere = new Set(
    told
      .filter(({ piece }) => piece.start >= sentence.start && piece.start < sentence.end)
      .map(({ claim }) => claim),
  )
  const apart = before.filter(({ claim }) => !alsoHere.has(claim))
  const best = Math.max(0, ...apart.map(({ claim }) => ties(claim)))
  return lastOf(apart.filter(({ claim }) => ties(claim) === best))
}

/** How much two claims have to do with each other. */
function kinship(a: Claim, b: Claim): number {
  const shared = [a.from, a.to].filter((end) => end !== null && (end === b.from || end === b.to))
  return shared.length === 0 ? 0 : shared.length + (a.relation === b.relation ? 1 : 0)
}

/** Those told last, together. */
function lastOf(told: readonly Told[]): Claim[] {
  const last = told.at(-1)
  return last ? together(last, told) : []
}

function together({ piece }: Told, told: readonly Told[]): Claim[] {
  const near = told.filter((one) => one.piece.start < piece.end && piece.start < one.piece.end)
  return [...new Set(near.map(({ claim }) => claim))]
}

function pair(
  words: OrderWords,
  main: readonly Claim[],
  others: readonly Claim[],
  kind: TimeRelation['kind'],
  evidence: TimeRelation['evidence'],
): TimeRelation[] {
  if (main.length * others.length > mostPairs) return []
  const { days, order } = words
  return main.flatMap((claim) =>
    others.flatMap((other): TimeRelation[] => {
      if (other.id === claim.id) return []
      const [before, after] = order === 'after' ? [other, claim] : [claim, other]
      return [{ before: before.id, after: after.id, kind, ...(days && { days }), evidence }]
    }),
  )
}

/** Words kept as the time of a claim that name another: "shortly after the Miami meeting". */
function fromWhen(case_: Case, named: Named): TimeRelation[] {
  return case_.claims.flatMap((claim) =>
    claim.review === 'rejected'
      ? []
      : claim.evidence.flatMap((piece) => {
          if (piece.when === undefined || piece.stance === 'denied') return []
          const { when } = piece
          const [words] = listOrderWords(when, () => ({ start: 0, end: when.length }))
          if (!words?.other) return []
          const others = named.inWords(when.slice(words.other.start))
          const { document, start, end } = piece
          const evidence = { document, start, end, quote: when }
          return pair(words, [claim], others, 'when', evidence)
        }),
  )
}
