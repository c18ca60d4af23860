/** Reports that are read again by another extractor: decisions find what they were made of. */
import { expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import type { DecisionContent } from '@/lib/decisions/decision'
import { replay } from '@/lib/decisions/replay'
import { joinAgain, joinReadings, type Reading } from '@/lib/pipeline'
import { type Case, type Claim, caseVersion, type Decision } from '@/lib/schema'
import { exampleCase } from './example-case'
import type { Given } from './given'

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

const first = readingOf(
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
const second = readingOf(
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

const empty: Case = {
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
const read = (...readings: Reading[]) => joinReadings(empty, readings, { addedAt }).case

const judge = ({ id, evidence }: Claim): DecisionContent => ({
  kind: 'accept',
  claim: id,
  evidence: evidence.map(({ document, start, end, stance }) => ({ document, start, end, stance })),
})

export function describeReadAgain(given: Given): void {
  it('keeps what reads as before under its decisions, and shows those whose ground is gone', async () => {
    const extracted = read(first)
    const [ada, falk, brand] = ['Ada Lind', 'Falk', 'Cy Brand'].map(
      (name) => extracted.entities.find((entity) => entity.name === name)!.id,
    ) as [string, string, string]
    const claim = (relation: string) => extracted.claims.find((one) => one.relation === relation)!
    await given.store.saveCase(extracted)
    const decide = (content: DecisionContent) => given.store.decide(empty.id, content)
    for (const relation of ['met', 'advised', 'pressured', 'backed', 'authored']) {
      await decide(judge(claim(relation)))
    }
    await decide({ kind: 'rename', entity: falk, name: 'B. Falk' })
    await decide({ kind: 'merge', into: ada, entities: [brand] })
    await decide({ kind: 'edit', claim: claim('advised').id, change: { to: ada } })
    const log = await given.store.readLog(empty.id)

    await given.store.changeCase(empty.id, (before) => joinAgain(before, [second]))
    const stored = await given.store.readCase(empty.id)
    expect(stored.decisions).toEqual(log)
    expect(stored.documents).toEqual(extracted.documents)
    const { case: shown, lost } = replay(stored)
    expect(await given.store.readShown(empty.id)).toEqual(shown)
    const place = ({ id }: Decision) => log.findIndex((decision) => decision.id === id)
    expect(lost.map(({ decision, reason }) => [place(decision), reason])).toEqual([
      [1, 'The relation is not there any more.'],
      [2, 'What it rests on is read otherwise now.'],
      [3, 'The relation is not there any more.'],
      [7, 'The relation is not there any more.'],
    ])
    expect(shown.entities.find(({ id }) => id === falk)).toMatchObject({
      name: 'B. Falk',
      aliases: ['Bo Falk'],
    })
    const reviews = shown.claims.map(({ relation, from, to, review }) => [
      relation,
      from,
      to,
      review,
    ])
    expect(reviews).toEqual(
      expect.arrayContaining([
        ['met', ada, falk, 'accepted'],
        ['spoke', falk, ada, 'open'],
        ['authored', ada, expect.any(String), 'accepted'],
      ]),
    )

    // The older extractor comes back: so does all that was decided.
    await given.store.changeCase(empty.id, (before) => joinAgain(before, [first]))
    const back = await given.store.readCase(empty.id)
    expect(serializeCase({ ...back, decisions: [] })).toBe(serializeCase(extracted))
    expect(await given.store.readShown(empty.id)).toEqual(
      replay({ ...extracted, decisions: log }).case,
    )
  })

  it('is as if it had been read so at first', async () => {
    await given.store.saveCase(read(first))
    const again = await given.store.changeCase(empty.id, (case_) => joinAgain(case_, [second]))
    const claimIds = (case_: Case) =>
      case_.claims.map(({ relation, evidence }) => [relation, evidence])
    expect(claimIds(again)).toEqual(claimIds(read(second)))
    expect(again.entities.map(({ name }) => name)).toEqual(
      read(second).entities.map(({ name }) => name),
    )
    expect(joinAgain(again, [second])).toEqual(again)
  })

  it('leaves alone what others found in a report, and reports of no such case', async () => {
    const byHand = exampleCase()
    const claims = byHand.claims.map((claim) => ({
      ...claim,
      evidence: claim.evidence.map((piece) => ({ ...piece, origin: 'human' as const })),
    }))
    await given.store.saveCase({ ...byHand, claims })
    const [document] = byHand.documents
    const {
      documents,
      entities,
      claims: left,
    } = await given.store.changeCase(byHand.id, (case_) =>
      joinAgain(case_, [{ ...second, input: { ...second.input, text: document!.text } }, second]),
    )
    expect([documents, entities, left]).toEqual([byHand.documents, byHand.entities, claims])
  })
}
