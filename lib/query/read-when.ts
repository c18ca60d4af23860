/** A source's own words for a time, read as days. */
import * as chrono from 'chrono-node/en'

/** Days, both included, as `2025-10-11`; a month is its first to its last day. */
export type Interval = { start: string; end: string }

/**
 * Reads "mid-October", "last month", "Tuesday" as they stood in a report published on
 * `publishedAt` (an ISO date); words that count from another event ("two days later") or name no
 * time stay unread: null, as everything relative does when the date of the report is unknown.
 * What is reported has happened, so a weekday or month lies behind the report unless `planned`.
 */
export function readWhen(
  words: string,
  publishedAt: string | undefined,
  planned = false,
): Interval | null {
  // A full date is the same day in every report.
  const day = /\b\d{4}\b/.test(words) ? readWords(words, undefined, planned) : null
  return day ?? readWords(words, publishedAt?.slice(0, 10), planned)
}

/** Whether words say when by the calendar, unlike "shortly after the meeting" and "during negotiations". */
export const namesTime = (words: string): boolean =>
  !circumstance.test(words) && readWhen(words, '2000-01-15') !== null

const circumstance =
  /^(?:during|amid|while|as|when)\b|\b(?:after|before|following|once|ahead of)\b/i

const known = new Map<string, Interval | null>()
const mostKnown = 20_000

function readWords(words: string, publishedAt: string | undefined, planned: boolean) {
  const key = `${planned}|${publishedAt}|${words}`
  const found = known.get(key)
  if (found !== undefined) return found
  if (known.size >= mostKnown) known.clear()
  const read = parseWords(words, publishedAt, planned)
  known.set(key, read)
  return read
}

function parseWords(
  words: string,
  publishedAt: string | undefined,
  planned: boolean,
): Interval | null {
  const reference = publishedAt === undefined ? undefined : readDay(publishedAt)
  if (relativeToEvent.test(words)) return null
  const [result] = chrono.casual.parse(
    words
      .replace(/\b(early|mid|late)-(?=\p{L})/giu, '$1 ')
      .replace(/\bbetween (\S.*?) and (?=\S)/i, '$1 - '),
    { instant: reference ?? new Date(2000, 0, 1, 12) },
    { forwardDate: false },
  )
  if (!result) return readYears(words)
  const { start } = result
  const isAbsolute = start.isCertain('year') && /\b\d{4}\b/.test(result.text)
  if (!reference && !isAbsolute) return null
  const unit = granularity(words, start)
  let [first, last] = [start.date(), result.end?.date() ?? start.date()]
  if (reference && /\bthis week\b/i.test(words)) first = last = reference
  else if (reference && !start.isCertain('year')) {
    const step = start.isCertain('weekday') && !start.isCertain('month') ? 7 : 0
    const [opening] = widen(first, unit)
    const direction = !planned && opening > endOf(reference) ? -1 : 0
    const forward = planned && step && endOf(last) < startOf(reference) ? 1 : 0
    const turn = direction + forward
    first = shift(first, turn, step)
    last = shift(last, turn, step)
  }
  // "from Wednesday to Monday" can come out the wrong way round.
  const [from, to] = first <= last ? [first, last] : [last, first]
  return narrow(words, { start: isoDay(widen(from, unit)[0]), end: isoDay(widen(to, unit)[1]) })
}

const relativeToEvent =
  /\b(later|earlier than|afterwards?|the (next|following|previous|same) day)\b/i

type Unit = 'day' | 'week' | 'month' | 'year'
type Parsed = ReturnType<typeof chrono.casual.parse>[number]

function granularity(words: string, start: Parsed['start']): Unit {
  if (/\bweeks?\b/i.test(words) && !start.isCertain('weekday')) return 'week'
  if (start.isCertain('day') || start.isCertain('weekday')) return 'day'
  if (start.isCertain('month')) return 'month'
  return /\b(year|\d{4})\b/i.test(words) ? 'year' : 'day'
}

/** The unit's first and last day; weeks run from Monday. */
function widen(date: Date, unit: Unit): [Date, Date] {
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()]
  if (unit === 'year') return [new Date(year, 0, 1), new Date(year, 11, 31)]
  if (unit === 'month') return [new Date(year, month, 1), new Date(year, month + 1, 0)]
  if (unit === 'day') return [new Date(year, month, day), new Date(year, month, day)]
  const monday = day - ((date.getDay() + 6) % 7)
  return [new Date(year, month, monday), new Date(year, month, monday + 6)]
}

/** "mid October" is its 11th to 20th, "late 2024" its last third; only of whole months and years. */
function narrow(words: string, { start, end }: Interval): Interval {
  const part = /\b(early|beginning of|mid|middle of|late|end of)\b/i.exec(words)?.[1]?.toLowerCase()
  const [first, last] = [readDay(start)!, readDay(end)!]
  const isWhole = (unit: Unit) => widen(first, unit).map(isoDay).join() === `${start},${end}`
  if (!part || (!isWhole('month') && !isWhole('year'))) return { start, end }
  const third = /^(early|beg)/.test(part) ? 0 : part.startsWith('mid') ? 1 : 2
  const cut = (n: number) =>
    isWhole('month')
      ? new Date(first.getFullYear(), first.getMonth(), 1 + 10 * n)
      : new Date(first.getFullYear(), 4 * n, 1)
  const until = third === 2 ? last : new Date(cut(third + 1).getTime() - 43_200_000)
  return { start: isoDay(cut(third)), end: isoDay(until) }
}

/** "in 2019", "the 1990s", "2021-2023". */
function readYears(words: string): Interval | null {
  const decade = /\b((?:19|20)\d)0s\b/.exec(words)?.[1]
  if (decade) return { start: `${decade}0-01-01`, end: `${decade}9-12-31` }
  const years = words.match(/\b(?:19|20)\d\d\b/g)
  if (!years) return null
  return narrow(words, { start: `${years[0]}-01-01`, end: `${years.at(-1)}-12-31` })
}

const startOf = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate())
const endOf = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate(), 23, 59)

/** By so many days, or by years when days is 0. */
const shift = (date: Date, times: number, days: number) =>
  new Date(
    date.getFullYear() + (days ? 0 : times),
    date.getMonth(),
    date.getDate() + times * days,
    12,
  )

/** Local noon of an ISO date or date-time's own day; undefined when it is none. */
export function readDay(iso: string): Date | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(iso)
  if (!match) return undefined
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const date = new Date(year, month - 1, day, 12)
  return date.getMonth() === month - 1 && date.getDate() === day ? date : undefined
}

const isoDay = (date: Date) =>
  [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-')
