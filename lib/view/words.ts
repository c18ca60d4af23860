/** Words for counts, dates and stances, as the screen and the pictures write them. */
import type { Stance } from '../schema'

/** A stance, said of a piece of evidence. */
export const stanceWords: Record<Stance, string> = {
  asserted: 'Stated as fact',
  hedged: 'Hedged',
  planned: 'Planned',
  contested: 'Contested',
  denied: 'Denied',
}

const grouped = new Intl.NumberFormat('en')

/** `1 claim`, `1,200 claims` */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${grouped.format(number)} ${number === 1 ? one : many}`

/** `6 of 40 entities`, or `40 entities` when it is all of them. */
export const countOf = (shown: number, all: number, one: string, many = `${one}s`): string =>
  shown === all ? count(all, one, many) : `${grouped.format(shown)} of ${count(all, one, many)}`

/** `A`, `A and B`, `A, B and C` */
export const listWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `27 November 2025`; a date that cannot be read is shown as it stands. */
export function dayWords(date: string): string {
  const time = Date.parse(date)
  return Number.isNaN(time) ? date : day.format(time)
}

const shortDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `27 Nov 2025`, where there is little room. */
export function shortDayWords(date: string): string {
  const time = Date.parse(date)
  return Number.isNaN(time) ? date : shortDay.format(time)
}
