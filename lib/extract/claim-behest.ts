/**
 * At whose wish, with whose support and against whose will something was done: “at the request of A”, “on the advice
 * of A”, “with the support of A”, “over the objections of A”.
 */
import type { EntityKind } from '../schema'
import { type Filler, fillers, ownerFillers } from './arguments'
import { pushNoun } from './claim-nouns'
import type { Clause } from './clause'
import { nounSides } from './noun-sides'
import { isNp } from './phrase-list'
import { actorKinds, type Scene } from './scene'
import { clauseStance } from './stance'

/** Preposition and noun, and what the noun's party did to whom it concerns: the one who acts, or the paper dealt with. */
const behests: ReadonlyMap<string, { relation: string; paper?: true }> = new Map(
  Object.entries({
    'at:request,behest,instigation;on:order,orders,instruction,instructions;under:order,orders':
      'directed',
    'at:insistence,urging,demand;under:pressure': 'pressured',
    'on:advice,recommendation;following:advice': 'advised',
    'with:support,backing,blessing,approval,consent': 'backed',
    'over:opposition,objection,objections;despite:opposition,objection,objections,resistance':
      'rejected',
  }).flatMap(([phrases, relation]) =>
    phrases.split(';').flatMap((phrase) => {
      const [prep, nouns] = phrase.split(':')
      const paper = /^(?:backed|rejected)$/.test(relation)
      return nouns!
        .split(',')
        .map((noun): [string, { relation: string; paper?: true }] => [
          `${prep} ${noun}`,
          { relation, ...(paper && { paper }) },
        ])
    }),
  ),
)

const leading = new Set([...behests.keys()].map((phrase) => phrase.split(' ')[0]!))

const papers = new Set<EntityKind>(['paper'])

export function claimBehests(scene: Scene): void {
  const { reading } = scene
  const { tokens } = reading.sentence
  reading.units.forEach((prep, k) => {
    const np = reading.units[k + 1]
    if (prep.type !== 'prep' || !leading.has(prep.word) || !isNp(np)) return
    const row = behests.get(`${prep.word} ${tokens[np.head]!.folded}`)
    if (!row) return
    const clause = clauseWith(scene, k)
    const who = clause ? partiesOf(scene, k + 1) : []
    if (!clause || !who.length) return
    const whom = concerned(scene, clause, row.paper)
    const verdict = clauseStance(reading, clause, scene.clauses)
    if (verdict.stance === 'none' || verdict.stance === 'denied') return
    for (const a of who)
      for (const b of whom) pushNoun(scene, row.relation, a, b, k + 1, clause, false, verdict)
  })
}

/** The clause that the phrase belongs to: the one before it, or the one it opens. */
function clauseWith({ clauses, reading }: Scene, at: number): Clause | undefined {
  for (let k = at - 1; k >= 0; k--) {
    if (/^(?:stop|sub|rel)$/.test(reading.units[k]!.type)) return undefined
    const clause = clauses.get(k)
    if (clause) return clause
  }
  return [...clauses.values()].find((c) => c.at > at && c.verb.shape === 'finite')
}

function partiesOf(scene: Scene, at: number): Filler[] {
  const np = scene.reading.units[at]
  if (!isNp(np)) return []
  const owner = ownerFillers(np, at, actorKinds)
  if (owner.length) return owner
  const sides = nounSides(scene.reading, at)
  return fillers(scene.reading, sides.get('of') ?? sides.get('from') ?? [], actorKinds)
}

/** Who acts, or who has it done to them; of a paper, the paper first. */
function concerned(scene: Scene, clause: Clause, paper?: true): Filler[] {
  if (paper) {
    const text = fillers(scene.reading, clause.objects, papers)
    if (text.length) return text
    // "took office with the support of A"; what is done to the paper is not done to the one who acts
    return clause.objects.length || clause.verb.passive ? [] : doers(scene, clause)
  }
  return doers(scene, clause)
}

function doers(scene: Scene, clause: Clause): Filler[] {
  const acts = fillers(scene.reading, clause.subjects, actorKinds)
  return acts.length || !clause.verb.passive
    ? acts
    : fillers(scene.reading, clause.objects, actorKinds)
}
