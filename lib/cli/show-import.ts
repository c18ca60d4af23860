/** An import in words: the line that moves while it runs, and the report at its end. */
import type { Progress, Trouble } from '../import/progress'
import { count } from '../view/words'

const number = new Intl.NumberFormat('en')

/** "312 of 1,000 read · 14 a second · 50 s left · 2 failed" */
export function progressLine({ counts, total, rate, secondsLeft }: Progress): string {
  const left = counts.waiting + counts.running
  const failed = counts.failed + counts['set aside']
  const parts = [
    `${number.format(total - left)} of ${number.format(total)} read`,
    rate > 0 && `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`,
    secondsLeft !== undefined && `${duration(secondsLeft)} left`,
    left === 0 && counts.read > 0 && 'joining the case',
    failed > 0 && `${number.format(failed)} failed`,
  ]
  return parts.filter(Boolean).join(' · ')
}

/** "50 s", "12 min", "3 h 20 min" */
function duration(seconds: number): string {
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** What came of it, and what to do about what failed. */
export function showReport(progress: Progress, troubles: readonly Trouble[]): string {
  const { counts, case: caseId, state } = progress
  const failed = troubles.filter(({ state }) => state === 'failed' || state === 'set aside')
  const lines = [
    `${state === 'cancelled' ? 'Cancelled. ' : ''}${count(counts.done, 'document')} joined “${caseId}”.`,
    counts.known > 0 && `${count(counts.known, 'document')} in the case already, left as they are.`,
    counts.cancelled > 0 && `${count(counts.cancelled, 'document')} not read.`,
    failed.length > 0 && `${count(counts.failed + counts['set aside'], 'document')} failed:`,
    ...failed.map(({ name, reason, state, tries }) => {
      const tried = state === 'set aside' ? ` (set aside after ${tries} tries)` : ''
      return `  ${reason.includes(name) ? reason : `${name}: ${reason}`}${tried}`
    }),
    failed.some(({ canRetry }) => canRetry) &&
      `Try them again with: throughline import ${caseId} --retry`,
  ]
  return lines.filter(Boolean).join('\n')
}
