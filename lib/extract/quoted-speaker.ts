/** Who "I" is: the one whose words a quotation gives. */
import { fillers } from './arguments'
import { sayVerbs } from './lexicon'
import { actorKinds, type Scene } from './scene'
import type { Referent } from './span'

/** The speaker of a quotation that the sentence before left open. */
export type OpenQuote = { speaker: Referent | undefined } | undefined

/**
 * Ties "I" and "me" inside quotation marks to the person who says it, "we" and "us" to the organization or state that
 * does. Nothing where the sentence names two speakers or none. Out: the quotation still open at the sentence's end.
 */
export function voiceQuotes(scene: Scene, before: OpenQuote): OpenQuote {
  const { tokens } = scene.reading.sentence
  const inside: boolean[] = []
  let open = before !== undefined
  for (const token of tokens) {
    if (token.text === '“') open = true
    if (token.text === '"' || token.text === '``' || token.text === "''") open = !open
    inside.push(open)
    if (token.text === '”') open = false
  }
  if (!open && !inside.includes(true)) return undefined
  const speaker = speakerOf(scene, inside) ?? before?.speaker
  if (speaker) {
    const own = speaker.kind === 'person' ? /^(?:i|me|myself)$/ : /^(?:we|us|ourselves)$/
    for (const unit of scene.reading.units) {
      if (unit.type !== 'np' || !inside[unit.head]) continue
      for (const span of unit.spans)
        if (span.form === 'pronoun' && !span.referent && own.test(span.noun ?? '')) {
          span.referent = speaker
          span.via = 'the one who is quoted'
        }
    }
  }
  return open ? { speaker } : undefined
}

function speakerOf(scene: Scene, inside: readonly boolean[]): Referent | undefined {
  const found = new Set<Referent>()
  for (const clause of scene.clauses.values()) {
    const { verb } = clause
    if (inside[verb.main] || verb.passive || verb.shape !== 'finite' || !sayVerbs.has(verb.lemma))
      continue
    // "…," said A: the speaker stands behind the verb
    const behind = scene.reading.units[clause.at + 1]?.type === 'np' ? [clause.at + 1] : []
    const who = clause.subjects.length ? clause.subjects : behind
    for (const filler of fillers(scene.reading, who, actorKinds))
      if (!inside[scene.reading.units[filler.at]!.from]) found.add(filler.referent)
  }
  const [only, ...more] = found
  return more.length ? undefined : only
}
