/** What the shipped weights are trained with; tuned on the dev files. */
import type { Settings } from './train-network'

export const settings: Settings = {
  affix: 64,
  hidden: 88,
  arc: 64,
  label: 64,
  epochs: 10,
  batchWords: 350,
  rate: 3e-3,
  warmup: 400,
  seed: 1,
  leastWordCount: 2,
  inputDropout: 0.2,
  layerDropout: 0.25,
  wordDropout: 0.15,
  vectorDropout: 0.1,
  lowerShare: 0.02,
  titleShare: 0.02,
  nameWeight: 1,
  clip: 5,
}
