/** Two sources' words beside each other, with what one has and the other has not set apart. */
import { diffWordsWithSpace } from 'diff'

export type DiffPart = { text: string; same: boolean }

/** Each side whole and in order: its parts joined are its text, letter by letter. */
export function diffWords(
  first: string,
  second: string,
): { first: DiffPart[]; second: DiffPart[] } {
  const sides = { first: [] as DiffPart[], second: [] as DiffPart[] }
  for (const { value, added, removed } of diffWordsWithSpace(first, second)) {
    if (!added) sides.first.push({ text: value, same: !removed })
    if (!removed) sides.second.push({ text: value, same: !added })
  }
  return { first: joinAlike(sides.first), second: joinAlike(sides.second) }
}

/** A lone space between two words that differ belongs to them. */
function joinAlike(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = []
  for (const [i, part] of parts.entries()) {
    const isGap = part.same && part.text.trim() === '' && i > 0 && i < parts.length - 1
    const last = joined.at(-1)
    const same = part.same && !isGap
    if (last && last.same === same) last.text += part.text
    else joined.push({ text: part.text, same })
  }
  return joined
}
