/** Precision and recall of the relations that extraction leans on. */
import type { Prediction } from './predict'
import type { GoldSentence } from './read-conllu'
import { type Agreement, agreement } from './score-segmentation'

const watched = [
  'nsubj',
  'nsubj:pass',
  'obj',
  'iobj',
  'obl',
  'obl:agent',
  'nmod',
  'nmod:poss',
  'appos',
  'conj',
  'xcomp',
  'ccomp',
  'advcl',
  'acl',
  'acl:relcl',
  'compound',
  'flat',
  'parataxis',
]

/** For each watched label: agreement on head and label together. */
export function scoreLabels(
  gold: GoldSentence[],
  guessed: Prediction[],
  labelNames: string[],
): (Agreement & { name: string })[] {
  return watched.map((name) => {
    let right = 0
    let said = 0
    let there = 0
    gold.forEach((sentence, s) => {
      sentence.deprels.forEach((deprel, i) => {
        const same = labelNames[guessed[s]!.labels[i]!] === name
        if (deprel === name) there++
        if (same) said++
        if (deprel === name && same && guessed[s]!.heads[i] === sentence.heads[i]) right++
      })
    })
    return { name, ...agreement(right, said, there) }
  })
}
