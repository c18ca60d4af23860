const longest = 1_000

export type Passage = { start: number; text: string }

/**
 * Cuts a text into passages of at most a thousand UTF-16 units: at the end of a paragraph, else of
 * a sentence, else between words, else where it must be. Passages in a row give the text again.
 */
export function cutPassages(text: string): Passage[] {
  const passages: Passage[] = []
  for (let start = 0; start < text.length; ) {
    const rest = text.slice(start, start + longest)
    const end = start + (rest.length < longest ? rest.length : lastBreak(rest))
    passages.push({ start, text: text.slice(start, end) })
    start = end
  }
  return passages
}

/** Where the best break of a piece ends: not in its first half, unless there is no other. */
function lastBreak(piece: string): number {
  for (const mark of [/\n\s*/g, /[.!?…]["”’)]*\s+/g, /\s+/g]) {
    const ends = [...piece.matchAll(mark)].map((match) => match.index + match[0].length)
    const last = ends.filter((end) => end > piece.length / 2).at(-1)
    if (last !== undefined) return last
  }
  return piece.length
}
