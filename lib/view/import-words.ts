/** How far an import is, in the words of the page and of the terminal. */
import { count } from './words'

type ImportCounts = {
  waiting: number
  running: number
  read: number
  done: number
  known: number
  'taken out': number
  failed: number
  'set aside': number
  cancelled: number
}

export type ImportProgress = {
  state: 'open' | 'running' | 'cancelled' | 'finished'
  finishedAt?: string
  counts: ImportCounts
  total: number
  rate: number
  secondsLeft?: number
}

/** How many documents could not be read. */
export const failedOf = (counts: Pick<ImportCounts, 'failed' | 'set aside'>): number =>
  counts.failed + counts['set aside']

const number = new Intl.NumberFormat('en')

/** "312 of 1,000 read · 14 a second · 50 s left · 2 failed" */
export function progressWords({ counts, total, rate, secondsLeft }: ImportProgress): string {
  const left = counts.waiting + counts.running
  const failed = failedOf(counts)
  const parts = [
    `${number.format(total - left)} of ${number.format(total)} read`,
    rate > 0 && left > 0 && `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`,
    secondsLeft !== undefined && `${durationWords(secondsLeft)} left`,
    left === 0 && counts.read > 0 && 'joining the case',
    failed > 0 && `${number.format(failed)} failed`,
  ]
  return parts.filter(Boolean).join(' · ')
}

/** "50 s", "12 min", "3 h 20 min" */
function durationWords(seconds: number): string {
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Said while it cannot go on, for want of room on the disk, say. */
export const heldWords = (reason: string, what: 'Reading' | 'Handing in' = 'Reading'): string =>
  `${what} waits, and tries again by itself. ${reason}`

/** Said while nothing can be learned of the import. */
export const awayWords = 'The program does not answer just now; it is asked again.'

/** What came of it, a sentence each. */
export function outcomeWords({ counts, state }: ImportProgress): string[] {
  const out = counts['taken out']
  const sentences = [
    state === 'cancelled' && 'Cancelled.',
    `${count(counts.done, 'document')} joined the case.`,
    counts.known > 0 && `${count(counts.known, 'document')} in the case already, left as they are.`,
    out > 0 &&
      `${count(out, 'document')} ${out === 1 ? 'was' : 'were'} taken out of the case before, and ${out === 1 ? 'stays' : 'stay'} out until brought back in its history.`,
    counts.cancelled > 0 && `${count(counts.cancelled, 'document')} not read.`,
  ]
  return sentences.filter((sentence) => sentence !== false)
}
