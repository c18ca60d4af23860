/** A picture with what it rests on, in one zip. */
import { strToU8, zipSync } from 'fflate'
import { serializeCase } from '../case-file'
import type { Case } from '../schema'
import { writeEntities, writeRelations } from './csv'

type BundleFiles = {
  svg: string
  png?: Uint8Array
  description: string
  /** What the case file holds, where that is more than what is shown: the log of decisions. */
  file?: Case
}

/** The same case and picture give the same bytes. */
export function bundlePicture(
  case_: Case,
  { svg, png, description, file = case_ }: BundleFiles,
): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = {
    'picture.svg': strToU8(svg),
    ...(png && { 'picture.png': png }),
    'alt-text.txt': strToU8(`${description}\n`),
    'entities.csv': strToU8(writeEntities(case_)),
    'relations.csv': strToU8(writeRelations(case_)),
    'case.json': strToU8(serializeCase(file)),
  }
  // Zip dates start in 1980, in local time.
  return new Uint8Array(zipSync(files, { level: 6, mtime: new Date(1980, 0, 1, 12) }))
}
