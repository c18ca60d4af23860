/** Who says so: the chain of sources above a clause, outermost first, as referents or as the text's own words. */

import { quoteSources } from './attribution-quote'
import { sentenceSources } from './attribution-sentence'
import { nounSources, unnamedSources } from './attribution-unnamed'
import type { Clause } from './clause'
import type { Discourse } from './discourse'
import { fold, groupNouns, paperFamilies, sayVerbs, sourceNouns, weakSayVerbs } from './lexicon'
import type { Reading } from './reading'
import { type Source, sourcesAt, unique } from './source'

/** What not only people do: "the crop shows that" speaks for nobody. */
const finding = /^(?:show|find|indicate|suggest|reveal|signal|point|observe|conclude|report)$/

const vouches = (words: string): boolean =>
  fold(words)
    .split(' ')
    .some(
      (word) =>
        sourceNouns.has(word) ||
        groupNouns.has(word) ||
        paperFamilies(word.replace(/s$/, '')).length > 0,
    )

export function clauseSources(
  discourse: Discourse,
  reading: Reading,
  clause: Clause,
  clauses: ReadonlyMap<number, Clause>,
): Source[] {
  const { text } = discourse
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
    chain.unshift(...unnamedSources(reading, at, governor))
    if (!governor) {
      if (at.governor !== undefined && at.link === 'report')
        chain.unshift(...nounSources(text, reading, at.governor, clauses))
      break
    }
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
      chain.unshift(
        ...sourcesAt(text, reading, governor.subjects).filter(
          (source) =>
            source.referent || !finding.test(governor.verb.lemma) || vouches(source.words),
        ),
      )
    }
    if (at.link === 'prep' && /^(?:accuse|charge|blame|suspect)$/.test(governor.verb.lemma))
      chain.unshift(...sourcesAt(text, reading, governor.subjects))
    at = governor
  }
  if (!chain.length) chain.push(...reachingReport(text, reading, clause, clauses))
  const { said, cited } = sentenceSources(text, reading, clauses, clause.at)
  chain.unshift(...said)
  chain.push(...cited)
  chain.unshift(...quoteSources(discourse, reading, clause.verb.main))
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
