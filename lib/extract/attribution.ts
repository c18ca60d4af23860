/** Who says so: the chain of sources above a clause, outermost first, as referents or as the text's own words. */
import type { Clause } from './clause'
import { fold, sayVerbs, weakSayVerbs } from './lexicon'
import type { NounPhrase, Unit } from './phrase'
import { readList } from './phrase-list'
import type { Reading } from './reading'
import { type Referent, textOf } from './span'

export type Source = { referent?: Referent; words: string }

export function clauseSources(
  text: string,
  reading: Reading,
  clause: Clause,
  clauses: ReadonlyMap<number, Clause>,
): Source[] {
  const chain: Source[] = []
  const seen = new Set<number>()
  let at: Clause | undefined = clause
  if (
    clause.verb.modal === 'would' &&
    clause.link !== 'report' &&
    /^(?:while|and|but)$/.test(clause.opener ?? 'and')
  ) {
    // reported speech that goes on: "said he had directed A, while B would hold talks"
    const says = [...clauses.values()].find(
      (c) => c.at < clause.at && c.verb.shape === 'finite' && sayVerbs.has(c.verb.lemma),
    )
    if (says) chain.unshift(...sourcesAt(text, reading, says.subjects))
  }
  while (at && !seen.has(at.at)) {
    seen.add(at.at)
    const governor: Clause | undefined =
      at.governor === undefined ? undefined : clauses.get(at.governor)
    if (!governor) break
    const says = sayVerbs.has(governor.verb.lemma) || weakSayVerbs.has(governor.verb.lemma)
    const reports =
      at.link === 'report' ||
      (at.link === 'control' &&
        at.verb.shape === 'gerund' &&
        /^(?:confirm|admit|acknowledge|deny|recall|report|describe|mention)$/.test(
          governor.verb.lemma,
        ))
    if (says && reports && !/^(?:deny|dispute)$/.test(governor.verb.lemma)) {
      // "was told that" has its teller behind "by"
      chain.unshift(...sourcesAt(text, reading, governor.subjects))
    }
    if (at.link === 'prep' && /^(?:accuse|charge|blame|suspect)$/.test(governor.verb.lemma))
      chain.unshift(...sourcesAt(text, reading, governor.subjects))
    at = governor
  }
  if (!chain.length) chain.push(...reachingReport(text, reading, clause, clauses))
  chain.unshift(...sentenceSources(text, reading, clauses, clause.at))
  return unique(chain)
}

/** "Bloomberg reported that A …, with talks hinting at B": the report reaches to the sentence's end, or to "though". */
function reachingReport(
  text: string,
  reading: Reading,
  clause: Clause,
  clauses: ReadonlyMap<number, Clause>,
): Source[] {
  const { units } = reading
  const main = [...clauses.values()].find((c) => c.verb.shape === 'finite')
  if (
    !main ||
    main.at >= clause.at ||
    !sayVerbs.has(main.verb.lemma) ||
    main.verb.passive ||
    /^(?:deny|dispute)$/.test(main.verb.lemma)
  )
    return []
  const that = units[main.at + 1]
  if (that?.type !== 'sub' || that.word !== 'that') return []
  const cut = units
    .slice(main.at + 2, clause.at + 1)
    .some(
      (u) =>
        u.type === 'stop' ||
        (u.type === 'sub' && /^(?:though|although|while|whereas|because)$/.test(u.word)) ||
        (u.type === 'cc' && u.word === 'but'),
    )
  return cut ? [] : sourcesAt(text, reading, main.subjects)
}

/** "according to three sources", ", sources said", "said the minister" at the sentence's end. */
function sentenceSources(
  text: string,
  reading: Reading,
  clauses: ReadonlyMap<number, Clause>,
  at: number,
): Source[] {
  const { units } = reading
  const found: Source[] = []
  units.forEach((unit, k) => {
    if (unit.type === 'prep' && unit.word === 'according to' && units[k + 1]?.type === 'np') {
      found.push(...sourcesAt(text, reading, readList(units, k + 1).items, true))
    }
  })
  for (const clause of clauses.values()) {
    // "In private, said a group of senators, Rubio had called …"
    const inset =
      units[clause.at - 1]?.type === 'comma' &&
      units[clause.at + 1]?.type === 'np' &&
      clause.verb.shape === 'finite' &&
      sayVerbs.has(clause.verb.lemma) &&
      clause.at < at
    if (inset) {
      const close = units.findIndex((u, k) => k > clause.at + 1 && u.type === 'comma')
      const plain =
        close > 0 &&
        close <= clause.at + 6 &&
        close < at &&
        !units.slice(clause.at + 2, close).some((u) => u.type === 'vg' || u.type === 'sub')
      if (plain) found.push(...sourcesAt(text, reading, [clause.at + 1], true))
      continue
    }
    if (
      clause.at <= at ||
      !sayVerbs.has(clause.verb.lemma) ||
      clause.verb.shape !== 'finite' ||
      clause.verb.passive
    )
      continue
    if (
      clause.objects.length ||
      clause.opener ||
      clause.link === 'relative' ||
      clause.link === 'report'
    )
      continue
    const subject = clause.subjects[0]
    const inverted =
      subject === undefined && units[clause.at + 1]?.type === 'np' ? [clause.at + 1] : undefined
    const first = subject ?? clause.at
    const opens = Math.min(first, clause.at)
    let before = opens - 1
    while (units[before]?.type === 'quote') before--
    if (units[before]?.type !== 'comma') continue
    // nothing is said to follow: "…, sources said." but not "…, sources said that"
    const behind = units
      .slice((inverted ? clause.at + 1 : clause.at) + 1)
      .filter((u) => u.type === 'vg' && u.shape === 'finite')
    if (behind.length || units[clause.at + 1]?.type === 'sub') continue
    if (Math.min(first, clause.at) <= at) continue
    found.push(...sourcesAt(text, reading, inverted ?? clause.subjects, true))
  }
  return found
}

function sourcesAt(
  text: string,
  reading: Reading,
  units: readonly number[],
  whole = false,
): Source[] {
  return units.flatMap((k): Source[] => {
    const np = reading.units[k]
    if (np?.type !== 'np') return []
    const referents = np.spans.flatMap((s) => s.referent ?? [])
    if (referents.length) return referents.map((referent) => ({ referent, words: referent.name }))
    const token = reading.sentence.tokens[np.head]!
    if (/^(?:PRP|DT|EX|WP|WDT)$/.test(token.xpos)) return []
    return [{ words: wordsOf(text, reading, k, np, whole) }]
  })
}

/** "three sources familiar with the matter": the phrase with what hangs on it. */
function wordsOf(
  text: string,
  reading: Reading,
  k: number,
  np: NounPhrase,
  whole: boolean,
): string {
  let end = np.to
  if (whole) {
    for (let i = k + 1; i < reading.units.length; i++) {
      const unit = reading.units[i] as Unit
      if (
        /^(?:adjective|prep|np)$/.test(unit.type) ||
        (unit.type === 'vg' && unit.shape !== 'finite')
      )
        end = unit.to
      else break
    }
  }
  const words = textOf(text, reading.sentence, np.from, end)
  return words.replace(/^(?:the|a|an)\s+/i, '')
}

function unique(chain: readonly Source[]): Source[] {
  const seen = new Set<string>()
  return chain.filter((s) => {
    const key = s.referent ? `#${s.referent.id}` : fold(s.words)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
