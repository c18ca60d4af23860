import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '../errors'

/**
 * A file of this folder that is read or started as it stands (the thread's script, the migrations).
 * From source it lies beside this module; a bundled server has it under the folder it runs in.
 */
export function locateStoreFile(name: string): string {
  const places = [
    dirname(fileURLToPath(import.meta.url)),
    join(process.env.THROUGHLINE_ROOT ?? process.cwd(), 'lib', 'store'),
  ]
  const found = places.map((place) => join(place, name)).find((path) => existsSync(path))
  if (found) return found
  throw new AppError(
    'internal',
    `The program's own file lib/store/${name} is missing (looked in ${places.join(' and ')}). Install Throughline again.`,
  )
}
