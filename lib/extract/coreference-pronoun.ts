/** he, she, it, they: someone named within two sentences whose type and number agree. */
import { type Discourse, type Trace, tie } from './discourse'
import { fold, genderOfGiven, paperFamilies } from './lexicon'
import type { Reading } from './reading'
import type { Referent, Span } from './span'

const feminineRoles =
  /\b(?:mrs|ms|miss|lady|dame|queen|princess|madam|madame|chairwoman|spokeswoman|congresswoman|actress|baroness|councilwoman|sister)\b/
const masculineRoles =
  /\b(?:mr|sir|lord|king|prince|chairman|spokesman|congressman|actor|baron|father|brother|councilman)\b/
const feminine = new Set(
  'mother wife daughter sister widow girlfriend aunt niece grandmother ex-wife'.split(' '),
)

export function resolvePronoun(discourse: Discourse, reading: Reading, span: Span, at: number) {
  const word = span.noun!
  const one = /^(?:he|him|his|himself)$/.test(word)
    ? 'he'
    : /^(?:she|her|herself)$/.test(word)
      ? 'she'
      : undefined
  if (one) {
    const found = choose(
      discourse,
      reading,
      span,
      at,
      (r) => r.kind === 'person' && (genderOf(r) ?? one) === one,
    )
    if (!found) return
    found.gender ??= one
    tie(span, found, `"${span.name}" after ${found.name}`)
    return
  }
  if (/^(?:they|them|their|themselves)$/.test(word)) {
    const group = choose(
      discourse,
      reading,
      span,
      at,
      (r) => r.kind === 'group' || (r.kind === 'organization' && !r.weak),
    )
    if (group) tie(span, group, `"${span.name}" after ${group.name}`)
    return
  }
  if (/^(?:it|its|itself)$/.test(word)) {
    if (/^it$/.test(word) && expletive(reading, span)) return
    const behind = reading.units[at - 1]
    // "voted against it", "argued for it"
    const stood =
      word === 'it' &&
      behind?.type === 'prep' &&
      /^(?:against|for|behind)$/.test(behind.word) &&
      reading.units[at - 2]?.type === 'vg'
    if (stood) {
      const text = paperMeant(discourse, reading, span)
      if (text) return tie(span, text, `"it" after ${text.name}`)
    }
    const object = reading.units[at - 1]?.type === 'vg' && word === 'it'
    const paper = object ? paperMeant(discourse, reading, span) : undefined
    if (
      paper &&
      /^(?:sign|veto|reject|back|approve|pass|support|oppose|read|write|draft|publish|release|adopt|ratify|amend|revise|call|describe|present|send|submit|share|view|deny|endorse|criticize|criticise|condemn|accept|block|challenge|appeal|vote|welcome|dismiss|defend|praise|water|defeat|table|propose|label|dub|brand|kill|scrap|repeal|veto)$/.test(
        (reading.units[at - 1] as { lemma: string }).lemma,
      )
    )
      return tie(span, paper, `"it" after ${paper.name}`)
    // what says, accuses or sells is a body, not a paper: "In a statement it accused"
    const doing = reading.units.slice(at + 1, at + 4).find((u) => u.type !== 'adverb')
    if (!object && doing?.type === 'vg' && actingVerb(doing.lemma) && word === 'it') {
      const body = choose(discourse, reading, span, at, (r) =>
        /^(?:organization|government)$/.test(r.kind),
      )
      if (body) return tie(span, body, `"${span.name}" after ${body.name}`)
    }
    const thing = choose(discourse, reading, span, at, (r) =>
      /^(?:organization|government|paper)$/.test(r.kind),
    )
    if (thing) tie(span, thing, `"${span.name}" after ${thing.name}`)
  }
}

/** The paper that "it" is about: of those spoken of in three sentences, the one the report turns on, else the last. */
function paperMeant(discourse: Discourse, reading: Reading, span: Span): Referent | undefined {
  const at = reading.units.findIndex((u) => u.type === 'np' && u.spans.includes(span))
  const verb = reading.units[at - 1]
  // what is signed, vetoed or passed is a law or a deal
  const legal =
    verb?.type === 'vg' && /^(?:sign|veto|pass|ratify|enact|repeal|table|defeat)$/.test(verb.lemma)
  const spoken = discourse.trail.filter(
    (t) =>
      t.sentence >= reading.index - 3 &&
      t.referent.kind === 'paper' &&
      (t.sentence < reading.index || t.span.from < span.from),
  )
  const apt = legal
    ? spoken.filter((t) =>
        paperFamilies(t.referent.noun ?? fold(t.referent.name).split(' ').at(-1)!).some((f) =>
          /^(?:law|plan|contract)$/.test(f),
        ),
      )
    : []
  const near = apt.length ? apt : spoken
  const last = near.at(-1)
  if (!last) return undefined
  // in the sentence just before, the nearest is meant
  if (last.sentence >= reading.index - 1) return last.referent
  const count = (r: Referent) => discourse.trail.filter((t) => t.referent === r).length
  const main = [...new Set(near.map((t) => t.referent))].sort(
    (a, b) => count(b) - count(a) || a.id - b.id,
  )[0]!
  return count(main) >= 2 * count(last.referent) ? main : last.referent
}

const actingVerb = (lemma: string): boolean =>
  /^(?:say|accuse|announce|plan|intend|seek|want|buy|sell|acquire|hire|sue|ask|urge|warn|commission|support|oppose|back|reject|agree|refuse|decline|operate|employ|own|launch|open|invest|expect|deny|apologize|apologise|complain|lobby|approve|appoint|fire|redraft|confirm|withdraw|vote|receive|pay|owe|negotiate|promise|pledge|vow|threaten|acknowledge|admit|insist|argue|believe|hope|know|try|need|merge|fund|produce)$/.test(
    lemma,
  )

/** "it is clear that", "it appears", "it remains to be seen" */
function expletive(reading: Reading, span: Span): boolean {
  const next = reading.sentence.tokens[span.to]
  const then = reading.sentence.tokens[span.to + 1]
  return (
    next !== undefined &&
    (/^(?:appear|seem|remain|turn|rain|snow)$/.test(next.lemma) ||
      (next.lemma === 'be' && /^(?:ADJ|ADV)$/.test(then?.upos ?? '')))
  )
}

function choose(
  discourse: Discourse,
  reading: Reading,
  span: Span,
  at: number,
  fits: (r: Referent) => boolean,
): Referent | undefined {
  const traces = discourse.trail.filter(
    (t) =>
      t.sentence >= reading.index - 2 &&
      fits(t.referent) &&
      (t.sentence < reading.index || t.span.from < span.from),
  )
  const here = traces.filter((t) => t.sentence === reading.index && t.unit !== at)
  const possessive = /^(?:his|her|its|their)$/.test(span.noun!)
  // "its initial reporting" looks back over its own phrase as well
  const near = possessive ? traces.filter((t) => t.sentence === reading.index) : here
  const pick = (list: Trace[]) => list.find((t) => t.subject)?.referent
  if (near.length) return pick(near) ?? near.at(-1)!.referent
  for (let back = 1; back <= 2; back++) {
    const before = traces.filter((t) => t.sentence === reading.index - back)
    if (before.length) return pick(before) ?? before.at(-1)!.referent
  }
  return undefined
}

function genderOf(referent: Referent): 'he' | 'she' | undefined {
  if (referent.gender) return referent.gender
  return genderByTitle(referent)
}

/** "Mr", "Queen", "spokeswoman", "mother": what somebody is called, never what a pronoun was taken for. */
function genderByTitle(referent: Referent): 'he' | 'she' | undefined {
  for (const span of referent.spans) {
    const role = fold(span.role?.words ?? '')
    if (feminineRoles.test(role)) return 'she'
    if (masculineRoles.test(role)) return 'he'
  }
  if (referent.noun) return feminine.has(referent.noun) ? 'she' : undefined
  const [given, ...rest] = fold(referent.name).split(' ')
  return rest.length ? genderOfGiven(given!) : undefined
}
