/** Who "I" is: the one whose words a quotation gives. */
import { fillers } from './arguments'
import { sayVerbs } from './lexicon'
import { actorKinds, type Scene } from './scene'
import type { Referent } from './span'

/** By quotation (its number in the report), who speaks. */
export type Speakers = Map<number, Referent>

/**
 * Ties "I" and "me" inside quotation marks to the person who says it, "we" and "us" to the organization or state that
 * does, over the sentences of one quotation. Nothing where the sentence names two speakers or none.
 */
export function voiceQuotes(scene: Scene, speakers: Speakers): void {
  const { reading, discourse } = scene
  const quoteAt = (token: number) => discourse.quoted.quoteOf(reading.index, token)
  const quotes = new Set(reading.sentence.tokens.map((_, i) => quoteAt(i)).filter((n) => n > 0))
  if (!quotes.size) return
  const speaker = speakerOf(scene, (token) => quoteAt(token) > 0)
  for (const quote of quotes) if (speaker && !speakers.has(quote)) speakers.set(quote, speaker)
  for (const unit of reading.units) {
    const own = unit.type === 'np' ? speakers.get(quoteAt(unit.head)) : undefined
    if (unit.type !== 'np' || !own) continue
    const voice = own.kind === 'person' ? /^(?:i|me|myself)$/ : /^(?:we|us|ourselves)$/
    for (const span of unit.spans)
      if (span.form === 'pronoun' && !span.referent && voice.test(span.noun ?? '')) {
        span.referent = own
        span.via = 'the one who is quoted'
      }
  }
}

function speakerOf(scene: Scene, inside: (token: number) => boolean): Referent | undefined {
  const found = new Set<Referent>()
  for (const clause of scene.clauses.values()) {
    const { verb } = clause
    if (inside(verb.main) || verb.passive || verb.shape !== 'finite' || !sayVerbs.has(verb.lemma))
      continue
    // "…," said A: the speaker stands behind the verb
    const behind = scene.reading.units[clause.at + 1]?.type === 'np' ? [clause.at + 1] : []
    const who = clause.subjects.length ? clause.subjects : behind
    for (const filler of fillers(scene.reading, who, actorKinds))
      if (!inside(scene.reading.units[filler.at]!.from)) found.add(filler.referent)
  }
  const [only, ...more] = found
  return more.length ? undefined : only
}
