/** Denials of what is said: “denied that its troops had crossed”, “denied taking bribes”, “pleaded not guilty to fraud”. */
import { type Filler, fillers } from './arguments'
import { push } from './claim-emit'
import { alsoCalled, idea, lazyIdea, toldIdea } from './claim-ideas'
import type { Clause } from './clause'
import { isNp } from './phrase-list'
import { actorKinds, type Scene } from './scene'
import { textOf } from './span'
import { clauseStance } from './stance'
import { neither } from './stance-words'

/** What is denied and makes no typed claim of its own becomes a thing with the text's words. */
export function claimDenied(scene: Scene): void {
  for (const clause of scene.clauses.values()) {
    const { verb } = clause
    if (!/^(?:deny|refute|rebut)$/.test(verb.lemma) || verb.passive || verb.negated) continue
    if (clause.link === 'control' || neither(scene.reading, clause)) continue
    const who = fillers(scene.reading, clause.subjects, actorKinds)
    const said = who.length ? saidUnder(scene, clause) : undefined
    if (!said || typed(scene, clause)) continue
    const verdict = clauseStance(scene.reading, clause, scene.clauses)
    if (verdict.stance === 'none' || verdict.stance === 'denied') continue
    for (const thing of thingSaid(scene, clause, said))
      for (const denier of who)
        push(scene, 'denied', denier, thing, clause, verdict.stance, verdict)
  }
}

/** The clause that is denied: behind the verb, or behind its "claims that". */
const saidUnder = (scene: Scene, clause: Clause): Clause | undefined =>
  [...scene.clauses.values()].find(
    ({ at, link, governor, verb }) =>
      at > clause.at &&
      governor !== undefined &&
      ((link === 'report' && (governor === clause.at || clause.objects.includes(governor))) ||
        (link === 'control' && governor === clause.at && verb.shape === 'gerund')),
  )

/** "denied that she had met Ortega" is a denied meeting already. */
function typed(scene: Scene, clause: Clause): boolean {
  const { reading, drafts } = scene
  const behind = reading.sentence.tokens[clause.verb.main]!.end
  return drafts.some(
    (d) =>
      d.sentence === reading.index &&
      d.end > behind &&
      (d.relation === 'denied' || d.stance === 'denied' || d.deniedBy.length > 0),
  )
}

function thingSaid(scene: Scene, clause: Clause, said: Clause): Filler[] {
  const { units, sentence } = scene.reading
  const { tokens } = sentence
  if (said.governor !== clause.at) return toldIdea(scene, said.governor!)
  const about = said.verb.passive ? said.objects[0] : said.subjects[0]
  const first = units[about ?? -1]
  const finite = said.verb.shape === 'finite'
  // "denied that any such meeting had been arranged": the meeting
  const idle = said.verb.passive || !said.objects.length
  if (finite && idle && isNp(first) && arises.test(said.verb.lemma)) return thingAt(scene, about!)
  const named = isNp(first) && tokens[first.head]!.upos !== 'PRON' && first.from < said.verb.from
  const opens = finite ? (named ? first.from : said.verb.main) : said.verb.from
  let last = said.at
  for (let k = said.at + 1; k < units.length; k++) {
    const unit = units[k]!
    if (/^(?:comma|stop|quote|sub|rel|cc)$/.test(unit.type)) break
    if ((unit.type === 'vg' && unit.shape === 'finite') || unit.to - opens > longest) break
    if (units[k]!.type !== 'prep') last = k
  }
  const end = units[last]!.to
  // "denied that she had": had done what stands before
  if (last === said.at && finite && !said.verb.passive) return []
  const words = (from: number, to: number) => textOf(scene.discourse.text, sentence, from, to)
  const object = finite ? undefined : said.objects.at(-1)
  const short = finite
    ? words(said.verb.main, end)
    : words(said.verb.from, object === undefined ? end : units[object]!.to)
  const referent = idea(
    scene,
    opens,
    end,
    said.verb.main,
    words(opens, end),
    short,
    said.verb.lemma,
  )
  // "he had passed on the draft": the text's own words, though no name
  if (finite && isNp(first) && first.from < opens) alsoCalled(referent, words(first.from, end))
  return [{ referent, at: last }]
}

const arises =
  /^(?:arrange|hold|plan|schedule|agree|sign|make|reach|exist|occur|happen|offer|discuss|take)$/

/** What the phrase names, or the phrase's own words. */
function thingAt(scene: Scene, at: number): Filler[] {
  const known = fillers(scene.reading, [at], undefined)
  if (!known.length) return lazyIdea(scene, at, true, true)
  const { units, sentence } = scene.reading
  const np = units[at]!
  for (const { referent } of known)
    if (referent.weak && /^(?:any|such)$/.test(sentence.tokens[np.from]!.folded))
      alsoCalled(referent, textOf(scene.discourse.text, sentence, np.from, np.to))
  return known
}

/** In words; the rest of a long sentence is no name for a thing. */
const longest = 14
