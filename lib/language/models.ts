/** Weights in memory, from the bytes of the files in data/models. */
import { gunzipSync, strFromU8 } from 'fflate'
import { AppError } from '../errors'
import type { Weights } from './fill-memory'
import { HashIndex } from './hash'
import type { LemmaTable } from './lemmatize'
import { Network } from './network'
import type { Reader } from './predict'
import { listBlocks, type Shape } from './shape'
import { affixTableRows, WordReader } from './word-features'

export type Models = Reader & {
  /** UPOS|XPOS of each tag id. */
  tagNames: string[]
  labelNames: string[]
  lemmas: LemmaTable
}

/** Names of the files in data/models that loadModels asks for. */
export const modelFiles = ['vectors.bin.gz', 'network.bin.gz', 'lemmas.json.gz'] as const
export type ModelFile = (typeof modelFiles)[number]

/** The head of network.bin: what is needed to read the numbers after it. */
export type NetworkHeader = {
  shape: Shape
  tagNames: string[]
  labelNames: string[]
  words: number
  /** Value of one unit of each dense block's 16-bit numbers, in the blocks' order. */
  scales: number[]
}

/**
 * In: the files' bytes by name, gzipped as they are or already inflated. Out: models ready for analyzeWith.
 * Throws AppError invalid_input where bytes are not such a file.
 */
export function loadModels(buffers: Record<ModelFile, ArrayBuffer>): Models {
  return {
    ...readNetwork(open(buffers, 'network.bin.gz'), readVectors(open(buffers, 'vectors.bin.gz'))),
    lemmas: readLemmas(open(buffers, 'lemmas.json.gz')),
  }
}

/** Pretrained vectors: a hash of each word, and its row of `width` signed bytes. */
export type Vectors = { keys: Int32Array; width: number; matrix: Int8Array }

/** In: network.bin, inflated, and the vectors it was trained with. Out: all but the lemmas. */
export function readNetwork(bytes: ArrayBuffer, vectors: Vectors): Omit<Models, 'lemmas'> {
  const { header, at } = readHeader(bytes)
  const { shape } = header
  const wordKeys = new Int32Array(bytes, at, header.words)
  let next = at + 4 * header.words
  const takeTable = (rows: number) => {
    const scales = new Float32Array(bytes, next, rows)
    const units = new Int8Array(bytes, next + 4 * rows, rows * shape.affix)
    next += rows * (4 + shape.affix)
    return { scales, units }
  }
  const words = takeTable(header.words + 1)
  const affixes = takeTable(affixTableRows)
  const blocks: Weights['blocks'] = {}
  listBlocks(shape).forEach(([name, rows, columns], b) => {
    blocks[name] = {
      units: new Int16Array(bytes, next, rows * columns),
      scale: header.scales[b]!,
    }
    next += 2 * rows * columns
  })
  return {
    network: new Network(shape, { blocks, vectors: vectors.matrix, words, affixes }),
    reader: new WordReader(new HashIndex(vectors.keys), new HashIndex(wordKeys)),
    tagNames: header.tagNames,
    labelNames: header.labelNames,
  }
}

/** Bytes that are still gzipped are inflated here; faster ways (zlib, DecompressionStream) may come first. */
function open(buffers: Record<ModelFile, ArrayBuffer>, name: ModelFile): ArrayBuffer {
  const bytes = new Uint8Array(buffers[name])
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return buffers[name]
  try {
    const opened = gunzipSync(bytes)
    return opened.buffer.slice(opened.byteOffset, opened.byteOffset + opened.length) as ArrayBuffer
  } catch (cause) {
    throw new AppError(
      'invalid_input',
      `loadModels: ${name} is no gzip file of weights: fetch it again from data/models`,
      [],
      { cause },
    )
  }
}

/** vectors.bin: word count, width, then a hash of each word, then a row of signed bytes of each. */
export function readVectors(bytes: ArrayBuffer): Vectors {
  const [count, width] = new Int32Array(bytes, 0, 2) as unknown as [number, number]
  return {
    width,
    keys: new Int32Array(bytes, 8, count),
    matrix: new Int8Array(bytes, 8 + 4 * count, count * width),
  }
}

/** network.bin: length of a JSON header, the header padded to four bytes, then its numbers. */
function readHeader(bytes: ArrayBuffer): { header: NetworkHeader; at: number } {
  const length = new Uint32Array(bytes, 0, 1)[0]!
  return { header: JSON.parse(strFromU8(new Uint8Array(bytes, 4, length))), at: 4 + length }
}

function readLemmas(bytes: ArrayBuffer): LemmaTable {
  const { exceptions, known } = JSON.parse(strFromU8(new Uint8Array(bytes))) as {
    exceptions: [string, string][]
    known: string[]
  }
  return { exceptions: new Map(exceptions), known: new Set(known) }
}
