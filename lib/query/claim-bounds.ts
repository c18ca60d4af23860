/** The days a claim's own sources leave for it. */
import type { Case, Claim } from '../schema'
import { readDay, readWhen } from './read-when'
import { documentOf } from './sentence-around'
import { joinTimes } from './time'

export type Bounds = {
  start?: string
  end?: string
  source: 'stated' | 'derived' | 'none'
  /** Why not everything said of its time can be true. */
  torn?: string
}

const since = /^(?:ever\s+)?(?:since|after|from)\b(?!.*\b(?:to|until|till|through)\b)/i
const until = /^(?:until|till|before|by|up to|no later than|ahead of|prior to)\b/i

/**
 * The days all its dated evidence agrees on, or from the first to the last of them where it does
 * not; "since Monday" has no end and "by Friday" no beginning. What a report tells as having
 * happened is not later than the report.
 */
export function boundsOf(claim: Claim, case_: Case): Bounds {
  const held = claim.evidence.filter(({ stance }) => stance !== 'denied')
  const stated = held.flatMap((piece) => {
    if (piece.when === undefined) return []
    const published = documentOf(case_, piece.document)?.publishedAt
    const time = readWhen(piece.when, published, piece.stance === 'planned')
    if (!time) return []
    const open = { start: '', end: '\uffff', words: piece.when }
    if (since.test(piece.when)) return [{ ...open, start: time.start }]
    if (until.test(piece.when)) return [{ ...open, end: time.end }]
    return [{ ...time, words: piece.when }]
  })
  const joined = joinTimes(stated) ?? { start: '', end: '\uffff' }
  const apart = latest(stated.map((one) => one.start)) > earliest(stated.map((one) => one.end))
  const words = [...new Set(stated.map((one) => `“${one.words}”`))]
  const reported = earliest(
    held.flatMap(({ stance, document }) => {
      const day = documentOf(case_, document)?.publishedAt?.slice(0, 10)
      return stance === 'planned' || day === undefined || !readDay(day) ? [] : [day]
    }),
  )
  const isEarly = joined.start > reported
  const end = isEarly || joined.end < reported ? joined.end : reported
  const torn = apart
    ? `Its sources give different days for it: ${words.join(' and ')}.`
    : isEarly
      ? `${words.join(' and ')} lies after the report that tells of it (${reported}).`
      : undefined
  return {
    ...(joined.start !== '' && { start: joined.start }),
    ...(end !== '\uffff' && { end }),
    source: stated.length > 0 ? 'stated' : end !== '\uffff' ? 'derived' : 'none',
    ...(torn !== undefined && { torn }),
  }
}

const latest = (days: readonly string[]) => [...days].sort().at(-1) ?? ''
const earliest = (days: readonly string[]) => [...days].sort()[0] ?? '\uffff'
