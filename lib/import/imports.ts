/** The door of this room: imports of the store at a place. */
import { connect, defaultPlace } from '../store/connect'
import type { Database } from '../store/database'
import { explainDatabaseError } from '../store/database-errors'
import { cancelImport, retryImport } from './control'
import { addSources, createImport, type ImportOptions, sealImport } from './intake'
import { listImports, listTroubles, type Progress, readProgress, type Trouble } from './progress'
import type { Refused, Source } from './source'

/** Every method may throw AppError unavailable, and not_found when there is no such import. */
export type Imports = {
  /** @returns the id of a new import. @throws AppError not_found when there is no such case */
  begin(caseId: string, options?: ImportOptions): Promise<string>
  /**
   * Takes sources in, archives opened.
   * @returns how many, once they are on the disk: none of them is lost from then on
   * @throws AppError conflict when the import is over
   */
  add(id: string, sources: readonly (Source | Refused)[]): Promise<number>
  /** Nothing more comes. */
  seal(id: string): Promise<void>
  /** Nothing more is read; what was read joins. */
  cancel(id: string): Promise<void>
  /** Reads again what failed, was set aside or cancelled. @returns how many */
  retry(id: string): Promise<number>
  /** Of a case, the last one first. */
  list(caseId: string): Promise<Progress[]>
  progress(id: string): Promise<Progress>
  troubles(id: string): Promise<Trouble[]>
}

export function openImports(place = defaultPlace()): Imports {
  const ask = async <T>(question: (database: Database) => Promise<T>): Promise<T> => {
    const database = await connect(place)
    return question(database).catch((error) => {
      throw explainDatabaseError(error)
    })
  }
  return {
    begin: (caseId, options) => ask((database) => createImport(database, caseId, options)),
    add: (id, sources) => ask((database) => addSources(database, id, sources)),
    seal: (id) => ask((database) => sealImport(database, id)),
    cancel: (id) => ask((database) => cancelImport(database, id)),
    retry: (id) => ask((database) => retryImport(database, id)),
    list: (caseId) => ask((database) => listImports(database, caseId)),
    progress: (id) => ask((database) => readProgress(database, id)),
    troubles: (id) => ask((database) => listTroubles(database, id)),
  }
}
