/**
 * Trains the weights in data/models and prints their evaluation.
 * Usage: npm run train:language [-- FOLDER]; the same treebanks give the same bytes.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { readVectors, vectorScale } from '../models'
import { predict } from '../predict'
import { readConllu } from '../read-conllu'
import { formsOf, scoreTrees } from '../score-trees'
import { collectLemmas } from './collect-lemmas'
import { settings } from './settings'
import { trainNetwork } from './train-network'
import { findTrainingFolder } from './training-folder'
import { writeNetwork } from './write-model'

const folder = findTrainingFolder(process.argv[2])
const models = new URL('../../../data/models/', import.meta.url)
const epochs = Number(process.env.THROUGHLINE_EPOCHS ?? settings.epochs)
const vectorBytes = gunzipSync(readFileSync(new URL('vectors.bin.gz', models)))
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
  { ...settings, epochs },
  (epoch, loss, now) => {
    const seconds = Math.round((Date.now() - begun) / 1000)
    console.log(`pass ${epoch + 1} of ${epochs}: loss ${loss.toFixed(3)}, ${seconds} s`)
    for (const { name, gold } of dev) {
      const guessed = predict(now.network, now.reader, now.tables, gold.map(formsOf))
      const score = scoreTrees(gold, guessed, now)
      const shares = (['upos', 'xpos', 'uas', 'las'] as const).map(
        (key) => `${key} ${(100 * score[key]).toFixed(2)}`,
      )
      console.log(`  ${name}: ${shares.join(', ')}`)
    }
    begun = Date.now()
  },
)

mkdirSync(models, { recursive: true })
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
  writeFileSync(new URL(name, models), zipped)
  const hash = createHash('sha256').update(zipped).digest('hex')
  console.log(`${name}: ${zipped.length} bytes, sha256 ${hash}`)
}
