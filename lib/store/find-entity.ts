import { fold } from '../graph/fold'
import { findEntity } from '../query/find-entity'
import type { Entity } from '../schema'
import { CasePart } from './case-part'
import type { Database } from './database'
import { findNames } from './search-names'

/**
 * The one entity of a stored case that has this id, name or alias, as lib/query/find-entity.ts tells.
 * @throws AppError not_found with the nearest names, invalid_input when several carry the name
 */
export function findStoredEntity(
  database: Database,
  caseId: string,
  name: string,
): Promise<Entity> {
  return database.transaction(async (connection) => {
    const part = await CasePart.open(connection, caseId)
    await part.loadEntities([name])
    await part.loadNamed([name])
    if (part.toCase().entities.length === 0) {
      const nearest = await findNames(connection, fold(name), 5, caseId)
      await part.loadEntities(nearest.map(({ entity }) => entity))
      // Where nothing is alike, the names that come first give an idea of what there is.
      if (nearest.length === 0) await part.loadFirstEntities(200)
    }
    return findEntity(part.toCase(), name)
  }, 'snapshot')
}
