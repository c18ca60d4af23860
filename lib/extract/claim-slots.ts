/** Which phrases of a clause a frame's slot means. */
import type { EntityKind } from '../schema'
import { type Filler, fillers, ownerFillers } from './arguments'
import type { Clause } from './clause'
import type { Scene } from './scene'
import { lower } from './span'

export function hasParticle(scene: Scene, clause: Clause, particle: string): boolean {
  if (clause.particle === particle) return true
  const { tokens } = scene.reading.sentence
  for (let k = clause.verb.main + 1; k < Math.min(tokens.length, clause.verb.main + 5); k++) {
    if (lower(tokens[k]) === particle) return true
    if (tokens[k]!.upos === 'VERB' || tokens[k]!.text === ',') return false
  }
  return false
}

export function slotUnits(clause: Clause, slot: string): readonly number[] {
  if (slot === 'subject') return clause.subjects
  if (slot === 'object') return clause.objects
  if (slot === 'complement') return clause.complement === undefined ? [] : [clause.complement]
  return clause.preps.find((p) => p.word.replaceAll(' ', '_') === slot)?.args ?? []
}

export function firstSlot(
  scene: Scene,
  clause: Clause,
  slots: readonly string[],
  kinds: ReadonlySet<EntityKind> | undefined,
  parts: boolean,
): Filler[] {
  for (const slot of slots) {
    const owned =
      slot === 'subject' && clause.owned !== undefined
        ? scene.reading.units[clause.owned]
        : undefined
    if (owned?.type === 'np') {
      const owner = ownerFillers(owned, clause.owned!, kinds)
      if (owner.length) return owner
    }
    const found = fillers(scene.reading, slotUnits(clause, slot), kinds, parts)
    if (found.length) return found
  }
  return []
}
