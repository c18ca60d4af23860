/** Whole names from the network's scores of marks: every word of a name has a say in its kind. */
import { nameMarks } from './read-names'

const kindCount = (nameMarks.length - 1) / 2

/**
 * In: the number of words, and the scores of marks of the word of a number.
 * Out: one index into nameMarks a word; a name's inside has its beginning's kind.
 */
export function decodeNames(words: number, scoresOf: (word: number) => Float32Array): Int32Array {
  const marks = new Int32Array(words)
  const shares = new Float64Array(nameMarks.length)
  const votes = new Float64Array(kindCount)
  let first = -1
  const close = (end: number): void => {
    if (first < 0) return
    let best = 0
    for (let k = 1; k < kindCount; k++) if (votes[k]! > votes[best]!) best = k
    marks.fill(2 + 2 * best, first, end)
    marks[first] = 1 + 2 * best
    votes.fill(0)
    first = -1
  }
  for (let t = 0; t < words; t++) {
    const inside = shareOut(scoresOf(t), shares)
    const isName = shares[0]! < 0.5
    if (!isName || inside < 0.5) close(t)
    if (!isName) continue
    if (first < 0) first = t
    for (let k = 0; k < kindCount; k++) votes[k]! += shares[1 + 2 * k]! + shares[2 + 2 * k]!
  }
  close(words)
  return marks
}

/** Softmax of one word's scores into `shares`. Out: the share of inside among the marks of a name. */
function shareOut(scores: Float32Array, shares: Float64Array): number {
  let top = scores[0]!
  for (let m = 1; m < shares.length; m++) top = Math.max(top, scores[m]!)
  let sum = 0
  for (let m = 0; m < shares.length; m++) {
    shares[m] = Math.exp(scores[m]! - top)
    sum += shares[m]!
  }
  let inside = 0
  for (let m = 0; m < shares.length; m++) {
    shares[m]! /= sum
    if (m > 0 && m % 2 === 0) inside += shares[m]!
  }
  return inside / (1 - shares[0]! || 1)
}
