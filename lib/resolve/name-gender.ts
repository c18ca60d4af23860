/** Whether a name or a title belongs to a woman or a man, where nearly all of its bearers are one or the other. */
import genders from '../../data/lexicon/first-name-genders.json' with { type: 'json' }
import { normalizeName } from './name-key'

export type Gender = 'he' | 'she'

const listed = new Map<string, Gender>()
for (const gender of ['he', 'she'] as const)
  for (const name of genders[gender].flatMap((line) => line.split(' ')))
    listed.set(normalizeName(name), gender)

const titles: ReadonlyMap<string, Gender> = new Map([
  ...'mr sir lord king prince father brother baron chairman spokesman congressman councilman'
    .split(' ')
    .map((word) => [word, 'he'] as const),
  ...'mrs ms miss madam lady dame queen princess sister baroness chairwoman spokeswoman congresswoman councilwoman'
    .split(' ')
    .map((word) => [word, 'she'] as const),
])

/** Of a full name; a lone surname says nothing. */
export function genderOfName(name: string): Gender | undefined {
  const words = normalizeName(name).split(' ')
  return words.length > 1 ? listed.get(words[0]!) : undefined
}

export function genderOfTitles(given: readonly string[]): Gender | undefined {
  for (const title of given)
    for (const word of normalizeName(title).split(' ')) {
      const gender = titles.get(word)
      if (gender) return gender
    }
  return undefined
}
