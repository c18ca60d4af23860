/** Which of a verb's senses a clause has: “called it a farce” is no phone call, “raised an appeal” changes no text. */
import { type Filler, fillers } from './arguments'
import { slotUnits } from './claim-slots'
import type { Clause } from './clause'
import { drafts, headNoun } from './frame-fit'
import type { Frame } from './frame-table'
import { paperFamilies } from './lexicon'
import type { Scene } from './scene'
import { lower, type Referent } from './span'

const behind = ({ preps }: Clause, words: RegExp): boolean => preps.some((p) => words.test(p.word))

/** Whether the clause's words show that the verb does not mean what the frame says. */
export function otherSense(
  scene: Scene,
  clause: Clause,
  { relation, called, stake, toKinds, to }: Frame,
  from: readonly Filler[],
): boolean {
  const { lemma } = clause.verb
  // "raised a 20% stake in A", not "raised A"
  if (stake)
    return !/^(?:stake|share|shareholding|holding)$/.test(headNoun(scene, clause.objects[0]))
  if (called) return !isCalled(scene, clause)
  if (relation === 'backed') return wantsChanged(scene, clause, to)
  // "called it a charter", "called on A to sign" are no phone calls; "wrote a letter to A": the letter goes there
  if (relation === 'spoke' && lemma === 'call')
    return behind(clause, /^(?:on|upon|for)$/) || isCalled(scene, clause)
  if (relation === 'spoke' && lemma === 'write') return clause.objects.length > 0
  // "Norway dismissed Berg" from office, unless as something: "dismissed Berg as a fool"
  if (relation === 'rejected' && lemma === 'dismiss')
    return (
      !behind(clause, /^as$/) &&
      fillers(scene.reading, clause.objects, undefined).some(
        (f) => f.referent.kind === 'person' && !f.referent.weak,
      )
    )
  // "pleaded not guilty"
  if (lemma === 'plead' && relation === 'denied')
    return lower(scene.reading.sentence.tokens[clause.verb.main + 1]) !== 'not'
  // "adopted it as an upmarket car"
  if (lemma === 'adopt') return behind(clause, /^as$/)
  // "sent A his congratulations": nobody is sent anywhere
  if (relation === 'directed' && lemma === 'send') {
    const [first, second] = clause.objects
    return first !== undefined && second === first + 1
  }
  // "attacked A over the plan", "Berg attacked Ortega" is said, not done
  if (lemma === 'attack' && toKinds?.has('person')) {
    const named = (f: Filler) => f.referent.kind === 'person' && !f.referent.weak
    const said = behind(clause, /^(?:for|over)$/) || (from.length > 0 && from.every(named))
    return said !== (relation === 'rejected')
  }
  return false
}

/** Whether the thing is of the sort that the verb does this to. */
export function fitsVerb({ verb }: Clause, frame: Frame, thing: Referent): boolean {
  const noun = thing.noun ?? ''
  if (frame.draft && !drafts.test(noun)) return false
  switch (frame.relation) {
    case 'signed':
      // "reached a verdict": one decides, nobody agrees
      if (!/^(?:reach|strike|secure)$/.test(verb.lemma)) return true
      return paperFamilies(noun).some((family) => /^(?:plan|contract)$/.test(family))
    case 'revised':
      // "raised an appeal" lodges it, "raised its offer" changes it
      return verb.lemma !== 'raise' || /^(?:bid|offer|budget|limit)$/.test(noun)
    case 'shaped':
      // "withdrew the drug “based on what it knew”": the deed is, not the drug
      return thing.kind !== 'other' || thing.weak
    case 'holds_role':
      // one leads a panel, and of "300 fighters" no office is known
      // nor is leading a delegation one
      return thing.noun !== 'delegation' && (thing.kind !== 'group' || !thing.spans[0]?.plural)
    default:
      return true
  }
}

/** "worked hard to get a deal": a deal is won, not handed over. */
export const won = ({ verb }: Clause, thing: Referent): boolean =>
  /^(?:get|obtain)$/.test(verb.lemma) &&
  /^(?:deal|agreement|contract|pact|accord|settlement|treaty)$/.test(thing.noun ?? '')

const keeps =
  /^(?:insert|include|add|adopt|pass|approve|sign|implement|keep|extend|ratify|enact|enforce|introduce)$/

/** "called for the embargo to be lifted", "wanted the ban lifted": what is to become of a thing is no support for it. */
function wantsChanged(scene: Scene, clause: Clause, slots: Frame['to']): boolean {
  const last = slots.flatMap((slot) => slotUnits(clause, slot)).at(-1)
  if (
    last === undefined ||
    !/^(?:want|prefer|call|appeal|plead|push|press|lobby|campaign|fight)$/.test(clause.verb.lemma)
  )
    return false
  const next = scene.reading.units[last + 1]
  if (next?.type === 'vg' && keeps.test(next.lemma)) return false
  return next?.type === 'vg' && (next.shape === 'infinitive' || next.shape === 'participle')
}

/** "called it a farce", "described the plan as a wish list" */
function isCalled(scene: Scene, clause: Clause): boolean {
  if (clause.preps.some((p) => p.word === 'as')) return true
  const { units } = scene.reading
  // "considers A a mistake", not "is considering sanctions and tariffs"
  const [first, second] = clause.objects
  if (clause.verb.lemma === 'consider') return first !== undefined && second === first + 1
  const next = units.slice(clause.at + 1, clause.at + 8)
  const as = next.findIndex((u) => (u.type === 'prep' || u.type === 'sub') && u.word === 'as')
  if (as >= 0 && !next.slice(0, as).some((u) => u.type === 'vg')) return true
  if (/^(?:call|dub|label|brand|term|deem|declare|nickname)$/.test(clause.verb.lemma)) {
    if (clause.objects.length >= 2) return true
    const nouns = next.findIndex((u) => u.type === 'vg' || u.type === 'stop')
    const row = nouns < 0 ? next : next.slice(0, nouns)
    return (
      row.filter((u) => u.type === 'np').length >= 2 ||
      row.some((u) => u.type === 'quote' || u.type === 'adjective')
    )
  }
  return false
}
