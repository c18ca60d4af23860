/** Numbers that look random and are the same on every run (xorshift32). */
export class Random {
  private state: number
  constructor(seed: number) {
    this.state = seed | 0 || 1
  }
  /** From 0 (included) to 1 (not included). */
  next(): number {
    let x = this.state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    this.state = x
    return (x >>> 0) / 4294967296
  }
  shuffle<T>(items: T[]): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = Math.floor(this.next() * (i + 1))
      const item = items[i]!
      items[i] = items[j]!
      items[j] = item
    }
  }
}
