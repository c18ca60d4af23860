/** Things nobody named that are backed, rejected or described: “the ban on imports”, “changing the flag”. */
import type { Filler } from './arguments'
import { slotUnits } from './claim-slots'
import type { Clause } from './clause'
import { addReferent, tie } from './discourse'
import type { Frame } from './frame-table'
import { fold } from './lexicon'
import type { NounPhrase } from './phrase'
import type { Scene } from './scene'
import { lower, newSpan, type Referent, type Span, textOf } from './span'

/** The idea a verb like "support" is about, when it is named by a noun of its own ("the ban"). */
export function ideaAt(scene: Scene, clause: Clause, frame: Frame): Filler[] {
  for (const slot of frame.to) {
    const units = slotUnits(clause, slot)
    const stand = /^(?:backed|rejected|denied)$/.test(frame.relation)
    const found = units.flatMap((at) => lazyIdea(scene, at, stand, frame.relation === 'denied'))
    if (found.length) return found
    if (slot === 'object' && !units.length) {
      const deed = [...scene.clauses.values()].find(
        (c) =>
          c.governor === clause.at &&
          c.link === 'control' &&
          c.verb.shape === 'gerund' &&
          endOf(c) !== undefined,
      )
      if (deed && stand && frame.relation !== 'denied') return deedIdea(scene, deed)
      if (frame.relation === 'denied') {
        const there = deniedThing(scene, clause)
        if (there.length) return there
      }
    }
  }
  return []
}

const vague = new Set(
  'matter thing way issue question case fact situation time part lot number same side day year reason problem need support effort step role word story answer result change work life place point view right'.split(
    ' ',
  ),
)

const somebody = new Set('people person man woman child'.split(' '))

/**
 * "the ban on imports": a definite thing nothing names, known by its own words. What is backed, rejected or denied
 * may also be indefinite: "any link", "a pay rise", "higher wages"; what is denied may stand `bare`: "denied murder".
 */
export function lazyIdea(scene: Scene, at: number, indefinite = false, bare = false): Filler[] {
  const { discourse, reading } = scene
  const np = reading.units[at]
  if (np?.type !== 'np' || np.time || np.name) return []
  const held = (s: Span) => s.referent || !/^(?:paper|event|other)$/.test(s.kind)
  if (np.spans.some((s) => !indefinite || held(s) || (!bare && s.article !== 'none'))) return []
  const token = reading.sentence.tokens[np.head]!
  const owned = np.owner?.spans[0]?.referent !== undefined
  const noun = fold(token.lemma)
  if (token.upos !== 'NOUN' || somebody.has(noun) || (!owned && vague.has(noun))) return []
  const article = lower(reading.sentence.tokens[np.from])
  const inner = np.inner.some((s) => s.to <= np.head)
  const definite = owned || inner || /^(?:the|this|these|those|that)$/.test(article)
  const end = endOfTopic(scene, at)
  // "denied wrongdoing", "rejected claims of fraud"
  const next = reading.units[at + 1]
  const to = next?.type === 'prep' && next.word === 'to'
  const told = np.from === np.head && (bare || (end !== undefined && !to))
  // "any bills" are no bill one could name
  if (np.spans.length && !told && !bare && !np.spans[0]!.modifiers?.length) return []
  const described = np.head > np.from || told || /^(?:any|all)$/.test(article)
  if (!definite && !(indefinite && described)) return []
  let from = np.owner && !owned ? np.owner.to + 1 : np.from
  while (from < np.head && /^(?:DET|PRON)$/.test(reading.sentence.tokens[from]!.upos)) from++
  const words = textOf(discourse.text, reading.sentence, from, np.to)
  const name =
    end !== undefined && !inner && !owned
      ? textOf(discourse.text, reading.sentence, from, end)
      : words
  const thing = idea(scene, np.from, np.to, np.head, name, words, noun, np.spans)
  if (/^(?:this|that|these|those|any|such)$/.test(article))
    alsoCalled(thing, textOf(discourse.text, reading.sentence, np.from, np.to))
  return [{ referent: thing, at }]
}

/** Where "of fraud" ends behind "claims", "to close the mine" behind "plans". */
function endOfTopic(scene: Scene, at: number): number | undefined {
  const [next, topic] = [scene.reading.units[at + 1], scene.reading.units[at + 2]]
  if (next?.type === 'vg' && next.shape === 'infinitive') {
    const deed = scene.clauses.get(at + 1)
    const last = deed && endOf(deed)
    return last === undefined ? undefined : scene.reading.units[last]!.to
  }
  return next?.type === 'prep' &&
    /^(?:of|on|for|against|to|over|in)$/.test(next.word) &&
    topic?.type === 'np' &&
    !topic.time
    ? topic.to
    : undefined
}

/** "suggestions that it was isolated": the noun with what it says, where that is short. */
export function toldIdea(scene: Scene, held: number): Filler[] {
  const { discourse, reading } = scene
  const np = reading.units[held] as NounPhrase
  const close = reading.units.find((u, k) => k > held && /^(?:comma|stop|quote)$/.test(u.type))
  const from = reading.sentence.tokens[np.from]!.upos === 'DET' ? np.from + 1 : np.from
  const end = close && close.from - from <= longestIdea ? close.from : np.to
  const words = textOf(discourse.text, reading.sentence, from, end)
  const noun = fold(reading.sentence.tokens[np.head]!.lemma)
  const thing = idea(scene, from, end, np.head, words, words, noun, np.spans)
  // "reports that she had fled to Oslo": also without where
  const told = [...scene.clauses.values()].find((c) => c.link === 'report' && c.governor === held)
  const core = told && reading.units[told.objects.findLast((k) => k > told.at) ?? told.at]!.to
  if (core !== undefined && core < end)
    alsoCalled(thing, textOf(discourse.text, reading.sentence, from, core))
  return [{ referent: thing, at: held }]
}

/** In words; what is longer goes by its noun. */
const longestIdea = 10

/** The last unit of what a deed is done to: "changing the flag", "passing on any document". */
const endOf = (deed: Clause): number | undefined =>
  deed.objects.at(-1) ??
  deed.complement ??
  deed.preps.find((p) => /^(?:on|off|up|out|over)$/.test(p.word))?.args.at(-1)

/** "denied there was any rift": the rift. */
function deniedThing(scene: Scene, clause: Clause): Filler[] {
  const { units, sentence } = scene.reading
  const told = [...scene.clauses.values()].find(
    (c) => c.governor === clause.at && c.link === 'report' && c.verb.lemma === 'be',
  )
  const subject = units[told?.subjects[0] ?? -1]
  const at = told?.complement ?? told?.objects[0]
  const np = units[at ?? -1]
  if (at === undefined || np?.type !== 'np' || np.spans.length || subject?.type !== 'np') return []
  if (lower(sentence.tokens[subject.head]) !== 'there') return []
  const from = sentence.tokens[np.from]!.upos === 'DET' ? np.from + 1 : np.from
  const words = textOf(scene.discourse.text, sentence, from, np.to)
  const noun = fold(sentence.tokens[np.head]!.lemma)
  return [{ referent: idea(scene, np.from, np.to, np.head, words, words, noun, np.spans), at }]
}

/** "favoured changing the flag" */
function deedIdea(scene: Scene, deed: Clause): Filler[] {
  const { discourse, reading } = scene
  const at = endOf(deed)!
  const last = reading.units[at]!
  const words = textOf(discourse.text, reading.sentence, deed.verb.from, last.to)
  return [
    {
      referent: idea(scene, deed.verb.from, last.to, deed.verb.main, words, words, deed.verb.lemma),
      at,
    },
  ]
}

/** Other words the text has for the thing where it stands. */
export function alsoCalled(thing: Referent, words: string): void {
  if (!thing.forms.has(words)) thing.forms.set(words, 0)
}

/** A thing known by words alone; the same words are the same thing. */
export function idea(
  scene: Scene,
  from: number,
  to: number,
  head: number,
  name: string,
  words: string,
  noun: string,
  spans?: Span[],
): Referent {
  const { discourse, reading } = scene
  const known = discourse.referents.find(
    (r) => r.kind === 'other' && r.weak && (fold(r.name) === fold(name) || r.forms.has(words)),
  )
  const span: Span = newSpan({
    sentence: reading.index,
    from,
    to,
    head,
    form: 'nominal',
    kind: 'other',
    name,
    noun,
  })
  const referent = known ?? addReferent(discourse, span, 'other', name, true)
  tie(span, referent, 'a noun phrase', words)
  spans?.push(span)
  return referent
}
