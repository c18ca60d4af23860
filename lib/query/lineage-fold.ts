/** How much of a lineage's parts is told in one step. */
import { isBefore, type Ordered } from './lineage-order'
import type { BarePart } from './lineage-steps'

type FoldedPart = BarePart & Ordered

export type FoldOptions = {
  /** Papers and events whose every part is a step of its own; `all` for all of them. */
  open?: readonly string[] | 'all'
  /** Papers and events told in a single step. */
  closed?: readonly string[]
}

/**
 * Part → the part it is told with; itself where it is a step of its own. When nothing is said of a
 * paper, becoming public and being backed are told with its making, unless dates put them after
 * something else that happened to it.
 */
export function foldParts(
  parts: readonly FoldedPart[],
  { open = [], closed = [] }: FoldOptions,
): Map<string, string> {
  const hosts = new Map<string, string>()
  for (const part of parts) {
    const siblings = parts.filter((other) => other.spine === part.spine)
    const first = siblings[0]!
    const isOpen = open === 'all' || open.includes(part.spine)
    const isLate = siblings.some((other) => isDeedLater(other) && isBefore(other, part))
    const joins = closed.includes(part.spine) || (!isOpen && isAside(part) && !isLate)
    hosts.set(part.id, joins ? first.id : part.id)
  }
  return hosts
}

const isAside = ({ phase }: FoldedPart) => phase === 'published' || phase === 'backed'
const isDeedLater = ({ phase }: FoldedPart) => phase === 'presented' || phase === 'revised'
