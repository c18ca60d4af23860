/** Words of a text that put one thing before another: "shortly after …", "two days later". */

export type OrderWords = {
  /** Where the words themselves stand. */
  start: number
  end: number
  /** What the words say of the thing they belong to, seen from the other one. */
  order: 'after' | 'before'
  /**
   * Where the other thing is named; absent when the words point back to what was told before
   * ("subsequent talks").
   */
  other?: { start: number; end: number }
  /** The words open their sentence: what they belong to comes after the other thing's name. */
  opens: boolean
  days?: { least: number; most: number }
}

const amount = '(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|\\d{1,3})\\s+)'
const unit = '(?:days?|weeks?|months?|years?)'
const lead = `(?:(?:shortly|soon|just|immediately|right|only|long|hours|minutes|days|weeks|months|years|${amount}${unit})\\s+)?`

// "During", "while", "amid" and "on the sidelines of" put two things at the same time, not in order.
const naming: [RegExp, OrderWords['order']][] = [
  [new RegExp(`\\b${lead}(?:after|in the wake of|in the aftermath of)\\b`, 'gi'), 'after'],
  [/(?<!\bthe\s)(?<!\bin\s)\bfollowing\b/gi, 'after'],
  [/(?<!\bever\s)\b(?:since|as soon as|once)\b/gi, 'after'],
  [
    new RegExp(
      `\\b${lead}(?:before|prior to|ahead of|in advance of|in the (?:run|lead)-?up to|leading up to|on the eve of|by the time)\\b`,
      'gi',
    ),
    'before',
  ],
  [/\b(?:until|till|followed by)\b/gi, 'before'],
  [/\bpreceded by\b/gi, 'after'],
]

const pointing: [RegExp, OrderWords['order']][] = [
  [new RegExp(`\\b(?:${amount}${unit}|hours|days|weeks|months|years)\\s+later\\b`, 'gi'), 'after'],
  [/\bthe\s+(?:next|following)\s+(?:day|morning|evening|week|month|year)\b/gi, 'after'],
  [/\b(?:subsequent|subsequently|afterwards?|thereafter|since then|after that)\b/gi, 'after'],
  [/(?<!\bno\s)(?<!\bor\s)\blater\b(?!\s+(?:this|in|on|than|today|tomorrow|next))/gi, 'after'],
  [
    new RegExp(`\\b(?:${amount}${unit}|hours|days|weeks|months|years)\\s+earlier\\b`, 'gi'),
    'before',
  ],
  [/\bthe\s+(?:previous\s+day|day\s+before)\b/gi, 'before'],
  [/\bhad\s+(?:previously|already|earlier|once|long)\b/gi, 'before'],
]

/** "after all", "looked after", "once again", "before him", "since 2015": no order of two things. */
const aDay =
  /^\s+(?:(?:early|mid|late|last|this)\b[\s-]*)?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]*\b(?![’']s))/
const notNaming =
  /^(?:\s+(?:all|again|a\s+(?:year|month|week|day)\b|him|her|it|them|us|me)\b|\s*[,.;:!?)”"]|\s*$)/i

/** What every one of the patterns has in it: most texts are done with at a glance. */
const any =
  /\b(?:after|afterwards?|aftermath|wake|following|since|once|soon|before|prior|ahead|advance|run-?up|lead-?up|leading|followed|preceded|eve|time|until|till|later|next|subsequent|subsequently|thereafter|earlier|previous|previously|already|long)\b/i

/** All of them, in the order of the text. Overlapping ones give way to the longer. */
export function listOrderWords(
  text: string,
  sentenceAt: (offset: number) => { start: number; end: number },
): OrderWords[] {
  if (!any.test(text)) return []
  const found: OrderWords[] = []
  for (const [pattern, order] of pointing) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const opens = start === sentenceAt(start).start
      found.push({ start, end, order, opens, ...withDays(match[0]) })
    }
  }
  for (const [pattern, order] of naming) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const sentence = sentenceAt(start)
      const rest = text.slice(end, sentence.end)
      if (notNaming.test(rest) || aDay.test(rest)) continue
      const opens = isOpening(text.slice(sentence.start, start))
      const other = { start: end, end: clauseEnd(text, end, sentence.end, opens) }
      found.push({ start, end, order, other, opens, ...withDays(match[0]) })
    }
  }
  return found
    .filter((one) => !found.some((two) => covers(two, one)))
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

const covers = (a: OrderWords, b: OrderWords) =>
  a !== b && a.start <= b.start && b.end <= a.end && a.end - a.start > b.end - b.start

const isOpening = (before: string) => /^\W*(?:(?:but|and|yet|so|then|now)\s*,?\s*)?$/i.test(before)

/**
 * At the opening of a sentence the other thing's name ends with the first comma; elsewhere with the
 * clause. Commas of "1,000" and between names in a row end none.
 */
function clauseEnd(text: string, from: number, sentenceEnd: number, opens: boolean): number {
  const stop = opens ? /,(?!\d)/ : /[;:—–(]|,(?!\d)|\s-\s/
  const at = text.slice(from, sentenceEnd).search(stop)
  return at < 0 ? sentenceEnd : from + at
}

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const unitDays: Record<string, [least: number, most: number]> = {
  day: [1, 1],
  week: [3, 13],
  month: [14, 61],
  year: [180, 730],
}

/** "Two days later" is two days; weeks and longer are not to the day. */
function withDays(words: string): Pick<OrderWords, 'days'> {
  const match = /\b(\w+)\s+(day|week|month|year)s?\b/i.exec(words)
  if (!match) return {}
  const [, word, one] = match
  const [least, most] = unitDays[one!.toLowerCase()]!
  const named = numbers.indexOf(word!.toLowerCase()) + 1
  const isOne = /^(an?|next|following|previous|the)$/i.test(word!)
  const times = isOne ? 1 : named || Number(word)
  return Number.isFinite(times) && times > 0
    ? { days: { least: least * times, most: most * times } }
    : {}
}
