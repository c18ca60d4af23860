/** The door of the language layer: text in, sentences with tokens, tags, trees and names out. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { AppError } from '../errors'
import type { Sentence } from '../schema'
import { analyzeWith } from './analyze-with'
import { loadModels, type Models, modelFiles } from './models'

export { loadModels, type Models, modelFiles }

// Kept apart from its use, so that no bundler takes the folder of weights for a module.
const here = import.meta.url
let shared: Models | undefined

/**
 * Reads a text. In: raw text, and models (from data/models when left out, loaded at the first call).
 * Out: its sentences and stray lines in order. Offsets are UTF-16 units of the text as given.
 * Throws AppError unavailable where the weights are missing; never because of the text.
 * In a browser or worker, use analyzeWith and loadModels: this file needs Node.
 */
export function analyze(text: string, models: Models = sharedModels()): Sentence[] {
  return analyzeWith(text, models)
}

function sharedModels(): Models {
  shared ??= readModels(findModelFolder())
  return shared
}

/** Beside this module; in a bundle, which stands elsewhere, under the working directory. */
function findModelFolder(): string {
  const named = process.env.THROUGHLINE_MODELS
  if (named) return named
  const beside = here.startsWith('file:') ? join(fileURLToPath(here), '../../../data/models') : ''
  return existsSync(join(beside, modelFiles[0])) ? beside : join(process.cwd(), 'data/models')
}

/**
 * Loads weights from a folder on disk. In: its path. Out: models.
 * Throws AppError unavailable where files are missing.
 */
export function readModels(folder: string): Models {
  try {
    const entries = modelFiles.map((name) => {
      const zipped = readFileSync(join(folder, name))
      // the last four bytes have the size: one piece of it need not be put together from hundreds
      const bytes = gunzipSync(zipped, { chunkSize: zipped.readUInt32LE(zipped.length - 4) + 64 })
      return [name, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)]
    })
    return loadModels(Object.fromEntries(entries))
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `analyze: no language weights in ${folder}: run npm run train:language, or name their folder in THROUGHLINE_MODELS`,
      [],
      { cause },
    )
  }
}
