/** Which sentences tell of one and the same deed, and which of the next. */

import type { Case, Evidence } from '../schema'
import type { Step } from './reach'
import { documentOffsets, sentenceAround } from './sentence-around'

/** What one sentence of a document says of a deed. */
type Telling = {
  document: string
  start: number
  pieces: { step: Step; piece: Evidence }[]
  actors: Set<string>
  places: Set<string>
  follows: boolean
}

/**
 * Deeds told in one breath ("US and Ukrainian officials removed nine points") are one; a sentence
 * that carries on ("subsequent talks"), or names others or another place, tells of the next one
 * although its words are those of the same claims. Each claim comes back with only its evidence of
 * that deed, in the order of the first telling.
 */
export function groupDeeds(steps: readonly Step[], case_: Case): Step[][] {
  const deeds: Telling[][] = []
  for (const telling of listTellings(steps, case_)) {
    const same = deeds.find((deed) => deed.some((other) => isSameDeed(other, telling)))
    if (same) same.push(telling)
    else deeds.push([telling])
  }
  return deeds.map((deed) => {
    const evidence = new Map<Step, Evidence[]>()
    for (const { step, piece } of deed.flatMap((telling) => telling.pieces)) {
      evidence.set(step, [...(evidence.get(step) ?? []), piece])
    }
    return [...evidence].map(([step, pieces]) =>
      pieces.length === step.claim.evidence.length
        ? step
        : { ...step, claim: { ...step.claim, evidence: pieces } },
    )
  })
}

function listTellings(steps: readonly Step[], case_: Case): Telling[] {
  const byDocument = new Map<string, Telling[]>()
  for (const step of steps) {
    for (const piece of step.claim.evidence) {
      const { document, start } = piece
      const here = byDocument.get(document) ?? []
      byDocument.set(document, here)
      let telling = here.find(({ pieces }) => pieces.some((other) => overlaps(other.piece, piece)))
      if (!telling) {
        const follows = saysNext.test(sentenceAround(piece, case_).text)
        telling = { document, start, pieces: [], actors: new Set(), places: new Set(), follows }
        here.push(telling)
      }
      telling.pieces.push({ step, piece })
      telling.actors.add(step.to)
      if (piece.where) telling.places.add(piece.where)
    }
  }
  const offsets = documentOffsets(case_)
  const at = ({ document, start }: Telling) => (offsets.get(document) ?? 0) + start
  return [...byDocument.values()].flat().sort((a, b) => at(a) - at(b))
}

/** "Subsequent talks in Geneva": the sentence itself says that it comes after what was told before. */
export const saysNext =
  /\b(subsequent(ly)?|later|then|thereafter|afterwards?|next|further|another|second|finally|eventually)\b/i

function isSameDeed(a: Telling, b: Telling): boolean {
  if (a.places.size > 0 && b.places.size > 0 && ![...a.places].some((one) => b.places.has(one))) {
    return false
  }
  const shared = [...a.actors].filter((actor) => b.actors.has(actor)).length
  const isAlike = shared * 2 > a.actors.size + b.actors.size - shared
  if (a.document !== b.document) return isAlike && a.follows === b.follows
  return isAlike && !b.follows && shared === a.actors.size && shared === b.actors.size
}

const overlaps = (a: Evidence, b: Evidence) => a.start < b.end && b.start < a.end
