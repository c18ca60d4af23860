/** Who does what to whom, for print: every clause with what stands around its verb, typed or not. */

import { clauseSources } from './attribution'
import type { Proposition } from './claim-draft'
import { quote } from './claim-emit'
import type { Scene } from './scene'
import { textOf } from './span'
import { clauseStance } from './stance'

export function listClauses(scene: Scene): Proposition[] {
  const { reading, discourse } = scene
  const words = (units: readonly number[]) =>
    units.map((k) =>
      textOf(discourse.text, reading.sentence, reading.units[k]!.from, reading.units[k]!.to),
    )
  return [...scene.clauses.values()].flatMap((clause) => {
    const args = [
      ...clause.subjects,
      ...clause.objects,
      ...clause.preps.flatMap((p) => p.args),
      ...(clause.complement === undefined ? [] : [clause.complement]),
    ]
    if (!args.length) return []
    return [
      {
        ...quote(scene, [clause.at, ...args]),
        predicate: `${clause.verb.lemma}${clause.particle ? ` ${clause.particle}` : ''}`,
        subjects: words(clause.subjects),
        objects: [
          ...words(clause.objects),
          ...words(clause.complement === undefined ? [] : [clause.complement]),
        ],
        others: clause.preps.map((p) => `${p.word} ${words(p.args).join(', ')}`),
        stance: clauseStance(reading, clause, scene.clauses).stance,
        attribution: clauseSources(discourse, reading, clause, scene.clauses).map((s) => s.words),
      },
    ]
  })
}
