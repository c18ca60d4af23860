/** The numeric ground: tree decoding, and training with its kernel. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeProjective } from '../../lib/language/decode-projective'
import { decodeSpanning } from '../../lib/language/decode-spanning'
import { decodeTree } from '../../lib/language/decode-tree'
import { readNetwork } from '../../lib/language/models'
import { predict } from '../../lib/language/predict'
import type { GoldSentence } from '../../lib/language/read-conllu'
import { Average } from '../../lib/language/train/average'
import { createFloatKernel } from '../../lib/language/train/float-kernel'
import { settings } from '../../lib/language/train/settings'
import { trainNetwork } from '../../lib/language/train/train-network'
import { writeNetwork } from '../../lib/language/train/write-model'

describe('the kernel', () => {
  it('multiplies matrices, plain and transposed', () => {
    const [m, n, k] = [8, 16, 5]
    const kernel = createFloatKernel(4096)
    const { memory } = kernel
    const [a, transposedA, b, packed, c, d] = [0, 100, 200, 400, 1000, 1200]
    for (let i = 0; i < m; i++)
      for (let x = 0; x < k; x++) {
        memory[a + i * k + x] = Math.sin(i * 7 + x)
        memory[transposedA + x * m + i] = memory[a + i * k + x]!
      }
    for (let i = 0; i < k * n; i++) memory[b + i] = Math.cos(i)
    kernel.pack(packed, b, n, n, k)
    kernel.multiply(c, n, a, k, 1, packed, m, n, k)
    kernel.multiply(d, n, transposedA, 1, m, packed, m, n, k)
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0
        for (let x = 0; x < k; x++) sum += memory[a + i * k + x]! * memory[b + x * n + j]!
        expect(memory[c + i * n + j]).toBeCloseTo(sum, 5)
        expect(memory[d + i * n + j]).toBe(memory[c + i * n + j])
      }
  })

  it('steps an LSTM cell', () => {
    const kernel = createFloatKernel(64)
    kernel.memory.set([0.5, -1, 2, 9, 1, 0, -3, 1, 0, 1, 2, -9, 0.1, -0.4, 3, 1], 0)
    kernel.memory.set([0.3, -0.2, 1, 2], 16)
    kernel.step(0, 16, 20, 24, 4)
    const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
    const cell = sigmoid(1) * 0.3 + sigmoid(0.5) * Math.tanh(0.1)
    expect(kernel.memory[20]).toBeCloseTo(cell, 3)
    expect(kernel.memory[24]).toBeCloseTo(sigmoid(0) * Math.tanh(cell), 3)
  })
})

describe('the best tree', () => {
  const tables = fc
    .integer({ min: 1, max: 5 })
    .chain((n) =>
      fc
        .array(fc.integer({ min: -9, max: 9 }), { minLength: n * (n + 1), maxLength: n * (n + 1) })
        .map((values) => ({ n, values })),
    )

  it.each([
    ['without crossing arcs', decodeTree, isProjective],
    ['without crossing arcs, by search alone', decodeProjective, isProjective],
    ['of all trees with one root', decodeSpanning, () => true],
  ])('%s scores as high as the best found by trying all', (_, decode, allowed) => {
    fc.assert(
      fc.property(tables, ({ n, values }) => {
        const heads = Array.from(decode(Float64Array.from(values), n))
        const score = (tree: number[]): number =>
          tree.reduce((sum, h, d) => sum + values[d * (n + 1) + h]!, 0)
        let best = Number.NEGATIVE_INFINITY
        for (let code = 0; code < (n + 1) ** n; code++) {
          const tree = heads.map((_h, d) => Math.floor(code / (n + 1) ** d) % (n + 1))
          if (isTree(tree) && allowed(tree)) best = Math.max(best, score(tree))
        }
        expect(isTree(heads) && allowed(heads)).toBe(true)
        expect(score(heads)).toBe(best)
      }),
      { numRuns: 100 },
    )
  })
})

describe('training', () => {
  const gold = (text: string, heads: number[]): GoldSentence => {
    const forms = text.split(' ')
    return {
      forms,
      lemmas: forms,
      upos: forms.map((f) => (/[A-Z]/.test(f) ? 'PROPN' : 'VERB')),
      xpos: forms.map((f) => (/[A-Z]/.test(f) ? 'NNP' : 'VBD')),
      heads,
      deprels: heads.map((h) => (h < 0 ? 'root' : 'dep')),
      entities: forms.map(() => ''),
      hasEntities: true,
      gap: ' ',
      text,
    }
  }
  const sentences = [
    gold('Rubio met Lavrov', [1, -1, 1]),
    gold('Trump left', [1, -1]),
    gold('Putin met Trump', [1, -1, 1]),
  ]
  const vectors = { keys: Int32Array.of(1), width: 8, matrix: new Int8Array(8) }
  const small = { ...settings, affix: 8, hidden: 8, arc: 8, label: 8, epochs: 20 }
  const train = (
    after: (pass: number, bytes: Uint8Array) => void,
    passes?: number,
  ): Uint8Array<ArrayBuffer> =>
    writeNetwork(
      trainNetwork(
        sentences,
        vectors,
        small,
        (pass, _, now) => after(pass, writeNetwork(now)),
        passes,
      ),
    )

  it('gives the same bytes twice, and a trial those of the full run up to there', () => {
    const passes: Uint8Array[] = []
    const whole = train((pass, bytes) => {
      passes[pass] = bytes
    })
    expect(
      Buffer.compare(
        train(() => {}),
        whole,
      ),
    ).toBe(0)
    expect(
      Buffer.compare(
        train(() => {}, 9),
        passes[8]!,
      ),
    ).toBe(0)
    expect(Buffer.compare(whole, passes[8]!)).not.toBe(0)
  })

  it('makes a file from which the sentences are read as they were taught', () => {
    const eager = { ...small, rate: 0.03, warmup: 1, epochs: 16, averageDecay: 0.5 }
    const sure = { inputDropout: 0, layerDropout: 0, wordDropout: 0, vectorDropout: 0 }
    const learnt = trainNetwork(sentences, vectors, { ...eager, ...sure }, () => {})
    const models = readNetwork(writeNetwork(learnt).buffer, vectors)
    const found = predict(
      models,
      sentences.map((s) => s.forms),
    )
    expect(found.map((p) => [...p.heads])).toEqual(sentences.map((s) => s.heads))
    expect(found.map((p) => Array.from(p.tags, (tag) => models.tagNames[tag]))).toEqual(
      sentences.map((s) => s.upos.map((upos, i) => `${upos}|${s.xpos[i]}`)),
    )
    expect(found.map((p) => Array.from(p.labels, (label) => models.labelNames[label]))).toEqual(
      sentences.map((s) => s.deprels),
    )
  })

  it('averages weights as they move, and puts them back', () => {
    const weights = Float32Array.of(1, -2)
    const average = new Average([weights], 0.9)
    for (let i = 0; i < 200; i++) {
      weights.set([3 + (i % 2), 5])
      average.take()
    }
    average.swap()
    expect(weights[0]).toBeCloseTo(3.5, 0)
    expect(weights[0]).not.toBe(3)
    expect(weights[1]).toBeCloseTo(5, 5)
    average.swap()
    expect([...weights]).toEqual([4, 5])
  })
})

function isTree(heads: number[]): boolean {
  const n = heads.length
  if (heads.filter((h) => h === n).length !== 1) return false
  return heads.every((_, start) => {
    let at = start
    for (let steps = 0; steps <= n && at !== n; steps++) at = heads[at]!
    return at === n
  })
}

/** No word between a word and its head hangs on one outside. */
function isProjective(heads: number[]): boolean {
  const n = heads.length
  return heads.every((h, d) => {
    const [low, high] = [Math.min(d, h), Math.max(d, h)]
    return heads.every(
      (other, i) => h === n || i <= low || i >= high || (other >= low && other <= high),
    )
  })
}
