/** Reports joined to one case one by one: whether the last costs what the first did. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ingest, openCase, readReport } from '@/lib/pipeline'
import { milliseconds, printTable } from './measure'

const folder = join(import.meta.dirname, '../gold/texts')
const surnames =
  'Abel Bern Corvin Dunst Ekman Farrow Gantz Holt Imre Jarvis Kessel Lund Moreau Nagy Orlov Prentice Quill Rossi Stroud Tamm Ullman Voss Wexler Yates Zorn'.split(
    ' ',
  )

/** The reports of the gold set over and over, two thirds of their people under other surnames. */
function vary(texts: readonly string[], i: number): string {
  let text = texts[i % texts.length]!
  const people = [...new Set(text.match(/\b[A-Z][a-z]{3,} [A-Z][a-z]{3,}\b/g) ?? [])]
  people.forEach((name, k) => {
    if ((i + k) % 3 === 0) return
    const [a, b] = [surnames[(i + k) % 25]!, surnames[(Math.floor(i / 25) + k * 7) % 25]!]
    text = text.replaceAll(name.split(' ')[1]!, `${a}-${b}`)
  })
  return `${text}\n\nThis is report ${i} of many.`
}

export function benchJoin(count: number): void {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').split('\n\n').slice(0, 3).join('\n\n'))
  const addedAt = '2025-01-01T00:00:00Z'
  const nothing = ingest([{ title: 'Nothing', text: '1 2', language: 'en' }], { addedAt }).case
  const open = openCase({ ...nothing, documents: [] })
  const rows: string[][] = []
  const fifth = Math.ceil(count / 5)
  let [whole, joining] = [0, 0]
  for (let i = 0; i < count; i++) {
    const text = vary(texts, i)
    const start = performance.now()
    const { report } = open.add([readReport({ title: `Report ${i}`, text, language: 'en' })], {
      addedAt,
    })
    const took = performance.now() - start
    whole += took
    joining += took - (report.documents[0]?.milliseconds ?? 0)
    if ((i + 1) % fifth && i + 1 < count) continue
    const done = (i % fifth) + 1
    rows.push([`to ${i + 1}`, ((1000 * done) / whole).toFixed(1), milliseconds(joining / done)])
    ;[whole, joining] = [0, 0]
  }
  const { entities, claims, mentions } = open.case()
  printTable(
    `${count} reports joined one by one (${entities.length} entities, ${claims.length} relations, ${mentions.length} mentions)`,
    ['reports', 'documents/s', 'joining, ms each'],
    rows,
  )
}
