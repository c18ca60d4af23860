/**
 * Prints how well the language layer does: npm run eval:language [-- FOLDER].
 * Tags and trees are scored on gold tokens with predicted tags, punctuation included; coarse tags
 * take names for nouns and auxiliaries for verbs; sentence ends and tokens are scored on raw text.
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { analyze, type Models, readModels } from './analyze'
import { lemmatize } from './lemmatize'
import { type Prediction, predict } from './predict'
import { type GoldSentence, readConllu } from './read-conllu'
import { scoreLabels } from './score-labels'
import { scoreSegmentation } from './score-segmentation'
import { formsOf, scoreNames, scoreTrees } from './score-trees'
import { splitSentences } from './split-sentences'
import { tokenize } from './tokenize'
import { findTrainingFolder } from './train/training-folder'

const percent = (share: number): string => (100 * share).toFixed(2).padStart(6)
const folder = findTrainingFolder(process.argv[2])
const modelFolder = fileURLToPath(new URL('../../data/models', import.meta.url))

function measureLoad(): Models {
  const sizes = readdirSync(modelFolder).map((name) => statSync(join(modelFolder, name)).size)
  console.log(`weights on disk: ${(sizes.reduce((a, b) => a + b) / 1e6).toFixed(2)} MB`)
  globalThis.gc?.()
  const before = process.memoryUsage()
  const begun = performance.now()
  const cpuBegun = process.cpuUsage()
  const models = readModels(modelFolder)
  const took = performance.now() - begun
  const cpu = process.cpuUsage(cpuBegun)
  globalThis.gc?.()
  const after = process.memoryUsage()
  const grown = (after.heapUsed - before.heapUsed + after.external - before.external) / 1e6
  console.log(
    `load: ${took.toFixed(0)} ms, of them ${((cpu.user + cpu.system) / 1000).toFixed(0)} ms of processor time; memory held: ${grown.toFixed(1)} MB`,
  )
  return models
}

function scoreLemmas(gold: GoldSentence[], guessed: Prediction[], models: Models): number {
  let right = 0
  let count = 0
  gold.forEach((sentence, s) => {
    formsOf(sentence).forEach((form, i) => {
      const [upos, xpos] = models.tagNames[guessed[s]!.tags[i]!]!.split('|') as [string, string]
      if (lemmatize(form, upos, xpos, models.lemmas) === sentence.lemmas[i]) right++
      count++
    })
  })
  return right / count
}

/** Tokens a second of processor time in one stage: the best of five runs, after one to warm up. */
function measureSpeed(name: string, tokens: number, run: () => void): void {
  run()
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < 5; i++) {
    const begun = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(begun)
    best = Math.min(best, user + system)
  }
  console.log(`  ${name.padEnd(26)} ${Math.round((1e6 * tokens) / best)} tokens/s`)
}

const models = measureLoad()
for (const name of ['gum-dev', 'ewt-dev', 'gum-test', 'ewt-test']) {
  const gold = readConllu(folder, name)
  const forms = gold.map(formsOf)
  const guessed = predict(models, forms)
  const trees = scoreTrees(gold, guessed, models)
  console.log(`\n${name}: ${trees.tokens} tokens`)
  console.log(
    `  coarse POS ${percent(trees.coarse)}  UPOS ${percent(trees.upos)}  XPOS ${percent(trees.xpos)}  lemma ${percent(scoreLemmas(gold, guessed, models))}  UAS ${percent(trees.uas)}  LAS ${percent(trees.las)}`,
  )
  const { tokens, sentences } = scoreSegmentation(gold)
  console.log(
    `  raw text: tokens F1 ${percent(tokens.f1)}; sentences P ${percent(sentences.precision)} R ${percent(sentences.recall)} F1 ${percent(sentences.f1)}`,
  )
  if (gold[0]?.hasEntities) {
    const names = scoreNames(gold, guessed)
    console.log(
      `  names: P ${percent(names.precision)} R ${percent(names.recall)} F1 ${percent(names.f1)}`,
    )
  }
  const labels = scoreLabels(gold, guessed, models.labelNames)
  console.log(
    `  labels P/R: ${labels.map((l) => `${l.name}${percent(l.precision)}/${percent(l.recall).trim()}`).join(', ')}`,
  )
}

const speedGold = readConllu(folder, 'gum-test')
const text = speedGold.map((s) => s.text).join('\n')
const forms = speedGold.map(formsOf)
const count = forms.reduce((sum, words) => sum + words.length, 0)
console.log('\nspeed on gum-test, one core:')
const bounds = tokenize(text)
measureSpeed('tokens', count, () => tokenize(text))
measureSpeed('sentence ends', count, () => splitSentences(text, bounds))
const predictions = predict(models, forms)
measureSpeed('tags, trees and names', count, () => predict(models, forms))
measureSpeed('lemmas', count, () => scoreLemmas(speedGold, predictions, models))
measureSpeed('all of analyze', count, () => analyze(text, models))
