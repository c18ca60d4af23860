/** A sentence with its names found and its phrases cut. */
import type { Sentence } from '../schema'
import type { Names } from './found-names'
import { collectCapitalised, findNames } from './names'
import { nominalSpans } from './nominals'
import type { NounPhrase, Unit } from './phrase'
import { readPhrases } from './phrases'
import { repairTags } from './repair-tags'
import type { Line } from './word'

export type Reading = { sentence: Line; index: number; names: Names; units: Unit[] }

/** Reads every sentence; headings and stray lines get no phrases, so nothing can come from them. */
export function readSentences(text: string, sentences: readonly Sentence[]): Reading[] {
  const repaired = sentences.map(repairTags)
  const vouched = collectCapitalised(repaired)
  return repaired.map((sentence, index) => {
    if (sentence.kind !== 'sentence' || isCaption(text.slice(sentence.start, sentence.end)))
      return { sentence, index, names: { spans: [], demonyms: [] }, units: [] }
    const names = findNames(text, sentence, index, vouched)
    const units = readPhrases(sentence, names)
    units.forEach((unit, at) => {
      if (unit.type !== 'np') return
      for (let np: NounPhrase | undefined = unit; np; np = np.owner) {
        for (const inner of np.inner) if (inner.to <= np.head) inner.modifier = true
        if (np.name) np.spans = [np.name]
        else if (np === unit) np.spans = nominalSpans(text, sentence, index, units, at)
        else np.spans = nominalSpans(text, sentence, index, [np], 0)
      }
    })
    return { sentence, index, names, units }
  })
}

/** "Photo: A. Berg", "(FILE …". Few lines have what a caption needs, so that is looked for first. */
const isCaption = (line: string): boolean =>
  (line.includes(': ') || line.includes('FILE')) &&
  /^\(?FILE\b|(?:^|\s)(?:Image|Photo|Photograph|Picture|Credit|File photo)s?(?: credit)?: /.test(
    line,
  )
