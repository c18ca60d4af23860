/** Accuracy of tags and trees on gold tokens, and of names. */
import { normalizeForm } from './normalize-form'
import type { Prediction } from './predict'
import type { GoldSentence } from './read-conllu'
import { readNames } from './read-names'
import { type Agreement, agreement } from './score-segmentation'
import { readNameMarks } from './train/name-marks'

export type TreeScore = {
  tokens: number
  /** UPOS without telling names from nouns, or auxiliaries from verbs. */
  coarse: number
  upos: number
  xpos: number
  uas: number
  las: number
}

const coarseNames: Record<string, string> = { PROPN: 'NOUN', AUX: 'VERB' }
const coarsen = (upos: string): string => coarseNames[upos] ?? upos

export type Names = { tagNames: string[]; labelNames: string[] }

/** The forms the network reads. */
export function formsOf(sentence: GoldSentence): string[] {
  return sentence.forms.map(normalizeForm)
}

/** Shares of tokens with the right coarse part of speech, UPOS, XPOS, head (UAS), and head and label (LAS); punctuation counts. */
export function scoreTrees(gold: GoldSentence[], guessed: Prediction[], lists: Names): TreeScore {
  const score: TreeScore = { tokens: 0, coarse: 0, upos: 0, xpos: 0, uas: 0, las: 0 }
  gold.forEach((sentence, s) => {
    const guess = guessed[s]!
    sentence.forms.forEach((_, i) => {
      const [upos, xpos] = lists.tagNames[guess.tags[i]!]!.split('|') as [string, string]
      score.tokens++
      if (coarsen(upos) === coarsen(sentence.upos[i]!)) score.coarse++
      if (upos === sentence.upos[i]) score.upos++
      if (xpos === sentence.xpos[i]) score.xpos++
      if (guess.heads[i] !== sentence.heads[i]) return
      score.uas++
      if (lists.labelNames[guess.labels[i]!] === sentence.deprels[i]) score.las++
    })
  })
  for (const key of ['coarse', 'upos', 'xpos', 'uas', 'las'] as const) score[key] /= score.tokens
  return score
}

/** Agreement on whole names with their kind, over sentences whose names are annotated. */
export function scoreNames(gold: GoldSentence[], guessed: Prediction[]): Agreement {
  let right = 0
  let said = 0
  let there = 0
  gold.forEach((sentence, s) => {
    if (!sentence.hasEntities) return
    const want = new Set(listNames(readNameMarks(sentence)))
    const have = listNames(guessed[s]!.names)
    there += want.size
    said += have.length
    right += have.filter((name) => want.has(name)).length
  })
  return agreement(right, said, there)
}

function listNames(marks: Int32Array): string[] {
  return readNames(marks).map((name) => `${name.start}:${name.end}:${name.kind}`)
}
