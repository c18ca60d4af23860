/** A 32-bit hash of a word (FNV-1a): tables of words are kept as hashes, not as strings. */
export function hashString(text: string, seed = 0): number {
  let h = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return h ^ (h >>> 13)
}

/** Finds the row of a hash: open addressing over typed arrays, small and quick to fill. */
export class HashIndex {
  private readonly slots: Int32Array
  private readonly mask: number
  constructor(private readonly keys: Int32Array) {
    let size = 16
    while (size < keys.length * 2) size *= 2
    this.mask = size - 1
    this.slots = new Int32Array(size).fill(-1)
    for (let row = 0; row < keys.length; row++) {
      let slot = keys[row]! & this.mask
      while (this.slots[slot]! >= 0) slot = (slot + 1) & this.mask
      this.slots[slot] = row
    }
  }
  /** The row of the key, or -1. */
  find(key: number): number {
    let slot = key & this.mask
    for (;;) {
      const row = this.slots[slot]!
      if (row < 0 || this.keys[row] === key) return row
      slot = (slot + 1) & this.mask
    }
  }
}
