/** Who does the same as the one before: “Norway opposes the treaty, as does Iceland”, “and so has Iceland”. */
import { fillers } from './arguments'
import type { Clause } from './clause'
import { readList } from './phrase-list'
import { actorKinds, type Scene } from './scene'

const auxiliary = /^(?:do|have|be|will|would|can|could)$/

/** Repeats the clause's claims, from `first` on, for whoever is said to do so too. */
export function echoClaims(scene: Scene, clause: Clause, first: number): void {
  const { units, sentence } = scene.reading
  if (clause.verb.passive || clause.verb.negated) return
  for (let k = clause.at + 1; k < units.length - 2; k++) {
    const [opener, verb, who] = [units[k]!, units[k + 1]!, units[k + 2]!]
    if (!('word' in opener) || verb.type !== 'vg' || who.type !== 'np') continue
    if (!/^(?:as|so)$/.test(opener.word) || !auxiliary.test(verb.lemma)) continue
    const { items, end } = readList(units, k + 2)
    if (units[end] && !/^(?:stop|comma)$/.test(units[end]!.type)) return
    for (const { referent } of fillers(scene.reading, items, actorKinds))
      for (const draft of scene.drafts.slice(first))
        if (clause.subjects.length && draft.from !== referent && draft.to !== referent)
          scene.drafts.push({
            ...draft,
            from: referent,
            end: sentence.tokens[units[end - 1]!.to - 1]!.end,
          })
    return
  }
}
