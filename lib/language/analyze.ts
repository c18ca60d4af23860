/** The door of the language layer: text in, sentences with tokens, tags, trees and names out. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { AppError } from '../errors'
import type { Sentence } from '../schema'
import { analyzeWith } from './analyze-with'
import { loadModels, type Models, modelFiles } from './models'

export { loadModels, type Models, modelFiles }

let shared: Models | undefined

/**
 * Reads a text. In: raw text, and models (from data/models when left out, loaded at the first call).
 * Out: its sentences and stray lines in order. Offsets are UTF-16 units of the text as given.
 * Throws AppError unavailable where the weights are missing; never because of the text.
 */
export function analyze(text: string, models: Models = sharedModels()): Sentence[] {
  return analyzeWith(text, models)
}

function sharedModels(): Models {
  shared ??= readModels(new URL('../../data/models/', import.meta.url))
  return shared
}

/**
 * Loads weights from a folder on disk. In: its file URL, ending with a slash. Out: models.
 * Throws AppError unavailable where files are missing.
 */
export function readModels(folder: URL): Models {
  try {
    const entries = modelFiles.map((name) => {
      const bytes = gunzipSync(readFileSync(new URL(name, folder)))
      return [name, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)]
    })
    return loadModels(Object.fromEntries(entries))
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `analyze: no language weights in ${folder.pathname}: run npm run train:language`,
      [],
      { cause },
    )
  }
}
