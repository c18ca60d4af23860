/** Wordings whose parties stand in unusual places: “a summit brought together A and B”, “A demanded that B sign”, “A was joined by B at the talks”. */
import type { EntityKind } from '../schema'
import { fillers } from './arguments'
import { emit } from './claim-emit'
import type { Clause } from './clause'
import { fold } from './lexicon'
import { readList } from './phrase-list'
import { actorKinds, type Scene } from './scene'
import { clauseStance } from './stance'

const events = new Set<EntityKind>(['event'])
const papers = new Set<EntityKind>(['paper'])

/** Tries each wording; true where one made a claim. */
export function claimParties(scene: Scene, clause: Clause): boolean {
  return (
    broughtTogether(scene, clause) ||
    demandsThat(scene, clause) ||
    joinedAt(scene, clause) ||
    handsOver(scene, clause) ||
    servesAsAdviser(scene, clause)
  )
}

/** "A summit brought together A and B", "the talks gathered A and B" */
function broughtTogether(scene: Scene, clause: Clause): boolean {
  const { lemma, passive } = clause.verb
  const brings = lemma === 'bring' && clause.particle === 'together'
  if (passive || !(brings || /^(?:gather|unite|convene|assemble|feature)$/.test(lemma)))
    return false
  const event = fillers(scene.reading, clause.subjects, events)
  const parties = fillers(scene.reading, clause.objects, actorKinds)
  return event.length === 1 && parties.length > 0
    ? settle(scene, clause, 'participated', parties, event)
    : false
}

/** "A demanded that B sign the treaty": the verb behind stands in its base form. */
function demandsThat(scene: Scene, clause: Clause): boolean {
  if (clause.verb.passive || !/^(?:demand|insist|request|ask|urge)$/.test(clause.verb.lemma))
    return false
  const { units, sentence } = scene.reading
  const [that, who] = [units[clause.at + 1], units[clause.at + 2]]
  if (that?.type !== 'sub' || that.word !== 'that' || who?.type !== 'np') return false
  const list = readList(units, clause.at + 2)
  const verb = units[list.end]
  if (verb?.type !== 'vg' || verb.from !== verb.main || sentence.tokens[verb.main]?.xpos !== 'VB')
    return false
  const from = fillers(scene.reading, clause.subjects, actorKinds)
  const to = fillers(scene.reading, list.items, actorKinds)
  if (!from.length || !to.length) return false
  const relation = /^(?:request|ask)$/.test(clause.verb.lemma) ? 'directed' : 'pressured'
  return settle(scene, clause, relation, from, to)
}

/** "A was joined by B at the summit", "A joined B for the talks": both were there. */
function joinedAt(scene: Scene, clause: Clause): boolean {
  if (!/^(?:join|accompany)$/.test(clause.verb.lemma)) return false
  const where = clause.preps.find((p) => /^(?:at|in|for)$/.test(p.word))
  const event = where ? fillers(scene.reading, where.args, events) : []
  const parties = [
    ...fillers(scene.reading, clause.subjects, actorKinds),
    ...fillers(scene.reading, clause.objects, actorKinds),
  ]
  return event.length === 1 && parties.length > 1
    ? settle(scene, clause, 'participated', parties, event)
    : false
}

const speaks =
  /^(?:say|tell|speak|announce|declare|warn|sign|explain|promise|argue|unveil|present|reveal|insist|vow|pledge|apologi[sz]e)$/

/** "A told investors at the annual meeting": besides what A said, A was there. */
export function presentAt(scene: Scene, clause: Clause): void {
  if (!speaks.test(clause.verb.lemma) || clause.verb.passive) return
  const at = clause.preps.find((p) => p.word === 'at' || p.word === 'during')
  const event = at ? fillers(scene.reading, at.args, events) : []
  const who = fillers(scene.reading, clause.subjects, new Set<EntityKind>(['person']))
  if (event.length === 1 && who.length) settle(scene, clause, 'participated', who, event)
}

/** "A sent B a letter", "B was sent a letter": of two objects the first gets the second. */
function handsOver(scene: Scene, clause: Clause): boolean {
  const { lemma } = clause.verb
  if (!/^(?:give|send|hand|show|offer|pass|email|forward|lend)$/.test(lemma)) return false
  // "A was sent a letter by B" has A behind the letter
  const behind = clause.objects.filter((k) => k > clause.at)
  const [whom, what] = clause.verb.passive
    ? [clause.objects.filter((k) => k < clause.at), behind]
    : [behind.slice(0, 1), behind.slice(1)]
  const to = fillers(scene.reading, whom, actorKinds)
  const paper = fillers(scene.reading, what.slice(0, 1), papers)
  return to.length > 0 && paper.length > 0 && settle(scene, clause, 'presented', paper, to)
}

/** "A serves as an adviser to B", "A was an adviser to B" */
function servesAsAdviser(scene: Scene, clause: Clause): boolean {
  const { units, sentence } = scene.reading
  const as = clause.preps.find((p) => p.word === 'as')
  const at = clause.verb.copula
    ? clause.complement
    : /^(?:serve|work|act)$/.test(clause.verb.lemma)
      ? as?.args[0]
      : undefined
  const np = at === undefined ? undefined : units[at]
  if (at === undefined || np?.type !== 'np' || np.name) return false
  if (
    !/^(?:adviser|advisor|counsellor|counselor)$/.test(fold(sentence.tokens[np.head]?.lemma ?? ''))
  )
    return false
  const next = units[at + 1]
  const to =
    next?.type === 'prep' && /^(?:to|of|for)$/.test(next.word)
      ? fillers(scene.reading, [at + 2], new Set<EntityKind>(['person']))
      : []
  const from = fillers(
    scene.reading,
    clause.subjects,
    new Set<EntityKind>(['person', 'organization']),
  )
  return from.length && to.length ? settle(scene, clause, 'advised', from, to) : false
}

function settle(
  scene: Scene,
  clause: Clause,
  relation: string,
  from: ReturnType<typeof fillers>,
  to: ReturnType<typeof fillers>,
): boolean {
  const verdict = clauseStance(scene.reading, clause, scene.clauses)
  if (verdict.stance === 'none' || verdict.stance === 'denied') return false
  return emit(scene, relation, from, to, clause, verdict.stance, verdict) > 0
}
