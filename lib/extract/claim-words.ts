/** What people put in writing: "in a letter to the board, X warned", "Y said in a statement", "the report's author, Z". */
import type { EntityKind } from '../schema'
import { type Filler, fillers } from './arguments'
import { push } from './claim-emit'
import { pushNoun } from './claim-nouns'
import { inTalks } from './claim-talks'
import type { Clause } from './clause'
import { fold, paperFamilies } from './lexicon'
import { nounSides } from './noun-sides'
import type { NounPhrase } from './phrase'
import { actorKinds, type Scene } from './scene'
import { lower, type Referent } from './span'
import { clauseStance } from './stance'

const writings =
  /^(?:letter|report|statement|submission|memo|memorandum|e-?mail|note|post|blog post|article|op-ed|essay|column|editorial|filing|complaint|petition|affidavit|book|memoir|paper|study|tweet|message|brief|briefing|review|analysis|declaration|communique|circular|bulletin|newsletter|press release|opinion|ruling|judgment|judgement|audit|dossier|resolution|appeal|response|testimony|survey|assessment)$/
const sent =
  /^(?:letter|e-?mail|message|note|memo|memorandum|petition|appeal|complaint|submission|cable)$/
const telling =
  /^(?:say|write|warn|tell|describe|call|accuse|urge|argue|criticize|criticise|conclude|claim|announce|state|note|add|allege|confirm|ask|demand|insist|condemn|reject|denounce|complain|explain|recommend|suggest|propose|deny|express|admit|acknowledge|reveal|disclose|apologize|apologise|predict|estimate|find|rule|defend|praise|welcome|blame|label|dub|question|threaten|pledge|promise|vow|point|appeal|declare|stress|assert|contend|maintain|set|outline|detail|lay|dismiss|oppose|support|back|call|portray|characterize|characterise|raise|compare|cite)$/

/** "In a letter, X warned Y": X wrote it; a letter that warns Y went to Y. */
export function claimWritings(scene: Scene): void {
  const { reading } = scene
  const { units } = reading
  for (const clause of scene.clauses.values()) {
    inTalks(scene, clause)
    if (!telling.test(clause.verb.lemma) || clause.verb.passive || clause.verb.negated) continue
    if (
      clause.link === 'control' ||
      (clause.verb.shape !== 'finite' && clause.verb.shape !== 'gerund')
    )
      continue
    const who = fillers(reading, clause.subjects, actorKinds)
    if (who.length !== 1) continue
    const at = writingOf(scene, clause)
    const paper = at === undefined ? undefined : paperAt(units[at] as NounPhrase)
    if (at === undefined || !paper) continue
    const verdict = clauseStance(reading, clause, scene.clauses)
    if (/^(?:none|denied)$/.test(verdict.stance) || clause.verb.modal) continue
    const text: Filler = { referent: paper, at }
    if (!knownAuthor(scene, paper))
      push(scene, 'authored', who[0]!, text, clause, 'asserted', verdict)
    if (!sent.test(nounAt(scene, at)) || nounSides(reading, at).has('to')) continue
    const reader = fillers(reading, clause.objects, actorKinds)
    if (
      reader.length === 1 &&
      /^(?:warn|tell|urge|ask|write|inform|remind|thank|accuse|beg|implore)$/.test(
        clause.verb.lemma,
      )
    )
      push(scene, 'presented', text, reader[0]!, clause, 'asserted', verdict)
  }
  units.forEach((unit, at) => {
    if (unit.type === 'np') claimAuthor(scene, unit, at)
  })
}

const knownAuthor = (scene: Scene, paper: Referent): boolean =>
  scene.drafts.some((d) => d.relation === 'authored' && d.to === paper)

const paperAt = (np: NounPhrase): Referent | undefined => {
  const referent = np.spans[0]?.referent
  return referent?.kind === 'paper' ? referent : undefined
}

const nounAt = (scene: Scene, at: number): string => {
  const np = scene.reading.units[at] as NounPhrase
  return np.spans[0]?.noun ?? fold(scene.reading.sentence.tokens[np.head]?.lemma ?? '')
}

/** The writing behind "in" that the clause's subject speaks through: behind the verb, before the subject, or before the verb. */
function writingOf(scene: Scene, clause: Clause): number | undefined {
  const { units, sentence } = scene.reading
  const fits = (at: number | undefined): boolean => {
    const np = at === undefined ? undefined : units[at]
    if (np?.type !== 'np' || !writings.test(nounAt(scene, at!))) return false
    const before = units[at! - 1]
    if (before?.type !== 'prep' || !/^(?:in|via)$/.test(before.word)) return false
    const article = lower(sentence.tokens[np.from])
    const owner = np.owner?.spans[0]?.referent
    const subject = fillers(scene.reading, clause.subjects, actorKinds)[0]?.referent
    return owner
      ? owner === subject
      : /^(?:a|an|another)$/.test(article) ||
          (clause.verb.lemma === 'write' && /^(?:the|this)$/.test(article))
  }
  const behind = clause.preps.find((p) => p.word === 'in')?.args[0]
  if (fits(behind)) return behind
  for (let k = clause.at + 1; k < Math.min(units.length, clause.at + 7); k++) {
    if (units[k]!.type === 'stop' || units[k]!.type === 'vg') break
    if (units[k]!.type === 'prep' && fits(k + 1)) return k + 1
  }
  const first = clause.subjects.length ? Math.min(clause.at, ...clause.subjects) : clause.at
  // "In a statement, X said", "X …, and in a submission to the committee called it"
  for (let k = first - 1; k >= Math.max(0, first - 8); k--) {
    if (units[k]!.type === 'stop') break
    if (units[k]!.type === 'vg' && (units[k] as { shape: string }).shape === 'finite') break
    if (fits(k) && (k === 1 || units[k - 2]?.type === 'cc' || units[k - 2]?.type === 'comma'))
      return k
  }
  if (clause.subjects.length)
    for (let k = clause.at - 1; k > Math.max(...clause.subjects, clause.at - 9); k--) {
      if (units[k]!.type === 'vg' && (units[k] as { shape: string }).shape === 'finite') break
      if (fits(k)) return k
    }
  return undefined
}

const makers: ReadonlyMap<string, string> = new Map([
  ...'author co-author coauthor writer drafter architect draftsman'
    .split(' ')
    .map((w): [string, string] => [w, 'authored']),
  ...'sponsor co-sponsor cosponsor backer supporter advocate champion proponent'
    .split(' ')
    .map((w): [string, string] => [w, 'backed']),
  ...'opponent critic'.split(' ').map((w): [string, string] => [w, 'rejected']),
  ['signatory', 'signed'],
  ['publisher', 'published'],
])

/** "the report's author, X", "X, the bill's sponsor", "co-author Y" of the study the report is about. */
function claimAuthor(scene: Scene, np: NounPhrase, at: number): void {
  const { tokens } = scene.reading.sentence
  const role = np.name?.role
  const head = role ? fold(role.words.split(' ').at(-1)!) : fold(tokens[np.head]?.lemma ?? '')
  const bare = np.name && !role && np.name.from > np.from ? tokens[np.name.from - 1]!.folded : head
  const relation = makers.get(head) ?? makers.get(bare)
  // "X, the state epidemiologist and the report's author"
  const left = scene.reading.units[at - 1]?.type === 'cc' ? scene.reading.units[at - 2] : undefined
  const stand = /^(?:backed|rejected)$/.test(relation ?? '')
  const own = np.spans[0]?.referent
  const beside = left?.type === 'np' ? left.spans[0]?.referent : nameBefore(scene, at)
  // "critics of the plan" are nobody else
  const who = own?.kind === 'person' ? own : (beside ?? (stand ? whoIs(scene, at) : undefined))
  if (relation === undefined && /^(?:adviser|advisor|counsellor|counselor)$/.test(head)) {
    advises(scene, np, at)
    return
  }
  if (!relation || !who || isDoubted(scene, np, at) || !(stand ? actorKinds : people).has(who.kind))
    return
  const owner = np.owner?.spans[0]?.referent
  const of =
    scene.reading.units[at + 1]?.type === 'prep' &&
    (scene.reading.units[at + 1] as { word: string }).word === 'of'
      ? scene.reading.units[at + 2]
      : undefined
  // "a critic of the president" is against him, "an author of" needs a paper
  const person =
    stand && of?.type === 'np' ? fillers(scene.reading, [at + 2], actorKinds)[0] : undefined
  const held = of?.type === 'np' ? (paperAt(of) ?? person?.referent) : undefined
  const paper =
    owner?.kind === 'paper'
      ? owner
      : (held ?? (/author$/.test(makers.has(head) ? head : bare) ? mainStudy(scene) : undefined))
  if (!paper || paper === who || (of && !held)) return
  pushNoun(scene, relation, { referent: who, at }, { referent: paper, at: held ? at + 2 : at }, at)
}

/** "Berg's adviser, Luis Ortega", "Luis Ortega, an adviser to Berg": who advises whom. */
function advises(scene: Scene, np: NounPhrase, at: number): void {
  const { units } = scene.reading
  const next = units[at + 1]
  const behind = next?.type === 'prep' && /^(?:to|of|for)$/.test(next.word) ? [at + 2] : []
  const whom = np.owner?.spans[0]?.referent ?? fillers(scene.reading, behind, people)[0]?.referent
  let who = np.spans[0]?.referent
  let named = at
  // ", the former magistrate Luis Ortega,"
  const name = next?.type === 'comma' ? units[at + 2] : undefined
  if (!who && name?.type === 'np' && name.name?.kind === 'person' && !name.owner) {
    who = name.spans[0]?.referent
    named = at + 2
  }
  if (!who) {
    who = nameBefore(scene, at)
    named = at - 2
  }
  if (whom?.kind !== 'person' || who?.kind !== 'person' || who === whom) return
  pushNoun(scene, 'advised', { referent: who, at: named }, { referent: whom, at }, at)
}

const people: ReadonlySet<EntityKind> = new Set(['person'])

/** "Luis Ortega, a critic of": the name in front of the comma. */
function nameBefore({ reading: { units } }: Scene, at: number): Referent | undefined {
  const name = units[at - 1]?.type === 'comma' ? units[at - 2] : undefined
  return name?.type === 'np' && name.name ? name.spans[0]?.referent : undefined
}

/** "Berg is no critic of", "Berg is not a critic of", "Berg may be a critic of" */
function isDoubted({ clauses, reading }: Scene, np: NounPhrase, at: number): boolean {
  const { tokens } = reading.sentence
  if (/^(?:no|not|never|hardly)$/.test(lower(tokens[np.from]))) return true
  const clause = [...clauses.values()].find((c) => c.complement === at)
  if (!clause) return false
  const stated = clauseStance(reading, clause, clauses).stance === 'asserted'
  return !stated || lower(tokens[np.from - 1]) === 'not'
}

/** "Berg is a vocal critic of": who is said to be it. */
function whoIs({ clauses, reading }: Scene, at: number): Referent | undefined {
  const clause = [...clauses.values()].find((c) => c.complement === at)
  if (clause?.subjects.length !== 1) return undefined
  const subject = reading.units[clause.subjects[0]!]
  return subject?.type === 'np' ? subject.spans[0]?.referent : undefined
}

/** The one study a report is about. */
function mainStudy(scene: Scene): Referent | undefined {
  const studies = scene.discourse.referents.filter(
    (r) =>
      r.kind === 'paper' &&
      r.spans.length >= 2 &&
      paperFamilies(r.noun ?? '').includes('study') &&
      r.spans[0]!.sentence < scene.reading.index,
  )
  return studies.length === 1 ? studies[0] : undefined
}
