/** Where cases live between visits: a database in a folder, or a PostgreSQL server. */
import { parseCase } from '../case-file'
import type { AppError } from '../errors'
import type { Lineage, LineageOptions } from '../query/lineage'
import type { NeighbourOptions, Neighbours } from '../query/neighbours'
import type { PathAnswer, PathQuestion } from '../query/paths'
import type { Direction } from '../query/reach'
import type { Case, Decision, Entity } from '../schema'
import { type Answered, askLineage, askNeighbours, askPaths, readClaims } from './ask'
import { type RestoredCase, readBackup, writeBackup } from './backup'
import { changeCase } from './change-case'
import { connect, defaultPlace, disconnect, isAddress, isNew } from './connect'
import type { Database } from './database'
import { explainDatabaseError } from './database-errors'
import { appendDecision, type Choice, readCaseLog } from './decide'
import { changeKeeping, type EarlierState, listEarlier, putBack } from './earlier'
import { findStoredEntity } from './find-entity'
import { isPresent, loadCase, writeCase } from './keep-case'
import { type CaseSummary, type DeletedCase, listDeleted, listPresent } from './list-cases'
import { type CaseSources, countDocuments, listSources } from './list-sources'
import {
  addCase,
  copyCase,
  deleteCase,
  openAsCase,
  purgeDeleted,
  retitleCase,
  undeleteCase,
} from './manage-cases'
import { type ConnectionAnswer, findConnection, listSteps, type StoredStep } from './reach'
import { keepSample } from './sample-case'
import { type Hits, type SearchOptions, searchCases } from './search'
import { readLeftFile } from './take-in-files'

export type { CaseSummary, EarlierState }

/**
 * Every method may throw AppError unavailable (disk full, database down) or conflict (the folder is
 * another process's); what it acknowledged is on the disk.
 */
export type Store = {
  /** Whether it has no cases yet and its database must still be made, which takes seconds. */
  isNew(): Promise<boolean>
  /** The one changed last comes first. */
  listCases(): Promise<CaseSummary[]>
  /** Deleted cases that can be restored, the last one first. */
  listDeletedCases(): Promise<DeletedCase[]>
  /**
   * @throws AppError not_found, or invalid_input when an earlier version kept it as a file that is
   *   damaged and lies in the data folder still
   */
  readCase(id: string): Promise<Case>
  /**
   * The case as its decisions leave it, which is what every question here is asked of; its log is
   * empty, so it is not to be saved.
   * @throws AppError not_found
   */
  readShown(id: string): Promise<Case>
  /**
   * Replaces a case of the same id.
   * @throws AppError conflict when decisions were made there that this one does not have
   */
  saveCase(case_: Case): Promise<void>
  /**
   * Changes a case while nobody else writes it.
   * @param options `keep`: as it was, it is kept among the deleted cases, to go back to
   * @throws AppError not_found
   */
  changeCase(id: string, change: (case_: Case) => Case, options?: { keep?: boolean }): Promise<Case>
  /** What a case was before it was changed so, the last one first. @throws AppError not_found */
  listEarlier(id: string): Promise<EarlierState[]>
  /**
   * Goes back to what was extracted then. Decisions made since stay and are carried out over it;
   * what was extracted until now is kept in its turn.
   * @throws AppError not_found, or conflict when the case has other reports by now
   */
  putBack(id: string, keptAt: string): Promise<Case>
  /** @returns the new case's id */
  createCase(title: string): Promise<string>
  /** @throws AppError not_found */
  renameCase(id: string, title: string): Promise<void>
  /** @returns the copy's id */
  duplicateCase(id: string, title?: string): Promise<string>
  /** Puts the case away; restoreCase brings it back. */
  removeCase(id: string): Promise<void>
  /**
   * @param deletedAt which one, when several were deleted under this id; else the last
   * @returns its id: a free one when another case has taken its own since
   * @throws AppError not_found
   */
  restoreCase(id: string, deletedAt?: string): Promise<string>
  /** Removes for ever what was deleted under this id, or only what was deleted then. */
  purgeCase(id: string, deletedAt?: string): Promise<void>
  /**
   * Takes in a Case file under its own id, or under a free one when that is taken.
   * @returns the id
   * @throws AppError invalid_input with every problem of the file
   */
  openCaseFile(text: string): Promise<string>
  /** Puts the sample in, once: a sample that was deleted or changed stays so. */
  keepSample(sample: Case): Promise<void>
  /**
   * Appends a decision to the case's log; `store.decide(id, undo)` takes the last one back.
   * @returns the decision, or undefined when the choice found nothing to decide
   * @throws AppError not_found, invalid_input when it is no decision, or conflict with the reason
   *   why it would change nothing
   */
  decide(id: string, choice: Choice, by?: string): Promise<Decision | undefined>
  /** The decisions of a case, the oldest first. @throws AppError not_found */
  readLog(id: string): Promise<Decision[]>
  /** Cases, names, reports, quotes and passages of what is not deleted, the best of each first. */
  search(text: string, options?: SearchOptions): Promise<Hits>
  /**
   * The steps away from entities, as lib/query/reach.ts has them. The case is not read whole.
   * @param since leaves out claims that were over before this day; the undated stay
   */
  neighbours(
    id: string,
    entities: string[],
    direction: Direction,
    since?: string,
  ): Promise<StoredStep[]>
  /** A shortest path between two entities. The case is not read whole. */
  connect(id: string, from: string, to: string, maxHops?: number): Promise<ConnectionAnswer>
  hasCase(id: string): Promise<boolean>
  /** How many documents a case was ever given, those that were taken out too. */
  countDocuments(id: string): Promise<number>
  /** Relations with what they tie and rest on, as decided, those that were rejected too. */
  readClaims(id: string, claims: readonly string[]): Promise<Case>
  /** @throws AppError not_found with the nearest names, invalid_input when several have the name */
  findEntity(id: string, name: string): Promise<Entity>
  /** Reports, outlets and whoever is quoted; of entities those of the given names. */
  listSources(id: string, names: readonly string[]): Promise<CaseSources>
  /** Who is around an entity, as lib/query answers it. The case is not read whole. */
  askNeighbours(
    id: string,
    entity: string,
    options?: NeighbourOptions & { sources?: boolean },
  ): Promise<Answered<Neighbours>>
  /** How two entities are connected, as lib/query answers it. The case is not read whole. */
  askPaths(id: string, question: PathQuestion): Promise<Answered<PathAnswer>>
  /** How a paper, an event or anything else came about. The case is not read whole. */
  askLineage(id: string, target: string, options?: LineageOptions): Promise<Answered<Lineage>>
  /** Writes every case, deleted ones too, to one file. @returns how many */
  backUp(path: string): Promise<number>
  /**
   * Puts a backup's cases beside those that are there; what is there in the same state stays.
   * @param name what messages call the file; its path, when left out
   * @throws AppError invalid_input when the file is not a whole backup: nothing is restored then
   */
  restoreBackup(path: string, name?: string): Promise<RestoredCase[]>
  /** Nothing else needs to: a process that ends closes what it opened. */
  close(): Promise<void>
}

/**
 * The cases at a place. Opening happens at the first question, and again after a failure.
 * @param place a folder (made when first needed) or a PostgreSQL address; by default DATABASE_URL,
 *   else THROUGHLINE_DATA, else `.throughline` where the program runs
 */
export function openStore(place = defaultPlace()): Store {
  const ask = async <T>(question: (database: Database) => Promise<T>): Promise<T> => {
    const database = await connect(place)
    return question(database).catch((error) => {
      throw explainDatabaseError(error)
    })
  }
  return {
    listCases: () => ask(listPresent),
    listDeletedCases: () => ask(listDeleted),
    isNew: () => isNew(place),
    readCase: (id) =>
      ask((database) => loadCase(database, id)).catch(async (error: AppError) => {
        const known = error.code === 'not_found' && !isAddress(place)
        throw (known && (await readLeftFile(place, id))) || error
      }),
    readShown: (id) => ask((database) => loadCase(database, id, 'shown')),
    saveCase: (case_) => ask((database) => writeCase(database, case_)),
    changeCase: (id, change, { keep = false } = {}) =>
      ask((database) => (keep ? changeKeeping : changeCase)(database, id, change)),
    listEarlier: (id) => ask((database) => listEarlier(database, id)),
    putBack: (id, keptAt) => ask((database) => putBack(database, id, keptAt)),
    createCase: (title) => ask((database) => addCase(database, title)),
    renameCase: (id, title) => ask((database) => retitleCase(database, id, title)),
    duplicateCase: (id, title) => ask((database) => copyCase(database, id, title)),
    removeCase: (id) => ask((database) => deleteCase(database, id)),
    restoreCase: (id, deletedAt) => ask((database) => undeleteCase(database, id, deletedAt)),
    purgeCase: (id, deletedAt) => ask((database) => purgeDeleted(database, id, deletedAt)),
    openCaseFile: (text) => ask((database) => openAsCase(database, parseCase(text))),
    keepSample: (sample) => ask((database) => keepSample(database, sample)),
    decide: (id, choice, by) => ask((database) => appendDecision(database, id, choice, by)),
    readLog: (id) => ask((database) => readCaseLog(database, id)),
    hasCase: (id) => ask((database) => isPresent(database, id)),
    countDocuments: (id) => ask((database) => countDocuments(database, id)),
    readClaims: (id, claims) => ask((database) => readClaims(database, id, claims)),
    findEntity: (id, name) => ask((database) => findStoredEntity(database, id, name)),
    listSources: (id, names) => ask((database) => listSources(database, id, names)),
    search: (text, options) => ask((database) => searchCases(database, text, options)),
    neighbours: (id, entities, direction, since) =>
      ask((database) => listSteps(database, id, entities, direction, since)),
    connect: (id, from, to, maxHops) =>
      ask((database) => findConnection(database, id, from, to, { maxHops })),
    askNeighbours: (id, entity, options) =>
      ask((database) => askNeighbours(database, id, entity, options)),
    askPaths: (id, question) => ask((database) => askPaths(database, id, question)),
    askLineage: (id, target, options) =>
      ask((database) => askLineage(database, id, target, options)),
    backUp: (path) => ask((database) => writeBackup(database, path)),
    restoreBackup: (path, name) => ask((database) => readBackup(database, path, name)),
    close: () => disconnect(place),
  }
}
