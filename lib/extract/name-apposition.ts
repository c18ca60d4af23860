/** "Kojo Asante, a former deputy minister", "his wife, Efua": the phrase beside a name that says it is somebody. */
import type { EntityKind } from '../schema'
import { firstNames, fold, groupNouns, roleHeads, roleModifiers } from './lexicon'
import { bodyNouns } from './name-context'
import { lower } from './span'
import type { Word } from './word'

const personNouns = new Set(
  'woman man girl boy teenager resident citizen native mother father student graduate survivor victim convert grandmother grandfather wife husband son daughter sister brother widow cousin nephew niece twin orphan'.split(
    ' ',
  ),
)
export function appositionVotes(
  tokens: readonly Word[],
  from: number,
  to: number,
  vote: (kind: EntityKind, weight: number) => void,
): void {
  const before = lower(tokens[from - 1])
  const after = tokens[to]
  // "Kojo Asante, a former deputy minister", "his wife, Efua"
  if (after?.text === ',' && to - from <= 4) {
    const phrase = tokens.slice(to + 1, to + 8)
    const stop = phrase.findIndex((t) => /^[,.;]$/.test(t.text))
    const apposed = stop < 0 ? phrase : phrase.slice(0, stop)
    const roleAt = apposed.findIndex(
      (t) => roleHeads.has(fold(t.lemma)) || personNouns.has(t.lemma),
    )
    if (
      roleAt >= 0 &&
      apposed.slice(0, roleAt).every((t) => /^(?:DET|ADJ|NOUN|PROPN|PART|PRON|PUNCT)$/.test(t.upos))
    )
      // a lone word may be a firm: "the broadcaster Kanal, its largest partner"
      vote('person', to - from > 1 || firstNames.has(lower(tokens[from])) ? 5 : 2)
  }
  // "its Dubai subsidiary, Crescent Metals,"
  if (
    before === ',' &&
    /^[,.]$/.test(after?.text ?? '.') &&
    tokens[from - 2]?.xpos === 'NN' &&
    bodyNouns.has(tokens[from - 2]!.lemma) &&
    !roleHeads.has(tokens[from - 2]!.lemma) &&
    !behindOf(tokens, from - 3)
  )
    vote('organization', 5)
  if (
    before === ',' &&
    /^(?:wife|husband|son|daughter|mother|father|brother|sister|partner|widow)$/.test(
      tokens[from - 2]?.lemma ?? '',
    )
  )
    vote('person', 4)
  if (before === ',' && roleHeads.has(fold(tokens[from - 2]?.lemma ?? '')) && to - from >= 2)
    vote('person', 2.5)
}

/** "the head of the project office, X": X is the head. */
function behindOf(tokens: readonly Word[], at: number): boolean {
  let k = at
  while (
    /^(?:DET|ADJ|NOUN|PROPN|PUNCT|PRON)$/.test(tokens[k]?.upos ?? '') &&
    tokens[k]!.text !== ','
  )
    k--
  return /^(?:of|for|at|in|from|to)$/.test(lower(tokens[k]))
}

/** Lower-case words of an office, then a name. */
export function officeBeforeName(tokens: readonly Word[], from: number): boolean {
  let k = from
  while (
    /^\p{Ll}/u.test(tokens[k]?.text ?? '') &&
    (roleHeads.has(lower(tokens[k])) || roleModifiers.has(lower(tokens[k]))) &&
    k - from < 4
  )
    k++
  return k > from && roleHeads.has(lower(tokens[k - 1])) && /^\p{Lu}/u.test(tokens[k]?.text ?? '')
}

/** Whoever is employed somewhere: "staff", "engineer", "geologist". */
export const isStaff = ({ folded, lemma, upos }: Word): boolean =>
  groupNouns.has(folded) ||
  (upos === 'NOUN' && (roleHeads.has(lemma) || /(?:eer|ist|ian|ographer|ologist)$/.test(lemma)))
