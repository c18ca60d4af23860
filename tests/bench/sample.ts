/** What a visitor waits for first: the sample case read and built. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseCase } from '@/lib/case-file'
import { buildGraph } from '@/lib/graph/build'
import { measure, milliseconds, printTable } from './measure'

export function benchSample(): void {
  const path = resolve(import.meta.dirname, '../../data/sample/peace-plan.case.json')
  const text = readFileSync(path, 'utf8')
  const case_ = parseCase(text)
  const times = measure({ parse: () => parseCase(text), build: () => buildGraph(case_) }, 101)
  printTable(
    'The sample case (milliseconds)',
    ['step', 'median', 'p95'],
    [
      ['parse and check the file', milliseconds(times.parse.median), milliseconds(times.parse.p95)],
      ['build the graph', milliseconds(times.build.median), milliseconds(times.build.p95)],
    ],
  )
}
