/** Left-to-right tagging with hashed features. */
import { hashRow, hashString, type Linear, scoreClasses } from './perceptron'

const scores = new Float32Array(256)
export const tagFeatures = new Int32Array(40)

export type WordShape = {
  lower: Int32Array
  suffix2: Int32Array
  suffix3: Int32Array
  prefix: Int32Array
  shape: Int32Array
}

export function readShapes(forms: string[]): WordShape {
  const n = forms.length
  const shapes = {
    lower: new Int32Array(n),
    suffix2: new Int32Array(n),
    suffix3: new Int32Array(n),
    prefix: new Int32Array(n),
    shape: new Int32Array(n),
  }
  for (let i = 0; i < n; i++) {
    const form = forms[i]!
    const lower = form.toLowerCase()
    shapes.lower[i] = hashString(/\d/.test(lower) ? lower.replace(/\d/g, '0') : lower)
    shapes.suffix2[i] = hashString(lower.slice(-2))
    shapes.suffix3[i] = hashString(lower.slice(-3))
    shapes.prefix[i] = hashString(lower.slice(0, 3))
    shapes.shape[i] = hashString(
      form
        .slice(0, 12)
        .replace(/\p{Lu}+/gu, 'X')
        .replace(/\p{Ll}+/gu, 'x')
        .replace(/\d+/g, '0'),
    )
  }
  return shapes
}

/** Feature rows of token i, into tagFeatures. Returns how many. */
export function extractTagFeatures(
  s: WordShape,
  i: number,
  t1: number,
  t2: number,
  rows: number,
): number {
  const n = s.lower.length
  const at = (column: Int32Array, j: number): number => (j < 0 ? -1 : j >= n ? -2 : column[j]!)
  let k = 0
  const add = (a: number, b = 0, c = 0): void => {
    tagFeatures[k] = hashRow(k, a, b, c, rows)
    k++
  }
  const w = s.lower[i]!
  add(w)
  add(w, s.shape[i]!)
  add(s.suffix2[i]!)
  add(s.suffix3[i]!)
  add(s.prefix[i]!)
  add(s.shape[i]!, i === 0 ? 1 : 0)
  add(t1)
  add(t2, t1)
  add(t1, w)
  add(at(s.lower, i - 1))
  add(at(s.lower, i + 1))
  add(at(s.lower, i - 2))
  add(at(s.lower, i + 2))
  add(at(s.lower, i - 1), w)
  add(w, at(s.lower, i + 1))
  add(at(s.suffix3, i - 1), s.suffix3[i]!)
  add(at(s.suffix3, i + 1), s.suffix3[i]!)
  add(at(s.shape, i - 1), s.shape[i]!, at(s.shape, i + 1))
  add(t1, at(s.suffix3, i + 1))
  add(0)
  return k
}

export function bestClass(model: Linear, features: Int32Array, count: number): number {
  scoreClasses(model, features, count, scores)
  let best = 0
  for (let c = 1; c < model.classes; c++) if (scores[c]! > scores[best]!) best = c
  return best
}

export function tagGreedy(model: Linear, forms: string[]): Int32Array {
  const shapes = readShapes(forms)
  const tags = new Int32Array(forms.length)
  for (let i = 0; i < forms.length; i++) {
    const count = extractTagFeatures(
      shapes,
      i,
      i > 0 ? tags[i - 1]! : -1,
      i > 1 ? tags[i - 2]! : -1,
      model.rows,
    )
    tags[i] = bestClass(model, tagFeatures, count)
  }
  return tags
}
