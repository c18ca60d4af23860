/** Talks that bargain: “is in talks with”, “peace talks”, “talks on a merger”, “talks to buy”. Other talks are a meeting. */
import { fillers } from './arguments'
import { emit, emitPairs } from './claim-emit'
import type { Clause } from './clause'
import { fold } from './lexicon'
import { nounSides } from './noun-sides'
import { isNp } from './phrase-list'
import type { Reading } from './reading'
import { actorKinds, type Scene } from './scene'
import { lower } from './span'
import { clauseStance } from './stance'

/** What two sides haggle over, before the noun or behind "on". */
const bargained = new Set(
  'peace trade merger takeover coalition ceasefire cease-fire truce contract pay wage nuclear accession disarmament bailout settlement treaty deal agreement accord pact sale purchase acquisition release swap partnership venture tariff withdrawal handover loan debt'.split(
    ' ',
  ),
)
const talking = /^(?:talks?|discussions?|dialogue)$/

/** Whether the talks of the phrase at `at` are about a deal. */
export function bargains(reading: Reading, at: number): boolean {
  const { tokens } = reading.sentence
  const np = reading.units[at]
  if (!isNp(np) || !talking.test(lower(tokens[np.head]))) return false
  for (let k = np.from; k < np.head; k++) if (bargained.has(fold(tokens[k]!.lemma))) return true
  for (const [word, args] of nounSides(reading, at)) {
    if (!/^(?:on|over|about|for|towards?)$/.test(word)) continue
    const topic = reading.units[args[0] ?? -1]
    if (isNp(topic) && bargained.has(fold(tokens[topic.head]!.lemma))) return true
  }
  // "in talks with A to buy"
  let k = at + 1
  while (reading.units[k]?.type === 'np' || reading.units[k]?.type === 'prep') k++
  const next = reading.units[k]
  return next?.type === 'vg' && next.shape === 'infinitive'
}

/** "A is in talks with B", "A and B are in talks", "A entered into negotiations with B" */
export function inTalks(scene: Scene, clause: Clause): void {
  if (
    !clause.verb.copula &&
    !/^(?:remain|enter|open|begin|start|stay|engage)$/.test(clause.verb.lemma)
  )
    return
  const { reading } = scene
  const noun = (k: number) => {
    const np = reading.units[k]
    return isNp(np) ? lower(reading.sentence.tokens[np.head]) : ''
  }
  const talks = clause.preps.find(
    (p) =>
      /^(?:in|into)$/.test(p.word) &&
      p.args.some((k) =>
        /^(?:talks?|negotiations?|discussions?|contact|touch|dialogue|communication)$/.test(
          noun(k),
        ),
      ),
  )
  if (!talks) return
  const relation = /^(?:talk|nego|disc)/.test(noun(talks.args[0]!)) ? 'negotiated' : 'spoke'
  const from = fillers(reading, clause.subjects, actorKinds)
  const sides = [
    ...(nounSides(reading, talks.args[0]!).get('with') ?? []),
    ...(clause.preps.find((p) => p.word === 'with')?.args ?? []),
  ]
  if (!sides.length && from.length === 2) {
    emitPairs(scene, relation, from, clause)
    return
  }
  const to = fillers(reading, [...new Set(sides)], actorKinds)
  const verdict = clauseStance(reading, clause, scene.clauses)
  if (!from.length || !to.length || verdict.stance === 'none') return
  emit(scene, relation, from, to, clause, verdict.stance, verdict)
}
