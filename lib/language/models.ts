/** Weights in memory, from the bytes of the files in data/models. */
import { gunzipSync, strFromU8 } from 'fflate'
import type { LemmaTable } from './lemmatize'
import type { Linear } from './perceptron'

export type Models = {
  tagger: Linear
  parser: Linear
  tagNames: string[]
  labelNames: string[]
  lemmas: LemmaTable
}

/** Names of the files in data/models that loadModels asks for. */
export const modelFiles = ['tagger.bin.gz', 'parser.bin.gz', 'names.json.gz'] as const

/** In: the files' bytes by name. Out: models ready for analyzeWith. */
export function loadModels(buffers: Record<(typeof modelFiles)[number], ArrayBuffer>): Models {
  const open = (name: (typeof modelFiles)[number]): Uint8Array =>
    gunzipSync(new Uint8Array(buffers[name]))
  const names = JSON.parse(strFromU8(open('names.json.gz'))) as {
    tagNames: string[]
    labelNames: string[]
    exceptions: [string, string][]
    known: string[]
  }
  const linear = (bytes: Uint8Array, classes: number): Linear => ({
    rows: bytes.length / classes,
    classes,
    weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  })
  return {
    tagger: linear(open('tagger.bin.gz'), names.tagNames.length),
    parser: linear(open('parser.bin.gz'), 2 * names.labelNames.length + 1),
    tagNames: names.tagNames,
    labelNames: names.labelNames,
    lemmas: { exceptions: new Map(names.exceptions), known: new Set(names.known) },
  }
}
