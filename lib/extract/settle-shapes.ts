/** Past tense or participle, where a form is both. */
import { sayVerbs } from './lexicon'
import type { Unit, VerbGroup } from './phrase'
import { tellsWord } from './telling-words'
import type { Word } from './word'

/**
 * Past tense or participle? The tagger confuses them where a form is both: "…, brought forward by the U.S., appears…"
 * and "the document, initially reported by Reuters, contributed to…". A clause wants one finite verb, and what "by" follows is passive.
 */
export function settleShapes(tokens: readonly Word[], units: readonly Unit[]): void {
  // "a report that Iceland had signed the treaty": with an object of its own the clause is the report's content
  units.forEach((unit, k) => {
    if (unit.type !== 'rel' || unit.word !== 'that') return
    const [noun, who, verb, what] = [units[k - 1], units[k + 1], units[k + 2], units[k + 3]]
    if (noun?.type !== 'np' || who?.type !== 'np') return
    if (verb?.type === 'vg' && what?.type === 'np' && !what.time && tellsWord(tokens[noun.head]))
      (unit as { type: string }).type = 'sub'
  })
  let start = 0
  for (let i = 0; i <= units.length; i++) {
    const unit = units[i]
    if (unit && unit.type !== 'sub' && unit.type !== 'stop' && unit.type !== 'rel') continue
    settleClause(tokens, units, start, i)
    openClauses(units, start, i)
    start = i + 1
  }
}

/** "resigned after the Courier published emails": a name with a verb of its own behind "after" opens a clause. */
function openClauses(units: readonly Unit[], start: number, end: number): void {
  for (let k = start + 3; k < end; k++) {
    const [prep, np, verb] = [units[k - 2]!, units[k - 1]!, units[k]!]
    if (verb.type !== 'vg' || verb.shape !== 'finite' || np.type !== 'np' || !np.name) continue
    if (prep.type !== 'prep' || !/^(?:after|before|until|since)$/.test(prep.word)) continue
    const at = units.findIndex((u, i) => i >= start && i < k - 2 && u.type === 'vg')
    const main = units[at]
    if (main?.type !== 'vg') continue
    // its own verb was taken for a participle, as the second looked finite
    const bare =
      main.shape === 'participle' &&
      main.to - main.from === 1 &&
      at === start + 1 &&
      units[start]!.type === 'np'
    if (bare) {
      main.shape = 'finite'
      main.passive = false
    }
    if (main.shape === 'finite') prep.type = 'sub'
  }
}

function settleClause(
  tokens: readonly Word[],
  units: readonly Unit[],
  start: number,
  end: number,
): void {
  const verbs = units.slice(start, end).filter((u): u is VerbGroup => u.type === 'vg')
  if (!verbs.length) return
  // "the treaty, which Norway signed in May": a subject of its own between the relative and the verb
  if (units[start - 1]?.type === 'rel' && units[start]?.type === 'np') {
    const first = units[start + 1]?.type === 'adverb' ? units[start + 2] : units[start + 1]
    if (
      first?.type === 'vg' &&
      first.shape === 'participle' &&
      simple(tokens, first) &&
      !byBehind(units, first)
    ) {
      first.shape = 'finite'
      first.passive = false
    }
  }
  for (const verb of verbs) {
    const at = units.indexOf(verb)
    const before = units[at - 1]?.type === 'adverb' ? units[at - 2] : units[at - 1]
    if (
      verb.shape === 'finite' &&
      simple(tokens, verb) &&
      byBehind(units, verb) &&
      (before?.type === 'comma' ||
        before?.type === 'np' ||
        (before?.type === 'cc' && verbs.some((v) => v.passive && units.indexOf(v) < at))) &&
      verbs.some((v) => v !== verb)
    ) {
      verb.shape = 'participle'
      verb.passive = true
    }
  }
  // "helped mediate", "let him go": a bare infinitive
  for (const verb of verbs) {
    const at = units.indexOf(verb)
    const left = units[at - 1]?.type === 'np' ? units[at - 2] : units[at - 1]
    if (
      left?.type === 'vg' &&
      /^(?:help|let|make)$/.test(left.lemma) &&
      verb.shape === 'finite' &&
      verb.to - verb.from === 1 &&
      /^(?:VB|VBP)$/.test(tokens[verb.main]!.xpos)
    )
      verb.shape = 'infinitive'
  }
  pairParticiples(tokens, units, verbs)
  // "the study published in a journal this week revealed": of two in a row the first is a participle
  const finite = verbs.filter((v) => v.shape === 'finite')
  for (let k = 0; k + 1 < finite.length; k++) {
    const [a, b] = [finite[k]!, finite[k + 1]!]
    const [from, to] = [units.indexOf(a), units.indexOf(b)]
    const between = units.slice(from + 1, to)
    const own = between.some(
      (u, i) =>
        u.type === 'np' &&
        !u.time &&
        between[i - 1]?.type !== 'prep' &&
        !(i > 0 && between[i - 1]?.type === 'cc'),
    )
    const joined = between.some((u) => u.type === 'cc' || u.type === 'quote')
    const after = units[from + 1]
    if (
      simple(tokens, a) &&
      !own &&
      !joined &&
      units[from - 1]?.type === 'np' &&
      after?.type === 'prep' &&
      from > start &&
      !(units[start - 1]?.type === 'rel' && from <= start + 2)
    ) {
      a.shape = 'participle'
      a.passive = true
    }
  }
  pairParticiples(tokens, units, verbs)
  // a report at the end (", ABC News reported") is no verb of this clause
  if (verbs.some((v) => v.shape === 'finite' && !reports(units, v))) return
  const opened =
    units[start - 1]?.type === 'rel' &&
    verbs[0] &&
    units.slice(start, units.indexOf(verbs[0])).every((u) => u.type === 'adverb')
  const candidates = verbs.filter(
    (v) => v.shape === 'participle' && simple(tokens, v) && !byBehind(units, v),
  )
  const chosen = opened ? candidates[0] : candidates.at(-1)
  const at = chosen ? units.indexOf(chosen) : -1
  const subject = units.slice(start, at).some((u) => u.type === 'np' && !u.time)
  const prepBefore = units[at - 1]?.type === 'prep'
  if (
    chosen &&
    (subject || opened) &&
    !prepBefore &&
    units.slice(start, end).some((u) => u.type === 'np')
  ) {
    chosen.shape = 'finite'
    chosen.passive = false
  }
}

/** One word and its adverbs, in a form that may be past tense or participle. */
const simple = (tokens: readonly Word[], v: VerbGroup): boolean =>
  v.to - v.from === 1 + v.adverbs.length && /^VB[ND]$/.test(tokens[v.main]!.xpos)

function byBehind(units: readonly Unit[], v: VerbGroup): boolean {
  const at = units.indexOf(v)
  const next = units[at + 1]?.type === 'adverb' ? units[at + 2] : units[at + 1]
  return next?.type === 'prep' && next.word === 'by'
}

/** ", led by A and carried out with B, followed": the second participle goes with the first. */
function pairParticiples(
  tokens: readonly Word[],
  units: readonly Unit[],
  verbs: readonly VerbGroup[],
): void {
  for (let k = 1; k + 1 < verbs.length; k++) {
    const [first, second] = [verbs[k - 1]!, verbs[k]!]
    const at = units.indexOf(second)
    const left = units[at - 1]?.type === 'adverb' ? units[at - 2] : units[at - 1]
    const behind = units.slice(at + 1, units.indexOf(verbs[k + 1]!))
    if (
      first.shape === 'participle' &&
      units[units.indexOf(first) - 1]?.type === 'comma' &&
      left?.type === 'cc' &&
      simple(tokens, second) &&
      second.shape === 'finite' &&
      verbs.slice(k + 1).some((v) => v.shape === 'finite') &&
      behind.some((u) => u.type === 'comma') &&
      units[at + 1]?.type !== 'np'
    ) {
      second.shape = 'participle'
      second.passive = true
    }
  }
}

function reports(units: readonly Unit[], v: VerbGroup): boolean {
  const at = units.indexOf(v)
  const close = units[at + 1]
  return (
    sayVerbs.has(v.lemma) &&
    units[at - 1]?.type === 'np' &&
    units[at - 2]?.type === 'comma' &&
    (!close || close.type === 'stop')
  )
}
