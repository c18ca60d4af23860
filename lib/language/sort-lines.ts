/** Tells sentences from lines that are none: titles, section heads, captions, datelines, another story's headline. */

type Verdict = { kind: 'sentence' | 'heading' | 'stray'; reason?: string }

/** One candidate: its words, and whether it begins and ends where its line does. */
export type Line = { words: string[]; opens: boolean; closes: boolean; firstOfText: boolean }

const finalMark = /^(?:[.!?:;,]{1,50}|…|\.{2,50}|["'”’»)\]}—–-])$/u
const dateWords =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^\d{1,4}$|^,$|^(?:published|updated|on)$/iu
const smallWords = new Set(
  "a an the and or but nor of in on at to for by from with as over into after before about amid is are was be has have it its his her their this that ’s 's than via per vs not no".split(
    ' ',
  ),
)
const letterFirst = /^\p{L}/u
const longestHeading = 20
const longestCaption = 8

/**
 * Sorts the sentences of one text. In: every sentence's words, in order.
 * Out: for each, its kind, and the reason where it is no sentence. Nothing is dropped.
 */
export function sortLines(lines: readonly Line[]): Verdict[] {
  const shares = countTexts(lines)
  return lines.map((line) => sortLine(line, shares))
}

function sortLine(line: Line, shares: ReadonlyMap<string, number>): Verdict {
  const { words } = line
  const last = words[words.length - 1] ?? ''
  if (!line.opens || words.length > longestHeading || finalMark.test(last))
    return { kind: 'sentence' }
  if (!line.closes)
    return words.length > longestCaption
      ? { kind: 'sentence' }
      : { kind: 'stray', reason: 'a caption run into the next sentence' }
  if (words.every((word) => dateWords.test(word)) && words.some((word) => /\p{L}/u.test(word)))
    return { kind: 'stray', reason: 'a date on a line of its own' }
  if (line.firstOfText) return { kind: 'heading', reason: 'first line, without a final mark' }
  const capitals = capitalShare(words)
  if (capitals < 0.7) {
    if (words.length > longestCaption) return { kind: 'sentence' }
    return { kind: 'stray', reason: 'a short line without a final mark' }
  }
  if (words.length > 4 && !words.some((word) => (shares.get(contentOf(word)) ?? 0) > 1))
    return { kind: 'stray', reason: 'a headline that shares no word with the text round it' }
  return { kind: 'heading', reason: 'capitalised like a title, without a final mark' }
}

/** In how many lines each content word stands. */
function countTexts(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines)
    for (const word of new Set(line.words.map(contentOf)))
      if (word) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** A content word in lower case; nothing where it is none. */
function contentOf(word: string): string {
  if (word.length < 3 || !letterFirst.test(word)) return ''
  const lower = word.toLowerCase()
  return smallWords.has(lower) ? '' : lower
}

function capitalShare(words: readonly string[]): number {
  const content = words.filter(
    (word) => letterFirst.test(word) && !smallWords.has(word.toLowerCase()),
  )
  return content.length
    ? content.filter((word) => /^\p{Lu}/u.test(word)).length / content.length
    : 1
}
