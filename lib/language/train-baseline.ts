import { mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { applyRules } from './lemmatize'
import { normalizeForm } from './normalize-form'
import {
  actionScore,
  arcFeatures,
  bestAction,
  Configuration,
  extractArcFeatures,
  parseGreedy,
} from './parse-greedy'
import { PerceptronTrainer } from './perceptron'
import { type GoldSentence, readConllu } from './read-conllu'
import { bestClass, extractTagFeatures, readShapes, tagFeatures, tagGreedy } from './tag-greedy'

const folder =
  process.env.THROUGHLINE_TRAINING ?? new URL('../../../shared/training', import.meta.url).pathname
const train = [...readConllu(folder, 'ewt-train'), ...readConllu(folder, 'gum-train')]
const dev = { gum: readConllu(folder, 'gum-dev'), ewt: readConllu(folder, 'ewt-dev') }
let seed = 1
const random = (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) | 0
  return (seed >>> 0) / 4294967296
}
const shuffle = <T>(list: T[]): void => {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const x = list[i]!
    list[i] = list[j]!
    list[j] = x
  }
}
const tagCounts = new Map<string, number>()
for (const s of train)
  s.upos.forEach((u, i) =>
    tagCounts.set(`${u}|${s.xpos[i]}`, (tagCounts.get(`${u}|${s.xpos[i]}`) ?? 0) + 1),
  )
const tagNames = [...tagCounts]
  .filter(([, n]) => n >= 20)
  .map(([t]) => t)
  .sort()
const tagIds = new Map(tagNames.map((t, i) => [t, i]))
const labelNames = [...new Set(train.flatMap((s) => s.deprels))].sort()
const labelIds = new Map(labelNames.map((t, i) => [t, i]))
const L = labelNames.length
const forms = (s: GoldSentence): string[] => s.forms.map(normalizeForm)

function trainTagger(data: GoldSentence[], passes: number) {
  const trainer = new PerceptronTrainer(1 << 17, tagNames.length)
  const items = data.map((s) => ({
    shapes: readShapes(forms(s)),
    gold: s.upos.map((u, i) => tagIds.get(`${u}|${s.xpos[i]}`) ?? -1),
  }))
  for (let pass = 0; pass < passes; pass++) {
    shuffle(items)
    for (const { shapes, gold } of items) {
      let t1 = -1
      let t2 = -1
      for (let i = 0; i < gold.length; i++) {
        const n = extractTagFeatures(shapes, i, t1, t2, 1 << 17)
        const guess = bestClass(trainer.model, tagFeatures, n)
        if (gold[i]! >= 0 && guess !== gold[i]) trainer.update(tagFeatures, n, gold[i]!, guess)
        trainer.tick()
        t2 = t1
        t1 = guess
      }
    }
  }
  return trainer.average()
}

function projective(heads: number[]): boolean {
  for (let i = 0; i < heads.length; i++)
    for (let j = 0; j < heads.length; j++) {
      const [a, b] = [Math.min(i, heads[i]!), Math.max(i, heads[i]!)]
      const [c, d] = [Math.min(j, heads[j]!), Math.max(j, heads[j]!)]
      if (a >= 0 && c >= 0 && a < c && c < b && b < d) return false
    }
  return true
}

function cost(c: Configuration, gold: Int32Array, kind: 0 | 1 | 2): number {
  const n = c.length
  const s0 = c.stack[c.stack.length - 1] ?? -1
  const s1 = c.stack[c.stack.length - 2] ?? -1
  let lost = 0
  if (kind === 0) {
    for (let k = 0; k < c.stack.length; k++) {
      const s = c.stack[k]!
      if (gold[s] === c.front) lost++
      if (k < c.stack.length - 1 && gold[c.front] === s) lost++
    }
    if (s0 >= 0 && gold[c.front] === s0) lost += 0
    return lost
  }
  if (kind === 1) {
    if (gold[s0] === s1 && s1 >= 0) lost++
    for (let b = c.front + 1; b <= n; b++) if (gold[s0] === b) lost++
    for (let b = c.front; b < n; b++) if (gold[b] === s0) lost++
    return lost
  }
  for (let b = c.front; b <= n; b++) {
    if (gold[s0] === b) lost++
    if (b < n && gold[b] === s0) lost++
  }
  return lost
}

function trainParser(
  data: { words: Int32Array; tags: Int32Array; s: GoldSentence }[],
  passes: number,
) {
  const rows = 1 << 17
  const trainer = new PerceptronTrainer(rows, 2 * L + 1)
  const items = data.filter((d) => projective(d.s.heads))
  for (let pass = 0; pass < passes; pass++) {
    shuffle(items)
    for (const { words, tags, s } of items) {
      const n = words.length
      const gold = Int32Array.from(s.heads, (h) => (h < 0 ? n : h))
      const labels = s.deprels.map((l) => labelIds.get(l)!)
      const c = new Configuration(words, tags)
      while (!c.done) {
        const count = extractArcFeatures(c, rows)
        const guess = bestAction(trainer.model, c, L, count)
        const costs = [
          c.canShift() ? cost(c, gold, 0) : 99,
          c.canLeft() ? cost(c, gold, 1) : 99,
          c.canRight() ? cost(c, gold, 2) : 99,
        ]
        const least = Math.min(...costs)
        const s0 = c.stack[c.stack.length - 1]!
        let right = -1
        const consider = (a: number): void => {
          if (right < 0 || actionScore(a) > actionScore(right)) right = a
        }
        if (costs[0] === least) consider(0)
        if (costs[1] === least)
          if (gold[s0] === c.front) consider(1 + labels[s0]!)
          else for (let l = 0; l < L; l++) consider(1 + l)
        if (costs[2] === least)
          if (gold[s0] === c.stack[c.stack.length - 2]) consider(1 + L + labels[s0]!)
          else for (let l = 0; l < L; l++) consider(1 + L + l)
        if (guess !== right) trainer.update(arcFeatures, count, right, guess)
        trainer.tick()
        c.apply(pass > 0 && random() < 0.9 ? guess : right, L)
      }
    }
    console.log('parser pass', pass, trainer.model.classes)
  }
  return trainer.average()
}

console.time('tagger')
const half = [train.filter((_, i) => i % 2 === 0), train.filter((_, i) => i % 2 === 1)]
const tagger = trainTagger(train, 4)
const jack = [trainTagger(half[1]!, 3), trainTagger(half[0]!, 3)]
console.timeEnd('tagger')
const prepared = train.map((s, i) => ({
  s,
  words: readShapes(forms(s)).lower,
  tags: tagGreedy(jack[i % 2]!, forms(s)),
}))
console.time('parser')
const parser = trainParser(prepared, 4)
console.timeEnd('parser')
for (const [name, gold] of Object.entries(dev)) {
  let tokens = 0,
    upos = 0,
    xpos = 0,
    uas = 0,
    las = 0
  const begin = Date.now()
  for (const s of gold) {
    const f = forms(s)
    const tags = tagGreedy(tagger, f)
    const c = parseGreedy(parser, L, readShapes(f).lower, tags)
    for (let i = 0; i < f.length; i++) {
      tokens++
      const [u, x] = tagNames[tags[i]!]!.split('|')
      if (u === s.upos[i]) upos++
      if (x === s.xpos[i]) xpos++
      const h = c.heads[i] === f.length ? -1 : c.heads[i]
      if (h === s.heads[i]) {
        uas++
        if (labelNames[c.labels[i]!] === s.deprels[i]) las++
      }
    }
  }
  console.log(
    name,
    'upos',
    upos / tokens,
    'xpos',
    xpos / tokens,
    'uas',
    uas / tokens,
    'las',
    las / tokens,
    'tok/s',
    (tokens / (Date.now() - begin)) * 1000,
  )
}
const known = new Set<string>()
const lemmaCounts = new Map<string, Map<string, number>>()
const xposOf = new Map<string, string>()
for (const s of train)
  s.forms.forEach((form, i) => {
    if (['VERB', 'NOUN', 'ADJ', 'ADV', 'AUX'].includes(s.upos[i]!)) known.add(s.lemmas[i]!)
    const key = `${normalizeForm(form).toLowerCase()}|${s.upos[i] === 'PROPN' ? s.xpos[i] : s.upos[i]}`
    const m = lemmaCounts.get(key) ?? new Map()
    m.set(s.lemmas[i], (m.get(s.lemmas[i]) ?? 0) + 1)
    lemmaCounts.set(key, m)
    xposOf.set(key, s.xpos[i]!)
  })
const exceptions: [string, string][] = []
for (const [key, counts] of lemmaCounts) {
  const [best] = [...counts].sort((a, b) => b[1] - a[1])[0]!
  const lower = key.split('|')[0]!
  if (key.endsWith('|NNP') || key.endsWith('|NNPS')) continue
  if (applyRules(lower, xposOf.get(key)!, known) !== best) exceptions.push([key, best])
}
const out = new URL('../../data/models/', import.meta.url).pathname
mkdirSync(out, { recursive: true })
writeFileSync(`${out}tagger.bin.gz`, gzipSync(tagger.weights as Int8Array, { level: 9 }))
writeFileSync(`${out}parser.bin.gz`, gzipSync(parser.weights as Int8Array, { level: 9 }))
writeFileSync(
  `${out}names.json.gz`,
  gzipSync(
    JSON.stringify({
      tagNames,
      labelNames,
      exceptions: exceptions.sort(),
      known: [...known].sort(),
    }),
    { level: 9 },
  ),
)
