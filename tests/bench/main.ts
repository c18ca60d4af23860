/** `npm run bench`: what it costs, printed as tables of medians. `npm run bench -- 1000` for one size. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { benchGraph } from './graph'
import { benchSample } from './sample'

const sizes = process.argv.slice(2).map(Number).filter(Boolean)
benchSample()
benchGraph(sizes.length > 0 ? sizes : [1000, 10_000, 100_000])

const canvas = resolve(import.meta.dirname, 'canvas.ts')
if (existsSync(canvas)) {
  const { benchCanvas } = (await import(canvas)) as { benchCanvas: () => Promise<void> }
  await benchCanvas()
}
