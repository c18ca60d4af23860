import type { Scene } from './scene'

export const requests =
  /^(?:request|application|bid|petition|appeal|permission|permit|visa|entry|access|motion|bail|asylum|parole|visit|demand)$/

export function headNoun(scene: Scene, at: number | undefined): string {
  const np = scene.reading.units[at ?? -1]
  return np?.type === 'np' ? (scene.reading.sentence.tokens[np.head]?.lemma ?? '') : ''
}

export const drafts =
  /(?:proposal|plan|amendment|motion|bid|offer|complaint|petition|bill|draft|application|resolution|scheme|project|package|strategy|budget)$/
