/** How much of two texts is the same, by shingles (Broder, "On the resemblance and containment of documents", 1997). */
import { fold } from './fold'

const words = 5

/** Hashes of every run of five words, sorted, each once. */
export function shingle(text: string): Uint32Array {
  const tokens = fold(text).split(' ')
  const hashes = new Set<number>()
  for (let i = 0; i + words <= tokens.length; i++) {
    hashes.add(hash(tokens.slice(i, i + words).join(' ')))
  }
  return Uint32Array.from(hashes).sort()
}

/**
 * Resemblance |A∩B| / |A∪B| and containment |A∩B| / min(|A|, |B|), both 0 to 1; texts shorter
 * than five words have none.
 */
export function compareShingles(a: Uint32Array, b: Uint32Array) {
  if (a.length === 0 || b.length === 0) return { resemblance: 0, containment: 0 }
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) shared++
    if (a[i]! <= b[j]!) i++
    else j++
  }
  // When the heads were equal only `i` moved on; the next round moves `j`.
  return {
    resemblance: shared / (a.length + b.length - shared),
    containment: shared / Math.min(a.length, b.length),
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i)
    value = Math.imul(value, 0x01000193)
  }
  return value >>> 0
}
