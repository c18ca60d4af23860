/** All frames of verbs, by lemma. */
import { index } from './frame-table'
import { encounterVerbs } from './frames-encounters'
import { paperVerbs } from './frames-papers'
import { standVerbs } from './frames-stands'

const rows = [...encounterVerbs, ...paperVerbs, ...standVerbs]

/** Those that want a particle come first, as they say more. */
export const verbFrames = index([
  ...rows.filter(([, frame]) => frame.particle),
  ...rows.filter(([, frame]) => !frame.particle),
])

/** "draw up", "water down": verbs whose particle is no preposition. */
export const phrasalVerbs: ReadonlySet<string> = new Set(
  [...verbFrames].flatMap(([lemma, frames]) =>
    frames.flatMap((frame) =>
      frame.particle && frame.to.includes('object') ? [`${lemma} ${frame.particle}`] : [],
    ),
  ),
)

/** Verbs that do something to somebody or something: "publish", not "speak". */
export const takesObject = (lemma: string): boolean =>
  verbFrames.get(lemma)?.some((frame) => frame.to[0] === 'object' || frame.from[0] === 'object') ??
  false
