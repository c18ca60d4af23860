/** Parties of a noun that stand elsewhere in the clause: “flew there for talks with A”, “drew criticism from A”. */
import type { EntityKind } from '../schema'
import { type Filler, fillers } from './arguments'
import type { Clause } from './clause'
import { sayVerbs } from './lexicon'
import { nounSides } from './noun-sides'
import type { Scene } from './scene'

/**
 * Who meets whom where the clause only leads there: "flew to Lisbon for talks with A" (a plan), "In an interview with
 * A, B said", "after talks with A, B said": the clause's subject.
 */
export function visitors(
  scene: Scene,
  holder: Clause | undefined,
  at: number,
  kinds: ReadonlySet<EntityKind> | undefined,
): Filler[] {
  const { units } = scene.reading
  const before = units[at - 1]
  const sides = before?.type === 'prep' ? nounSides(scene.reading, at) : undefined
  if (before?.type !== 'prep' || !(sides!.has('with') || sides!.has('to'))) return []
  const word = before.word
  if (holder && word === 'for' && travels.test(holder.verb.lemma) && !holder.verb.passive)
    return fillers(scene.reading, holder.subjects, kinds)
  if (!/^(?:in|during|after|following)$/.test(word)) return []
  if (at === 1) {
    const main = [...scene.clauses.values()].find((c) => c.verb.shape === 'finite')
    return main && !main.verb.passive && !main.opener && main.subjects.every((k) => k > at)
      ? fillers(scene.reading, main.subjects, kinds)
      : []
  }
  const told =
    holder &&
    holder.verb.shape === 'finite' &&
    !holder.verb.passive &&
    sayVerbs.has(holder.verb.lemma)
  return told && holder.preps.some((p) => p.args.includes(at))
    ? fillers(scene.reading, holder.subjects, kinds)
    : []
}

const travels =
  /^(?:fly|travel|go|come|arrive|return|head|visit|drive|sail|be|land|journey|leave|depart)$/

export const subjectOf = (holder: Clause): readonly number[] =>
  holder.verb.passive ? holder.objects : holder.subjects

/** Whether the noun is something that comes from others and lands on the subject. */
export function fallsOn(scene: Scene, holder: Clause, at: number, noun: string): boolean {
  const { lemma, passive } = holder.verb
  const object = holder.objects.includes(at)
  const prep = holder.preps.find((p) => p.args.includes(at))?.word
  const from =
    nounSides(scene.reading, at).has('from') || holder.preps.some((p) => p.word === 'from')
  if (/^(?:support|backing|endorsement|approval|blessing|sponsorship)$/.test(noun))
    return (
      object &&
      /^(?:have|win|enjoy|secure|get|receive|gain|earn|draw|attract|retain|lose)$/.test(lemma) &&
      !passive
    )
  if (!from) return false
  if (object && !passive)
    return /^(?:draw|face|win|attract|provoke|spark|prompt|trigger|elicit|incur|suffer|meet|garner|encounter|bring)$/.test(
      lemma,
    )
  return (
    (prep === 'under' && /^(?:come|be|remain|find)$/.test(lemma)) ||
    (prep === 'with' && passive && /^(?:meet|greet)$/.test(lemma))
  )
}
