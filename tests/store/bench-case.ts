/** A large case of chance, the same each time: few entities have very many relations. */
import type { Claim, Document, Entity } from '@/lib/schema'

/** A linear congruential generator, numbers from 0 up to 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const vocabulary = Array.from({ length: 5_000 }, (_, i) => `w${i.toString(36)}`)

export const chooseWord = (random: () => number) =>
  vocabulary[Math.floor(vocabulary.length * random() ** 2)]!

const sayWords = (count: number, random: () => number) =>
  Array.from({ length: count }, () => chooseWord(random)).join(' ')

export type BenchCase = {
  documents: Document[]
  entities: Entity[]
  /** Claims by the ten thousand. */
  batches(): Generator<Claim[]>
  chooseEntity(random: () => number): string
}

/** @param claimCount a fifth as many entities; of 200,000, the first has some 4,000 relations */
export function makeBenchCase(claimCount: number, documentCount = 1_000): BenchCase {
  const entityCount = Math.ceil(claimCount / 5)
  const random = randomNumbers(1)
  const chooseEnd = () => `e${Math.floor(entityCount * random() ** 2)}`
  const makeClaim = (n: number): Claim => {
    const quote = sayWords(18, random)
    const document = `d${n % documentCount}`
    const said = { stance: 'asserted' as const, attribution: [], origin: 'rules' as const }
    return {
      id: `k${n}`,
      relation: n % 3 === 0 ? 'met' : 'advised',
      from: chooseEnd(),
      to: chooseEnd(),
      evidence: [{ document, start: n, end: n + quote.length, quote, ...said }],
      review: 'open',
    }
  }
  return {
    documents: Array.from({ length: documentCount }, (_, i) => ({
      id: `d${i}`,
      title: `Report ${i}`,
      addedAt: '2025-01-01T00:00:00.000Z',
      language: 'en',
      text: sayWords(500, random),
      sha256: '0'.repeat(64),
    })),
    entities: Array.from({ length: entityCount }, (_, i) => ({
      id: `e${i}`,
      kind: 'person',
      name: `Name${i} ${chooseWord(random)}`,
      aliases: [],
    })),
    *batches() {
      for (let n = 0; n < claimCount; n += 10_000) {
        const size = Math.min(10_000, claimCount - n)
        yield Array.from({ length: size }, (_, i) => makeClaim(n + i))
      }
    },
    chooseEntity: (chance) => `e${Math.floor(entityCount * chance())}`,
  }
}
