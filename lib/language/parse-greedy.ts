/** Arc-hybrid transition parsing (Kuhlmann et al. 2011) with hashed features and a dynamic oracle (Goldberg & Nivre 2013). */
import { hashRow, type Linear, scoreClasses } from './perceptron'

const scores = new Float32Array(256)
export const arcFeatures = new Int32Array(64)

/** Actions: 0 shifts; 1 + l attaches the stack's top to the buffer's front with label l; 1 + L + l attaches it to the next on the stack. */
export class Configuration {
  stack: number[] = []
  front = 0
  heads: Int32Array
  labels: Int32Array
  left1: Int32Array
  left2: Int32Array
  right1: Int32Array
  right2: Int32Array
  leftCount: Int32Array
  rightCount: Int32Array
  constructor(
    readonly words: Int32Array,
    readonly tags: Int32Array,
  ) {
    const n = words.length
    const none = (): Int32Array => new Int32Array(n + 1).fill(-1)
    this.heads = none()
    this.labels = none()
    this.left1 = none()
    this.left2 = none()
    this.right1 = none()
    this.right2 = none()
    this.leftCount = new Int32Array(n + 1)
    this.rightCount = new Int32Array(n + 1)
  }
  get length(): number {
    return this.words.length
  }
  /** The root stands at the buffer's end, at index n. */
  get done(): boolean {
    return this.front === this.length && this.stack.length === 0
  }
  canShift(): boolean {
    return this.front < this.length
  }
  canLeft(): boolean {
    return this.stack.length > 0 && (this.front < this.length || this.stack.length === 1)
  }
  canRight(): boolean {
    return this.stack.length > 1
  }
  apply(action: number, labelCount: number): void {
    if (action === 0) {
      this.stack.push(this.front++)
      return
    }
    const child = this.stack.pop()!
    if (action <= labelCount) this.attach(this.front, child, action - 1)
    else this.attach(this.stack[this.stack.length - 1]!, child, action - 1 - labelCount)
  }
  private attach(head: number, child: number, label: number): void {
    this.heads[child] = head
    this.labels[child] = label
    if (child < head) {
      this.left2[head] = this.left1[head]!
      this.left1[head] = child
      this.leftCount[head]!++
    } else {
      this.right2[head] = this.right1[head]!
      this.right1[head] = child
      this.rightCount[head]!++
    }
  }
}

export function extractArcFeatures(c: Configuration, rows: number): number {
  const n = c.length
  const depth = c.stack.length
  const s0 = depth > 0 ? c.stack[depth - 1]! : -1
  const s1 = depth > 1 ? c.stack[depth - 2]! : -1
  const s2 = depth > 2 ? c.stack[depth - 3]! : -1
  const b0 = c.front
  const word = (i: number): number => (i < 0 ? 1 : i >= n ? (i === n ? 2 : 3) : c.words[i]!)
  const tag = (i: number): number => (i < 0 ? 201 : i >= n ? 202 : c.tags[i]!)
  const child = (column: Int32Array, i: number): number => (i < 0 || i > n ? -1 : column[i]!)
  const label = (i: number): number => (i < 0 ? 99 : c.labels[i]!)
  const w0 = word(s0)
  const w1 = word(s1)
  const wb = word(b0)
  const t0 = tag(s0)
  const t1 = tag(s1)
  const t2 = tag(s2)
  const tb = tag(b0)
  const tb1 = tag(b0 + 1)
  const tb2 = tag(b0 + 2)
  const l0 = child(c.left1, s0)
  const r0 = child(c.right1, s0)
  const l1 = child(c.left1, s1)
  const r1 = child(c.right1, s1)
  const lb = child(c.left1, b0)
  const d01 = s0 < 0 || s1 < 0 ? 0 : Math.min(s0 - s1, 8)
  const d0b = s0 < 0 ? 0 : Math.min(b0 - s0, 8)
  const v0 = s0 < 0 ? 0 : c.leftCount[s0]! * 8 + c.rightCount[s0]!
  const v1 = s1 < 0 ? 0 : c.leftCount[s1]! * 8 + c.rightCount[s1]!
  const vb = c.leftCount[b0]!
  let k = 0
  const add = (x: number, y = 0, z = 0): void => {
    arcFeatures[k] = hashRow(k, x, y, z, rows)
    k++
  }
  const p = (x: number, y: number): number => x * 256 + y
  add(w0, t0)
  add(w1, t1)
  add(wb, tb)
  add(t0, tb, t1)
  add(p(t0, tb), tb1, tb2)
  add(p(t1, t0), t2, tb)
  add(p(t1, t0), tb, tb1)
  add(w0, wb)
  add(w0, w1)
  add(w0, tb, t0)
  add(t0, wb, tb)
  add(w0, t1)
  add(t0, w1)
  add(w1, tb)
  add(t1, wb)
  add(w0, tb, t1)
  add(t0, tb, w1)
  add(t0, wb, t1)
  add(word(b0 + 1), t0, tb)
  add(word(b0 + 2), tb)
  add(tag(l0), label(l0), t0)
  add(tag(r0), label(r0), t0)
  add(tag(l1), label(l1), t1)
  add(tag(r1), label(r1), t1)
  add(tag(lb), label(lb), tb)
  add(p(t0, tb), tag(r0), label(r0))
  add(p(t0, t1), tag(r1), label(r1))
  add(p(t0, t1), tag(l0), label(l0))
  add(p(t0, tb), tag(lb), label(lb))
  add(p(t0, t1), tag(r0), label(r0))
  add(p(t0, t1), tag(l1), label(l1))
  add(word(r0), t0, tb)
  add(word(l0), t0, tb)
  add(word(r1), t0, t1)
  add(word(lb), t0, tb)
  add(v0, t0, tb)
  add(v1, t1, t0)
  add(vb, tb, t0)
  add(v0, w0)
  add(v1, w1)
  add(d01, t0, t1)
  add(d0b, t0, tb)
  add(d01, w0, w1)
  add(d0b, w0, wb)
  add(p(label(child(c.left1, s0)), label(child(c.left2, s0))), t0, label(r0))
  add(p(label(child(c.right1, s0)), label(child(c.right2, s0))), t0, tb)
  add(p(label(child(c.right1, s1)), label(child(c.right2, s1))), t1, t0)
  add(0)
  return k
}

/** The best allowed action. */
export function bestAction(
  model: Linear,
  c: Configuration,
  labelCount: number,
  count: number,
): number {
  scoreClasses(model, arcFeatures, count, scores)
  let best = -1
  const consider = (a: number): void => {
    if (best < 0 || scores[a]! > scores[best]!) best = a
  }
  if (c.canShift()) consider(0)
  if (c.canLeft()) for (let a = 1; a <= labelCount; a++) consider(a)
  if (c.canRight()) for (let a = labelCount + 1; a <= 2 * labelCount; a++) consider(a)
  return best
}

export function actionScore(action: number): number {
  return scores[action]!
}

export function parseGreedy(
  model: Linear,
  labelCount: number,
  words: Int32Array,
  tags: Int32Array,
): Configuration {
  const c = new Configuration(words, tags)
  while (!c.done)
    c.apply(bestAction(model, c, labelCount, extractArcFeatures(c, model.rows)), labelCount)
  return c
}
