/** The report of an import, at its end. */
import type { Progress, Trouble } from '../import/progress'
import { failedOf, outcomeWords } from '../view/import-words'
import { count } from '../view/words'

/** What came of it, and what to do about what failed. */
export function showReport(progress: Progress, troubles: readonly Trouble[]): string {
  const failed = troubles.filter(({ state }) => state === 'failed' || state === 'set aside')
  const number = failedOf(progress.counts)
  const passedOver = troubles.filter(({ state }) => state === 'passed over')
  const noted = troubles.filter(({ state }) => state === 'taken out' || state === 'done')
  const lines = [
    ...outcomeWords(progress),
    number > 0 && `${count(number, 'document')} failed:`,
    ...failed.map(({ name, reason, state, tries }) => {
      const tried = state === 'set aside' ? ` (set aside after ${tries} tries)` : ''
      return `  ${reason.includes(name) ? reason : `${name}: ${reason}`}${tried}`
    }),
    number > failed.length && `  … and ${number - failed.length} more`,
    ...passedOver.map(({ reason }) => `Passed over: ${reason}`),
    ...noted.map(({ name, reason }) => `${name}: ${reason}`),
    failed.some(({ canRetry }) => canRetry) &&
      `Try them again with: throughline import ${progress.case} --retry`,
  ]
  return lines.filter((line) => line !== false).join('\n')
}
