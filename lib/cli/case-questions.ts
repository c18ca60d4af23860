/** What the commands ask of a case: of one in memory, or of a stored one that need not fit there. */
import { buildGraph } from '../graph/build'
import { findEntity } from '../query/find-entity'
import { type Lineage, type LineageOptions, traceLineage } from '../query/lineage'
import { type NeighbourOptions, type Neighbours, neighbours } from '../query/neighbours'
import { findPaths, type PathAnswer, type PathQuestion } from '../query/paths'
import type { Case, Entity } from '../schema'
import type { Answered } from '../store/ask'
import type { CaseSources } from '../store/list-sources'
import { openStore, type Store } from '../store/store'
import { isOutside, loadStanding } from './load-case'
import { findRunningApp } from './running-app'

export type CaseQuestions = {
  /** @throws AppError not_found with the nearest names, invalid_input when several have the name */
  findEntity(name: string): Promise<Entity>
  /** @param names by which entities may be meant */
  listSources(names: readonly string[]): Promise<CaseSources>
  neighbours(entity: string, options: NeighbourOptions): Promise<Answered<Neighbours>>
  paths(question: PathQuestion): Promise<Answered<PathAnswer>>
  lineage(target: string, options: LineageOptions): Promise<Answered<Lineage>>
}

/**
 * Questions of the case of this name, as its decisions leave it and without what was rejected.
 * @throws AppError as loadCase does
 */
export async function openQuestions(name: string): Promise<CaseQuestions> {
  const store = isOutside(name) ? undefined : await findOwnStore()
  if (store && (await store.hasCase(name))) return askStore(store, name)
  return askMemory(await loadStanding(name))
}

/** Undefined while the app has it, or before there is one. */
async function findOwnStore(): Promise<Store | undefined> {
  if ((await findRunningApp()) !== undefined) return undefined
  const store = openStore()
  return (await store.isNew()) ? undefined : store
}

const askStore = (store: Store, id: string): CaseQuestions => ({
  findEntity: (name) => store.findEntity(id, name),
  listSources: (names) => store.listSources(id, names),
  neighbours: (entity, options) => store.askNeighbours(id, entity, { ...options, sources: true }),
  paths: (question) => store.askPaths(id, question),
  lineage: (target, options) => store.askLineage(id, target, options),
})

function askMemory(case_: Case): CaseQuestions {
  const graph = buildGraph(case_)
  return {
    findEntity: async (name) => findEntity(case_, name),
    async listSources() {
      const { documents, entities, claims } = case_
      const said = claims.flatMap((claim) => claim.evidence.flatMap((piece) => piece.attribution))
      return { documents, entities, attributions: [...new Set(said)] }
    },
    neighbours: async (entity, options) => ({
      answer: neighbours(graph, entity, options),
      part: case_,
    }),
    paths: async (question) => ({ answer: findPaths(graph, question), part: case_ }),
    lineage: async (target, options) => ({
      answer: traceLineage(graph, target, options),
      part: case_,
    }),
  }
}
