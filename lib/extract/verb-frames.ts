/** All frames of verbs, by lemma. */
import { index } from './frame-table'
import { encounterVerbs } from './frames-encounters'
import { paperVerbs } from './frames-papers'
import { standVerbs } from './frames-stands'

export const verbFrames = index([...encounterVerbs, ...paperVerbs, ...standVerbs])
