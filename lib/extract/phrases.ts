/**
 * A sentence as a row of phrases: noun phrases (with the names inside them), verb groups, prepositions,
 * commas and the like. Tags decide; the tree is asked only where a participle may be an adjective.
 */
import type { Names } from './found-names'
import { readNoun } from './noun-phrase'
import type { Unit } from './phrase'
import { readMark } from './phrase-mark'
import { settleShapes } from './settle-shapes'
import { settleThat } from './settle-that'
import type { Span } from './span'
import { readVerb } from './verb-group'
import type { Line } from './word'

export function readPhrases(sentence: Line, names: Names): Unit[] {
  const { tokens } = sentence
  const nameFrom = new Map<number, Span>()
  for (const span of [...names.spans, ...names.demonyms]) nameFrom.set(span.from, span)
  const demonyms = new Set(names.demonyms)
  const units: Unit[] = []
  let i = 0
  while (i < tokens.length) {
    const np = readNoun(tokens, i, nameFrom, demonyms)
    if (np) {
      units.push(np)
      i = np.to
      // an owner was swallowed: its 's stands inside the new phrase
      continue
    }
    const vg = readVerb(tokens, i)
    if (vg) {
      units.push(vg)
      i = vg.to
      continue
    }
    const mark = readMark(tokens, i)
    units.push(mark)
    i = mark.to
  }
  joinBare(tokens, units)
  settleShapes(tokens, units)
  settleThat(tokens, units)
  return units
}

/** "founded by murdered minister Luis Ortega": behind a preposition a bare participle only describes; changes `units`. */
function joinBare(tokens: Line['tokens'], units: Unit[]): void {
  for (let k = units.length - 2; k > 0; k--) {
    const [prep, verb, np] = [units[k - 1]!, units[k]!, units[k + 1]!]
    if (prep.type !== 'prep' || verb.type !== 'vg' || np.type !== 'np') continue
    const describes =
      /^(?:by|of|for|with|from|against)$/.test(prep.word) &&
      verb.to - verb.from === 1 &&
      /^VB[ND]$/.test(tokens[verb.main]!.xpos) &&
      /^(?:NOUN|PROPN|ADJ)$/.test(tokens[np.from]!.upos)
    if (!describes) continue
    np.from = verb.from
    units.splice(k, 1)
  }
}
