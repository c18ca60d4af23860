/** What the shipped weights are trained with; tuned on the dev files. */
import type { Settings } from './train-network'

export const settings: Settings = {
  affix: 64,
  hidden: 88,
  arc: 64,
  label: 64,
  epochs: 14,
  batchWords: 350,
  rate: 3e-3,
  warmup: 400,
  seed: 1,
  leastWordCount: 2,
  inputDropout: 0.25,
  layerDropout: 0.3,
  wordDropout: 0.2,
  vectorDropout: 0.1,
  lowerShare: 0.02,
  titleShare: 0.02,
  namedRounds: 2,
  averageDecay: 0.985,
  tagWeight: 1.5,
  nameWeight: 2,
  clip: 5,
}
