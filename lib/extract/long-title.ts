/** "Minister for Farms, Fisheries and Rural Towns Carla Binns": an office whose duties are spelled out before the name. */
import { firstNames, orgHeads, roleModifiers } from './lexicon'
import { isCapital, lower } from './span'
import type { Word } from './word'

const offices = /^(?:minister|secretary|undersecretary|under-secretary|commissioner)$/
const between = /^(?:and|&|of|the|,|-|state)$/

/** In: the token an office may start at. Out: where the name behind it starts; 0 where there is none. */
export function nameAfterOffice(tokens: readonly Word[], start: number): number {
  if (!isCapital(tokens[start])) return 0
  let at = start
  while (at < start + 3 && roleModifiers.has(lower(tokens[at]))) at++
  if (!offices.test(lower(tokens[at]))) return 0
  at++
  if (lower(tokens[at]) === 'of' && lower(tokens[at + 1]) === 'state') at += 2
  if (!/^(?:for|of)$/.test(lower(tokens[at]))) return 0
  for (let k = at + 1; k < Math.min(tokens.length, at + 12); k++) {
    const token = tokens[k]!
    if (!isCapital(token) && !between.test(lower(token))) return 0
    const named =
      k > at + 1 &&
      isCapital(tokens[k - 1]) &&
      firstNames.has(lower(token)) &&
      isCapital(tokens[k + 1]) &&
      !orgHeads.has(lower(tokens[k + 1]))
    if (named) return k
  }
  return 0
}
