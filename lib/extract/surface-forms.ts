/** What the text itself calls a thing nobody named: “Haldane’s team”, “first draft”, “compromise on rice”. */
import type { Discourse } from './discourse'
import type { NounPhrase, Unit } from './phrase'
import { lower, type Referent, type Span, textOf } from './span'

/** Words that tell one of several from the others, though they are no part of its name. */
const ranks =
  /^(?:first|second|third|initial|early|earlier|final|latest|last|original|revised|recent|previous|new|own|improved|two|three|four|five)$/

export function surfaceForms(referent: Referent, discourse: Discourse): string[] {
  if (!/^(?:group|organization|paper|event|other)$/.test(referent.kind)) return []
  return referent.spans.flatMap((span) => {
    if (span.form !== 'nominal') return []
    const { sentence, units } = discourse.readings[span.sentence]!
    const at = units.findIndex((u) => u.type === 'np' && u.spans.includes(span))
    const np = units[at]
    if (np?.type !== 'np') return []
    const from = sentence.tokens[np.from]!.upos === 'DET' ? np.from + 1 : np.from
    const whose = np.ownerPronoun === undefined
    const told = whose && (np.owner !== undefined || ranks.test(lower(sentence.tokens[from])))
    const introduced = span.article === 'a' || span === referent.spans[0]
    const end = whose && introduced ? endOfTopic(referent, span, np, units, at) : undefined
    return [...(told ? [span.to] : []), ...(end && end - from <= 8 ? [end] : [])].map((to) =>
      textOf(discourse.text, sentence, from, to),
    )
  })
}

/** Where "on rice" ends behind "a compromise", "to the committee" behind "a submission", "to stand down" behind "calls". */
function endOfTopic(
  { kind }: Referent,
  span: Span,
  np: NounPhrase,
  units: readonly Unit[],
  at: number,
): number | undefined {
  if (!/^(?:paper|event|other)$/.test(kind) || span.to < np.to) return undefined
  const [next, topic] = [units[at + 1], units[at + 2]]
  if (kind === 'other' && next?.type === 'vg' && next.shape === 'infinitive') return next.to
  return next?.type === 'prep' &&
    /^(?:on|about|against|to|of|for|with)$/.test(next.word) &&
    topic?.type === 'np' &&
    !topic.time &&
    topic.spans[0]?.referent?.kind !== 'place'
    ? topic.to
    : undefined
}
