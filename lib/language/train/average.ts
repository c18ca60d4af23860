/**
 * A moving average of weights as they are learnt (Polyak & Juditsky 1992, with exponential weights):
 * it stands still where single steps still jump, and reads unseen text better.
 */
export class Average {
  private readonly mean: Float32Array[]
  private step = 0

  /** In: the arrays to follow, and how much of the average stays at each step (below 1). */
  constructor(
    private readonly followed: readonly Float32Array[],
    private readonly decay: number,
  ) {
    this.mean = followed.map((weights) => weights.slice())
  }

  /** Takes in the weights as they are now. Early on the average is short, so that it does not hold the drawn weights. */
  take(): void {
    this.step++
    const share = 1 - Math.min(this.decay, this.step / (this.step + 9))
    this.followed.forEach((weights, w) => {
      const mean = this.mean[w]!
      for (let i = 0; i < mean.length; i++) mean[i]! += share * (weights[i]! - mean[i]!)
    })
  }

  /** Puts the average where the weights are and keeps the weights; a second call undoes it. */
  swap(): void {
    this.followed.forEach((weights, w) => {
      const kept = weights.slice()
      weights.set(this.mean[w]!)
      this.mean[w]!.set(kept)
    })
  }
}
