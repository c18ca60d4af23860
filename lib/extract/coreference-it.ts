/** it: the body, state or paper that the sentence goes on about; nothing in "it is time" and "it emerged". */
import { listTraces, phrasesBefore, pickTrace } from './antecedent'
import { tracesIn } from './coreference-recent'
import { type Discourse, tie } from './discourse'
import { fold, isOutlet, paperFamilies, roleHeads, sayVerbs } from './lexicon'
import type { Reading } from './reading'
import { lower, type Referent, type Span } from './span'

export function resolveIt(discourse: Discourse, reading: Reading, span: Span, at: number) {
  const word = span.noun!
  if (word === 'it' && expletive(reading, span)) return
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
  const next =
    reading.units[at + 1]?.type === 'adverb' ? reading.units[at + 2] : reading.units[at + 1]
  // "said it would sign": no object of "said"
  const opens =
    behind?.type === 'vg' &&
    sayVerbs.has(behind.lemma) &&
    !/^(?:write|find|describe|report|quote|cite|show|accept)$/.test(behind.lemma) &&
    next?.type === 'vg' &&
    next.shape === 'finite'
  const object = reading.units[at - 1]?.type === 'vg' && word === 'it' && !opens
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
    const body = thingMeant(discourse, reading, span, at, (r) =>
      /^(?:organization|government)$/.test(r.kind),
    )
    if (body) return tie(span, body, `"${span.name}" after ${body.name}`)
  }
  const thing = thingMeant(discourse, reading, span, at, (r) =>
    ownersOf(reading, span, at).test(ownerKind(r)),
  )
  if (thing) tie(span, thing, `"${span.name}" after ${thing.name}`)
}

/** "its editor" is a paper's, "its chairman" a body's and no police force's. */
function ownersOf(reading: Reading, span: Span, at: number): RegExp {
  const np = reading.units[at]
  const noun =
    span.noun === 'its' && np?.type === 'np' ? fold(reading.sentence.tokens[np.head]!.lemma) : ''
  if (/^(?:editor|newsroom|reader|reporter|columnist|editor-in-chief)$/.test(noun))
    return /^outlet$/
  if (/^(?:executive|chairman|chairwoman|founder|shareholder|investor|ceo|subsidiary)$/.test(noun))
    return /^(?:outlet|organization)$/
  // "its ambassador" is a state's
  if (
    /^(?:ambassador|consul|capital|premier|citizen|border|currency|parliament|constitution)$/.test(
      noun,
    )
  )
    return /^government$/
  return /^(?:outlet|organization|force|government|paper)$/
}

function ownerKind(referent: Referent): string {
  if (referent.kind !== 'organization') return referent.kind
  if (/^(?:police|army|navy|military)$/.test(referent.noun ?? '')) return 'force'
  return isOutlet(referent.name) ? 'outlet' : 'organization'
}

/** Not where something without a name was the subject since: "The storm reached the port, and it …". */
function thingMeant(
  discourse: Discourse,
  reading: Reading,
  span: Span,
  at: number,
  fits: (r: Referent) => boolean,
): Referent | undefined {
  const quote = discourse.quoted.quoteOf(reading.index, span.from)
  const traces = listTraces(discourse, reading, span, fits).filter(
    (t) =>
      !t.span.modifier && (!quote || discourse.quoted.quoteOf(t.sentence, t.span.from) === quote),
  )
  const found = pickTrace(reading, span, at, traces)
  if (!found) return undefined
  const nearest = traces.filter((t) => t.referent === found).at(-1)!
  for (const { np, reading: there, subject } of phrasesBefore(discourse, reading, span)) {
    if (there.index < nearest.sentence) break
    if (
      there.index === nearest.sentence &&
      np.from <= nearest.span.from &&
      np.to >= nearest.span.to
    )
      break
    const head = there.sentence.tokens[np.head]!
    if (
      subject &&
      !np.spans.some((s) => s.referent && fits(s.referent)) &&
      head.xpos === 'NN' &&
      !roleHeads.has(fold(head.lemma))
    )
      return undefined
  }
  return found
}

/** The paper that "it" is about: of those spoken of in three sentences, the one the report turns on, else the last. */
function paperMeant(discourse: Discourse, reading: Reading, span: Span): Referent | undefined {
  const at = reading.units.findIndex((u) => u.type === 'np' && u.spans.includes(span))
  const verb = reading.units[at - 1]
  // what is signed, vetoed or passed is a law or a deal
  const legal =
    verb?.type === 'vg' && /^(?:sign|veto|pass|ratify|enact|repeal|table|defeat)$/.test(verb.lemma)
  const spoken = tracesIn(discourse, reading.index - 3, reading.index).filter(
    (t) => t.referent.kind === 'paper' && (t.sentence < reading.index || t.span.from < span.from),
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

/** "it is clear that", "it appears", "it remains to be seen", "it was reported that", "found it hard to" */
function expletive(reading: Reading, span: Span): boolean {
  const { tokens } = reading.sentence
  let k = span.to
  while (/^(?:AUX|ADV|PART)$/.test(tokens[k]?.upos ?? '') && tokens[k]!.lemma !== 'be') k++
  while (tokens[k]?.upos === 'ADV') k++
  const next = tokens[k]
  if (!next) return false
  if (
    /^(?:appear|seem|remain|turn|rain|snow|emerge|happen|matter|transpire|follow)$/.test(next.lemma)
  )
    return true
  if (
    next.lemma === 'take' &&
    tokens
      .slice(k + 1, k + 6)
      .some((t) => /^(?:second|minute|hour|day|week|month|year|decade|time|while)$/.test(t.lemma))
  )
    return true
  // "found it troubling that", "make it harder to"
  const verb = tokens[span.from - 1]
  if (
    verb?.upos === 'VERB' &&
    /^(?:find|make|consider|think|deem|call|believe|keep|get)$/.test(verb.lemma) &&
    (next.upos === 'ADJ'
      ? tokens.slice(k + 1, k + 12).some((t) => /^(?:that|to|for|when|if)$/.test(t.folded))
      : next.xpos === 'VBG' && lower(tokens[k + 1]) === 'that')
  )
    return true
  if (next.lemma !== 'be') return false
  let then = k + 1
  while (/^(?:ADV|PART|AUX|DET)$/.test(tokens[then]?.upos ?? '')) then++
  const what = tokens[then]
  if (!what) return true
  if (what.upos === 'ADJ' && !/^(?:NOUN|PROPN)$/.test(tokens[then + 1]?.upos ?? '')) return true
  if (/^(?:time|case|fact|shame|pity|matter|question|mistake|day|night|morning)$/.test(what.lemma))
    return true
  if (/^(?:ADV|NUM|SCONJ)$/.test(what.upos)) return true
  const ahead = tokens.slice(then, then + 14)
  // "it was reported that", "it was Berg who"
  return (
    (what.xpos === 'VBN' && ahead.slice(1, 4).some((t) => t.folded === 'that')) ||
    (/^(?:PROPN|NOUN|PRON)$/.test(what.upos) && ahead.some((t) => /^(?:who|that)$/.test(t.folded)))
  )
}
