/**
 * Trains the weights in data/models and prints their evaluation.
 * Usage: npm run train:language [-- TREEBANKS [OUTPUT]]; the same treebanks give the same bytes.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { readVectors, vectorScale } from '../models'
import { predict } from '../predict'
import { readConllu } from '../read-conllu'
import { formsOf, scoreNames, scoreTrees } from '../score-trees'
import { collectLemmas } from './collect-lemmas'
import { settings } from './settings'
import { trainNetwork } from './train-network'
import { findTrainingFolder } from './training-folder'
import { writeNetwork } from './write-model'

const folder = findTrainingFolder(process.argv[2])
const models = fileURLToPath(new URL('../../../data/models', import.meta.url))
const output = process.argv[3] ?? models
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
  { ...vectors, scale: vectorScale },
  settings,
  (epoch, loss, now) => {
    const seconds = Math.round((Date.now() - begun) / 1000)
    console.log(`pass ${epoch + 1} of ${settings.epochs}: loss ${loss.toFixed(3)}, ${seconds} s`)
    for (const { name, gold } of dev) {
      const guessed = predict(now.network, now.reader, now.tables, gold.map(formsOf))
      const score = scoreTrees(gold, guessed, now)
      const shares = (['upos', 'xpos', 'uas', 'las'] as const).map(
        (key) => `${key} ${(100 * score[key]).toFixed(2)}`,
      )
      if (gold[0]?.hasEntities)
        shares.push(`names F1 ${(100 * scoreNames(gold, guessed).f1).toFixed(1)}`)
      console.log(`  ${name}: ${shares.join(', ')}`)
    }
    begun = Date.now()
  },
)

mkdirSync(output, { recursive: true })
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
  writeFileSync(join(output, name), zipped)
  const hash = createHash('sha256').update(zipped).digest('hex')
  console.log(`${name}: ${zipped.length} bytes, sha256 ${hash}`)
}
