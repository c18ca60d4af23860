/** Nouns that say what happened: “a meeting between A and B”, “offered advice to”, “publication by”. */
import type { EntityKind } from '../schema'
import { type Filler, fillers, ownerFillers } from './arguments'
import { clauseSources } from './attribution'
import { actorRelations, faceless, quote } from './claim-emit'
import { bargains } from './claim-talks'
import type { Clause } from './clause'
import { lightVerbs } from './frame-words'
import { fold } from './lexicon'
import { nounFrames } from './noun-frames'
import { fallsOn, subjectOf, visitors } from './noun-parties'
import { nounSides } from './noun-sides'
import type { NounPhrase } from './phrase'
import type { Reading } from './reading'
import { actorKinds, type Scene } from './scene'
import { findSetting } from './settings'
import type { Source } from './source'
import { lower } from './span'
import type { Verdict } from './stance'
import { nounStance } from './stance-noun'

/** The clause whose subject, object or prepositional phrase the unit is. */
function holderOf(scene: Scene, at: number): Clause | undefined {
  for (const clause of scene.clauses.values()) {
    if (clause.objects.includes(at) || clause.subjects.includes(at)) return clause
  }
  for (const clause of scene.clauses.values())
    if (clause.preps.some((p) => p.args.includes(at))) return clause
  for (let k = at - 1; k >= 0; k--) {
    const clause = scene.clauses.get(k)
    if (clause) return clause
    if (scene.reading.units[k]!.type === 'stop') break
  }
  return undefined
}

export function claimNouns(scene: Scene): void {
  scene.reading.units.forEach((unit, at) => {
    if (unit.type === 'np') claimNoun(scene, unit, at)
  })
}

/** "signed a memorandum at a meeting between A and B": the two met, whoever signed. */
function ofMeeting(reading: Reading, prep: Clause['preps'][number], at: number): boolean {
  const met = reading.units[prep.at - 1]
  return (
    /^(?:between|with)$/.test(prep.word) &&
    prep.at - 1 !== at &&
    met?.type === 'np' &&
    met.spans.some((s) => (s.referent?.kind ?? s.kind) === 'event')
  )
}

/** Nouns that mean another where they come from somebody: "faced calls from A", "came under fire from A". */
const fallenOn: ReadonlyMap<string, string> = new Map([
  ['call', 'demand'],
  ['fire', 'criticism'],
  ['flak', 'criticism'],
])

function claimNoun(scene: Scene, np: NounPhrase, at: number): void {
  const { reading } = scene
  const { tokens } = reading.sentence
  const noun = fold(tokens[np.head]?.lemma ?? '')
  const two = `${lower(tokens[np.head - 1])} ${noun}`
  const known = nounFrames.get(two) ?? nounFrames.get(noun)
  const fallen = nounFrames.get(fallenOn.get(noun) ?? '')
  if (!(known ?? fallen) || np.name) return
  const holder = holderOf(scene, at)
  const isObject = holder?.objects.includes(at) ?? false
  const lost = holder?.verb.lemma === 'lose' && /^(?:confidence|faith|trust)$/.test(noun)
  const light = holder !== undefined && isObject && (lost || lightVerbs.has(holder.verb.lemma))
  const sides = nounSides(reading, at)
  if (light && holder)
    for (const prep of holder.preps)
      if (
        !sides.has(prep.word) &&
        !ofMeeting(reading, prep, at) &&
        !(prep.word === 'by' && holder.verb.passive)
      )
        sides.set(prep.word, prep.args)
  const company = light && /^(?:receive|get|obtain)$/.test(holder?.verb.lemma ?? '')
  // "drew criticism from", "came under pressure from", "was met with opposition from": it fell on the subject
  const fellOn = holder && fallsOn(scene, holder, at, noun) ? subjectOf(holder) : []
  for (const frame of (fellOn.length ? (fallen ?? known) : known) ?? []) {
    const pick = (
      slots: readonly string[],
      kinds: ReadonlySet<EntityKind> | undefined,
    ): Filler[] => {
      for (const slot of slots) {
        if (slot === 'owner') {
          const owner = ownerFillers(np, at, kinds)
          if (owner.length) return owner
          if (light && holder && !company) {
            const subject = fillers(reading, holder.subjects, kinds)
            if (subject.length) return subject
          }
          const visitor = (frame.mutual ? visitors(scene, holder, at, kinds) : []).filter(
            (f) => f.referent.kind !== 'group',
          )
          if (visitor.length) return visitor
          const lead = leadName(np, at, kinds)
          if (lead.length) return lead
        } else if (slot === 'self') {
          const self = np.spans
            .flatMap((s) => s.referent ?? [])
            .filter((r) => !kinds || kinds.has(r.kind))
          if (self.length) return self.map((referent) => ({ referent, at }))
        } else {
          const found = fillers(reading, sides.get(slot) ?? [], kinds)
          if (found.length) return found
        }
      }
      return []
    }
    const pickFrom = (words: readonly string[], kinds: ReadonlySet<EntityKind> | undefined) =>
      words.map((word) => fillers(reading, sides.get(word) ?? [], kinds)).find((f) => f.length) ??
      []
    // "a call for Berg to resign" presses Berg, "a call for reform" backs it
    if (frame.infinitive && !leadsToDeed(reading, sides, frame.to)) continue
    let from = pick(frame.from, frame.fromKinds)
    let to = pick(frame.to, frame.toKinds)
    if (fellOn.length) {
      // "has the backing of Norway": "of" tells who backs
      from = pickFrom(['from', 'by', 'of', 'among'], frame.fromKinds)
      if (!from.length) from = ownerFillers(np, at, frame.fromKinds)
      to = fillers(reading, fellOn, frame.toKinds)
    }
    // "got counsel from Witkoff": who got it is whom it went to
    if (light && holder && !to.length && /^(?:receive|get|obtain)$/.test(holder.verb.lemma))
      to = fillers(reading, holder.subjects, frame.toKinds)
    if (frame.mutual) {
      const all = dedupe([...from, ...to])
      const third = all.length >= 3
      if (third && /^(?:met|spoke|negotiated)$/.test(frame.relation)) {
        gather(scene, np, at, all, holder, light)
        return
      }
      if (
        to.length === 0 ||
        from.length === 0 ||
        from.some((f) => to.some((t) => t.referent === f.referent))
      ) {
        // "chaired a meeting with A and B": A and B need not have met each other
        const both = sides.has('between') || sides.has('of') || from.length > 0
        if (all.length !== 2 || !both) continue
        from = [all[0]!]
        to = [all[1]!]
      }
    }
    if (!from.length || !to.length) continue
    // a bid that is rejected was still made
    const exists = /^(?:authored|presented|published)$/.test(frame.relation) && !light
    const put = nounStance(reading, at, exists ? undefined : holder, light, scene.clauses)
    // "its bid for the bank" is no purchase yet, a refused one never will be
    const sought = frame.relation === 'acquired' && /(?:bid|offer)$/.test(noun)
    if (put.stance === 'none' || (sought && put.stance === 'denied')) continue
    const verdict: Verdict = sought ? { stance: 'planned' } : put
    const relation =
      frame.relation === 'met' && bargains(reading, at) ? 'negotiated' : frame.relation
    let made = 0
    for (const a of from)
      for (const b of to) made += pushNoun(scene, relation, a, b, at, holder, light, verdict)
    // "a letter from A to B" went to B as well
    if (made && frame.relation === 'authored') continue
    if (made) {
      const event = np.spans[0]?.referent
      if (event?.kind === 'event')
        for (const p of dedupe([...from, ...to])) event.notes.push(`party:${p.referent.id}`)
      return
    }
  }
}

/** Whether "to" and a verb follow the noun's phrase: "calls for Berg to resign". */
function leadsToDeed(
  reading: Reading,
  sides: ReadonlyMap<string, readonly number[]>,
  slots: readonly string[],
): boolean {
  return slots.some((slot) => {
    const next = reading.units[(sides.get(slot)?.at(-1) ?? Number.NaN) + 1]
    return next?.type === 'vg' && next.shape === 'infinitive'
  })
}

/** "US reliance", "the Trump-Putin meeting": a name right before the noun. */
function leadName(
  np: NounPhrase,
  at: number,
  kinds: ReadonlySet<EntityKind> | undefined,
): Filler[] {
  return np.inner
    .filter(
      (s) =>
        s.referent &&
        s.form === 'name' &&
        s.to <= np.head &&
        (s.referent.kind === 'person' || s.referent.kind === 'organization') &&
        (!kinds || kinds.has(s.referent.kind)),
    )
    .map((s) => ({ referent: s.referent!, at }))
}

function dedupe(list: readonly Filler[]): Filler[] {
  return [...new Map(list.map((f) => [f.referent.id, f])).values()]
}

/** Puts down what a noun at `at` says, under the clause that holds it where one does. */
export function pushNoun(
  scene: Scene,
  relation: string,
  a: Filler,
  b: Filler,
  at: number,
  holder?: Clause,
  light = false,
  verdict: Verdict = { stance: 'asserted' },
): number {
  if (a.referent === b.referent || verdict.stance === 'none') return 0
  if (
    actorRelations.has(relation) &&
    !(actorKinds.has(a.referent.kind) && actorKinds.has(b.referent.kind))
  )
    return 0
  if (
    /^(?:spoke|met)$/.test(relation) &&
    (faceless.has(b.referent.noun ?? '') || faceless.has(a.referent.noun ?? ''))
  )
    return 0
  const { reading, discourse } = scene
  const units = [at, a.at, b.at]
  if (light && holder) units.push(holder.at)
  scene.drafts.push({
    relation,
    from: a.referent,
    to: b.referent,
    ...quote(scene, units),
    stance: verdict.stance,
    sources: holder ? nounSources(scene, holder, at) : [],
    deniedBy: [],
    ...findSetting(
      discourse.text,
      reading,
      Math.min(at, a.at),
      Math.max(...units),
      light ? holder : undefined,
    ),
    sentence: reading.index,
  })
  return 1
}

/** The clause's sources; who announces a thing is a source of it too. */
function nounSources(scene: Scene, holder: Clause, at: number): Source[] {
  const chain = clauseSources(scene.discourse, scene.reading, holder, scene.clauses)
  if (
    holder.objects.includes(at) &&
    /^(?:announce|confirm|report|reveal|disclose|deny|allege|acknowledge|describe)$/.test(
      holder.verb.lemma,
    )
  ) {
    for (const f of fillers(scene.reading, holder.subjects, actorKinds)) {
      if (!chain.some((s) => s.referent === f.referent))
        chain.push({ referent: f.referent, words: f.referent.name })
    }
  }
  return chain
}

/** Three or more parties: an event of its own, with its participants. */
function gather(
  scene: Scene,
  np: NounPhrase,
  at: number,
  parties: readonly Filler[],
  holder: Clause | undefined,
  light: boolean,
): void {
  const event = np.spans[0]?.referent
  if (event?.kind !== 'event') return
  const verdict = nounStance(scene.reading, at, holder, light, scene.clauses)
  if (verdict.stance === 'none') return
  for (const party of parties) {
    if (!actorKinds.has(party.referent.kind)) continue
    pushNoun(scene, 'participated', party, { referent: event, at }, at, holder, light, verdict)
  }
}
