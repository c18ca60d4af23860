/** Cases of any size by chance, always the same: scale-free as in Barabási and Albert (1999). */
import type { Case, Claim, Document, Entity, Evidence } from '@/lib/schema'
import { entityKinds, stances } from '@/lib/schema'

const relations = [
  'met',
  'spoke',
  'participated',
  'advised',
  'directed',
  'pressured',
  'authored',
  'presented',
  'shaped',
  'backed',
  'published',
  'holds_role',
]
const publishers = Array.from({ length: 40 }, (_, i) => `Outlet ${i}`)

/** Numbers from 0 to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Three claims for every entity that comes in, to others in proportion to the claims they have.
 * A claim has one to three pieces of evidence, two in five of them dated, one in four attributed.
 */
export function generateCase(size: number, seed = 1): Case {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const documents = Array.from({ length: Math.max(10, size / 20) }, (_, i): Document => {
    const text = Array.from({ length: 30 }, () => `word${Math.floor(random() * 5000)}`).join(' ')
    const publishedAt = `2024-${two(1 + (i % 12))}-${two(1 + (i % 28))}`
    const base = { id: `d${i}`, title: `Report ${i}`, publisher: pick(publishers), publishedAt }
    return { ...base, addedAt: publishedAt, language: 'en', text, sha256: '0'.repeat(64) }
  })
  const evidence = (): Evidence => {
    const { id, text } = pick(documents)
    const place = { document: id, start: 0, end: 12, quote: text.slice(0, 12) }
    const when = `${1 + Math.floor(random() * 28)} ${pick(['March', 'May', 'July'])} 2024`
    return {
      ...place,
      stance: random() < 0.8 ? 'asserted' : pick(stances),
      attribution: random() < 0.25 ? [pick(publishers)] : [],
      ...(random() < 0.4 && { when }),
      origin: 'rules',
    }
  }
  const entities: Entity[] = []
  const claims: Claim[] = []
  const ends: string[] = []
  while (claims.length < size) {
    const from = `e${entities.length}`
    entities.push({ id: from, kind: pick(entityKinds), name: `Name ${from}`, aliases: [] })
    for (let i = 0; i < 3 && ends.length > 0 && claims.length < size; i++) {
      const to = pick(ends)
      const id = `c${claims.length}`
      const count = random() < 0.7 ? 1 : random() < 0.7 ? 2 : 3
      const [a, b] = random() < 0.5 ? [from, to] : [to, from]
      claims.push({
        id,
        relation: pick(relations),
        from: a,
        to: b,
        evidence: Array.from({ length: count }, evidence),
        review: 'open',
      })
      ends.push(to)
    }
    ends.push(from)
  }
  const rest = { mentions: [], decisions: [] }
  return {
    version: 1,
    id: `generated-${size}`,
    title: 'Generated',
    documents,
    entities,
    claims,
    ...rest,
  }
}

const two = (number: number) => String(number).padStart(2, '0')
