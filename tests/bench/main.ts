/**
 * `npm run bench`: what it costs, printed as tables of medians. `npm run bench -- graph 1000` runs
 * one part, at one size.
 */
import { benchCanvas } from './canvas'
import { benchGraph } from './graph'
import { benchImport } from './import'
import { benchJoin } from './join'
import { benchOpen } from './open'
import { benchSample } from './sample'
import { benchTrace } from './trace'

const asked = process.argv.slice(2)
const sizes = asked.map(Number).filter(Boolean)
const parts = asked.filter((word) => Number.isNaN(Number(word)))
const wants = (part: string) => parts.length === 0 || parts.includes(part)

if (wants('sample')) benchSample()
if (wants('graph')) benchGraph(sizes.length > 0 ? sizes : [1000, 10_000, 100_000])
if (wants('trace')) {
  await benchTrace(sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000])
}
if (wants('join')) benchJoin(sizes[0] ?? 1000)
if (wants('import')) await benchImport(sizes[0] ?? 200)
if (wants('canvas')) await benchCanvas()
if (wants('open')) await benchOpen()
