/** One report as two extractors read it. */
import { joinReadings, type Reading } from '@/lib/pipeline'
import { type Case, caseVersion } from '@/lib/schema'

const sentences = [
  'Ada Lind met Bo Falk in Oslo.',
  'Falk advised Cy Brand.',
  'Brand may have pressed Lind.',
  'Lind praised Falk.',
  'Brand drafted the harbour letter.',
]
const text = sentences.join(' ')

type Found = Reading['extraction']
type Said = [relation: string, from: number, to: number, sentence: number, stance?: string]

/** What an extractor makes of the report: names with the words that name them, and who does what. */
function readingOf(
  names: [kind: string, name: string, ...words: string[]][],
  said: Said[],
): Reading {
  const places = (word: string) =>
    [...text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].map(({ index }) => ({
      start: index,
      end: index + word.length,
      text: word,
    }))
  return {
    input: { title: 'The letter', text, language: 'en', publishedAt: '2026-01-01' },
    extraction: {
      entities: names.map(([kind, name]) => ({ kind, name, aliases: [] })),
      mentions: names.flatMap(([, , ...words], entity) =>
        words.flatMap(places).map((place) => ({ ...place, entity })),
      ),
      claims: said.map(([relation, from, to, sentence, stance = 'asserted']) => ({
        relation,
        from,
        to,
        start: text.indexOf(sentences[sentence]!),
        end: text.indexOf(sentences[sentence]!) + sentences[sentence]!.length,
        quote: sentences[sentence]!,
        stance,
        attribution: [],
        deniedBy: [],
      })),
      skipped: [],
    } as unknown as Found,
    sentences: sentences.length,
    tokens: 30,
    milliseconds: 1,
  }
}

export const first = readingOf(
  [
    ['person', 'Ada Lind', 'Ada Lind', 'Lind'],
    ['person', 'Falk', 'Bo Falk', 'Falk'],
    ['person', 'Cy Brand', 'Cy Brand', 'Brand'],
    ['paper', 'harbour letter', 'harbour letter'],
  ],
  [
    ['met', 0, 1, 0],
    ['advised', 1, 2, 1],
    ['pressured', 2, 0, 2],
    ['backed', 0, 1, 3],
    ['authored', 2, 3, 4],
  ],
)

/** Falk's name is whole, Brand pressed as a guess, Falk only spoke to him, nobody supports anyone. */
export const second = readingOf(
  [
    ['person', 'Ada Lind', 'Ada Lind', 'Lind'],
    ['person', 'Bo Falk', 'Bo Falk', 'Falk'],
    ['person', 'Cy Brand', 'Cy Brand', 'Brand'],
    ['paper', 'harbour letter', 'harbour letter'],
  ],
  [
    ['met', 0, 1, 0],
    ['spoke', 1, 2, 1],
    ['pressured', 2, 0, 2, 'hedged'],
    ['authored', 2, 3, 4],
  ],
)

export const empty: Case = {
  version: caseVersion,
  id: 'letter',
  title: 'The letter',
  documents: [],
  entities: [],
  mentions: [],
  claims: [],
  decisions: [],
}
const addedAt = '2026-01-02T00:00:00.000Z'
export const read = (...readings: Reading[]) => joinReadings(empty, readings, { addedAt }).case
