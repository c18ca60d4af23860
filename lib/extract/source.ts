/** A source of a claim as the text has it: a thing of the document, or its words. */
import { fold, roleHeads } from './lexicon'
import type { NounPhrase, Unit } from './phrase'
import type { Reading } from './reading'
import { type Referent, textOf } from './span'

export type Source = { referent?: Referent; words: string }

/** The sources that noun phrases name; `whole` takes what hangs on them as well. */
export function sourcesAt(
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
  const [of, body] = [reading.units[k + 1], reading.units[k + 2]]
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
  // "a spokesman for the ministry"
  else if (
    roleHeads.has(fold(reading.sentence.tokens[np.head]!.lemma)) &&
    of?.type === 'prep' &&
    /^(?:for|of)$/.test(of.word) &&
    body?.type === 'np'
  )
    end = body.to
  const words = textOf(text, reading.sentence, np.from, end)
  return words.replace(/^(?:the|a|an)\s+/i, '')
}

/** Each source once, in order. */
export function unique(chain: readonly Source[]): Source[] {
  const seen = new Set<string>()
  return chain.filter((s) => {
    const key = s.referent ? `#${s.referent.id}` : fold(s.words)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
