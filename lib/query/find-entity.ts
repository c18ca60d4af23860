/** The one entity a user names outright, as on the command line. */
import { AppError } from '../errors'
import { fold } from '../graph/fold'
import type { Case, Entity } from '../schema'
import { searchEntities, unlikeness } from './search'

/**
 * The entity of this id, name or alias, without regard to case and diacritics; a name goes before
 * an alias.
 * @throws AppError not_found with the nearest names, invalid_input when several carry the name.
 */
export function findEntity(case_: Case, name: string): Entity {
  const wanted = fold(name)
  const byId = case_.entities.find((entity) => entity.id === name)
  if (byId) return byId
  const byName = case_.entities.filter((entity) => fold(entity.name) === wanted)
  const found = byName.length
    ? byName
    : case_.entities.filter((entity) => entity.aliases.some((alias) => fold(alias) === wanted))
  if (found.length === 1) return found[0]!
  if (found.length > 1) {
    const list = found.map((entity) => `${entity.name} (${entity.kind}, id ${entity.id})`)
    throw new AppError(
      'invalid_input',
      `"${name}" is the name of ${found.length} entities: ${list.join('; ')}. Use the id.`,
    )
  }
  const nearest = nearestNames(case_, name)
  throw new AppError(
    'not_found',
    nearest.length
      ? `No entity is called "${name}". The nearest: ${nearest.join(', ')}.`
      : `No entity is called "${name}": this case has no entities.`,
  )
}

/** Up to five names: what a search finds, else the most alike. */
function nearestNames(case_: Case, name: string): string[] {
  const found = searchEntities(case_, name, 5).map(({ entity }) => entity.name)
  if (found.length > 0) return [...new Set(found)]
  const wanted = fold(name)
  const alike = case_.entities
    .map((entity) => ({
      name: entity.name,
      far: Math.min(...[entity.name, ...entity.aliases].map((n) => unlikeness(fold(n), wanted))),
    }))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
  return [...new Set(alike.map((entry) => entry.name))].slice(0, 5)
}
