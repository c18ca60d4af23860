/**
 * Trains the weights in data/models and prints their evaluation.
 * Usage: npm run train:language [-- [--passes N] [TREEBANKS [OUTPUT]]]; the same treebanks give the same bytes.
 * A pass takes a minute of processor time. --passes N stops after N of them, as a trial: its weights are
 * those the full run has after N passes, and are kept only where OUTPUT is named.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { AppError } from '../../errors'
import { readNetwork, readVectors } from '../models'
import { predict } from '../predict'
import { readConllu } from '../read-conllu'
import { formsOf, scoreNames, scoreTrees } from '../score-trees'
import { collectLemmas } from './collect-lemmas'
import { settings } from './settings'
import { trainNetwork } from './train-network'
import { findTrainingFolder } from './training-folder'
import { writeNetwork } from './write-model'

const { values: flags, positionals } = parseArgs({
  options: { passes: { type: 'string', default: String(settings.epochs) } },
  allowPositionals: true,
})
const passes = Number(flags.passes)
if (!Number.isInteger(passes) || passes < 1 || passes > settings.epochs)
  throw new AppError(
    'invalid_input',
    `train: --passes "${flags.passes}" is no number of passes: give one from 1 to ${settings.epochs}`,
  )
const folder = findTrainingFolder(positionals[0])
const models = fileURLToPath(new URL('../../../data/models', import.meta.url))
const output = positionals[1] ?? (passes === settings.epochs ? models : null)
const vectorBytes = gunzipSync(readFileSync(join(models, 'vectors.bin.gz')))
const vectors = readVectors(
  vectorBytes.buffer.slice(
    vectorBytes.byteOffset,
    vectorBytes.byteOffset + vectorBytes.length,
  ) as ArrayBuffer,
)
const sentences = ['ewt-train', 'gum-train'].flatMap((name) => readConllu(folder, name))
const dev = ['gum-dev', 'ewt-dev'].map((name) => ({ name, gold: readConllu(folder, name) }))

let begun = Date.now()
const trained = trainNetwork(
  sentences,
  vectors,
  settings,
  (epoch, loss, now) => {
    const seconds = Math.round((Date.now() - begun) / 1000)
    console.log(`pass ${epoch + 1} of ${settings.epochs}: loss ${loss.toFixed(3)}, ${seconds} s`)
    // scored as it would be read from the file
    const bytes = writeNetwork(now)
    const models = readNetwork(bytes.buffer, vectors)
    for (const { name, gold } of dev) {
      const guessed = predict(models, gold.map(formsOf))
      const score = scoreTrees(gold, guessed, models)
      const shares = (['upos', 'xpos', 'uas', 'las'] as const).map(
        (key) => `${key} ${(100 * score[key]).toFixed(2)}`,
      )
      if (gold[0]?.hasEntities)
        shares.push(`names F1 ${(100 * scoreNames(gold, guessed).f1).toFixed(1)}`)
      console.log(`  ${name}: ${shares.join(', ')}`)
    }
    console.log(`  weights: sha256 ${hash(bytes)}`)
    begun = Date.now()
  },
  passes,
)

const lemmas = collectLemmas(sentences)
save('network.bin.gz', writeNetwork(trained))
save(
  'lemmas.json.gz',
  new TextEncoder().encode(
    JSON.stringify({ exceptions: [...lemmas.exceptions], known: [...lemmas.known] }),
  ),
)

function save(name: string, bytes: Uint8Array): void {
  const zipped = gzipSync(bytes, { level: 9 })
  console.log(`${name}: ${zipped.length} bytes, sha256 ${hash(zipped)}`)
  if (!output) return
  mkdirSync(output, { recursive: true })
  writeFileSync(join(output, name), zipped)
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
