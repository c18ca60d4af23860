/** First paint and panning in a real browser: our canvas against cytoscape as it comes. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import ts from 'typescript'
import { entityKinds } from '@/lib/schema'
import type { Elements, ViewEdge, ViewNode } from '@/lib/view/elements'
import { layoutGraph } from '@/lib/view/layout/layout-graph'
import { browserPath } from '../e2e/browser'
import { seeded } from './generate'
import { milliseconds, printTable } from './measure'

const root = resolve(import.meta.dirname, '../..')
const rounds = 3
const frames = 25

/** A scale-free picture, three relations to an entity. */
function generateElements(count: number): Elements {
  const random = seeded(count)
  const nodes: ViewNode[] = Array.from({ length: count }, (_, i) => ({
    id: `n${i}`,
    kind: entityKinds[i % entityKinds.length]!,
    label: `Entity number ${i}`,
  }))
  const ends: number[] = [0]
  const edges: ViewEdge[] = []
  for (let i = 1; i < count; i++)
    for (let k = 0; k < Math.min(3, i); k++) {
      const to = ends[Math.floor(random() * ends.length)]!
      ends.push(to, i)
      edges.push({
        id: `e${edges.length}`,
        from: `n${i}`,
        to: `n${to}`,
        relation: 'met',
        label: 'met',
        stance: 'asserted',
        sources: 1,
        directed: true,
      })
    }
  return { nodes, edges }
}

/** Serves the project's modules to a browser as they are, each translated by itself. */
function serveModules(): Promise<Server> {
  const server = createServer((request, reply) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname)
    if (path === '/') {
      reply.setHeader('content-type', 'text/html')
      reply.end(page)
      return
    }
    for (const end of ['', '.ts', '.js', '/index.js'])
      try {
        const file = resolve(root, `.${path}${end}`)
        let text = readFileSync(file, 'utf8')
        if (file.endsWith('.ts'))
          text = ts.transpileModule(text, {
            compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
          }).outputText
        if (file.endsWith('.json')) text = `export default ${text}`
        reply.setHeader('content-type', 'text/javascript')
        reply.end(text)
        return
      } catch {
        // tried with the next ending
      }
    reply.statusCode = 404
    reply.end()
  })
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)))
}

const page = `<!doctype html><meta charset="utf-8"><script type="importmap">{"imports":{
"@/":"/","cytoscape":"/node_modules/cytoscape/dist/cytoscape.esm.mjs",
"zod":"/node_modules/zod/index.js"}}</script><script>
// the name tsx gives functions, which the page does not know
globalThis.__name = (made) => made</script><div id="box" style="width:1280px;height:800px"></div>`

type Sample = { paint: number; frame: number }

/** Draws in the page, then drags the background about; `how` says with whose settings. */
function draw(target: Page, how: 'ours' | 'bare', scene: unknown): Promise<Sample> {
  return target.evaluate(
    async ({ how, scene, frames }) => {
      type Cy = {
        one(event: string, then: () => void): void
        viewport(view: object): void
        destroy(): void
        fit(): void
      }
      const { elements, layout } = scene as {
        elements: { nodes: { id: string; label: string }[]; edges: Record<string, string>[] }
        layout: { positions: Record<string, { x: number; y: number }>; bounds: object }
      }
      const box = document.getElementById('box')!
      box.replaceChildren()
      const load = (name: string) => import(name)
      const { createDrawing } = await load('/components/canvas/drawing.ts')
      const { default: cytoscape } = await load('cytoscape')
      const nothing = () => {}
      const start = performance.now()
      let cy: Cy
      if (how === 'ours') {
        const drawing = createDrawing(
          box,
          {
            onTap: nothing,
            onOpen: nothing,
            onBox: nothing,
            onMenu: nothing,
            onMove: nothing,
            onViewport: nothing,
          },
          'light',
        )
        drawing.show({ elements, layout, labels: false, selection: [], pinned: [], fitKey: '' })
        drawing.fit(layout.bounds, { top: 0, right: 0, bottom: 0, left: 0 }, false)
        cy = (box as unknown as { _cyreg: { cy: Cy } })._cyreg.cy
      } else {
        cy = cytoscape({
          container: box,
          layout: { name: 'preset' },
          elements: [
            ...elements.nodes.map(({ id, label }) => ({
              data: { id, label },
              position: layout.positions[id],
            })),
            ...elements.edges.map(({ id, from, to }) => ({
              data: { id, source: from, target: to },
            })),
          ],
          // nothing but what shows the same: names, and arrows that need a line of their own
          style: [
            { selector: 'node', style: { label: 'data(label)' } },
            {
              selector: 'edge',
              style: { 'curve-style': 'bezier', 'target-arrow-shape': 'triangle' },
            },
          ],
        })
        cy.fit()
      }
      const frame = () => new Promise((done) => requestAnimationFrame(done))
      await new Promise<void>((done) => cy.one('render', done))
      for (const layer of box.querySelectorAll('canvas'))
        layer.getContext('2d')!.getImageData(0, 0, 1, 1)
      const paint = performance.now() - start
      // let caches fill as they do while one looks at it
      await new Promise((done) => setTimeout(done, 400))
      const mouse = (type: string, target: EventTarget, x: number, y: number) =>
        target.dispatchEvent(
          new MouseEvent(type, {
            bubbles: true,
            cancelable: true,
            clientX: x,
            clientY: y,
            button: 0,
            buttons: type === 'mouseup' ? 0 : 1,
          }),
        )
      const surface = box.querySelector('canvas')!
      mouse('mousedown', surface, 12, 12)
      await frame()
      // strokes are only noted down at first: to ask for a pixel is to wait until they are drawn
      const flush = () => {
        for (const layer of box.querySelectorAll('canvas'))
          layer.getContext('2d')!.getImageData(0, 0, 1, 1)
      }
      flush()
      const times: number[] = []
      const end = performance.now() + 30_000
      for (let i = 1; i <= frames && performance.now() < end; i++) {
        const begin = performance.now()
        const seen = new Promise<void>((done) => cy.one('render', done))
        mouse('mousemove', window, 12 + i * 3, 12 + i * 2)
        await Promise.race([seen, new Promise((done) => setTimeout(done, 2000))])
        flush()
        times.push(performance.now() - begin)
      }
      const took = times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!
      mouse('mouseup', window, 12, 12)
      cy.destroy()
      return { paint, frame: took }
    },
    { how, scene, frames },
  )
}

export async function benchCanvas(sizes: readonly number[] = [60, 1000, 5000]): Promise<void> {
  if (!browserPath) return
  const server = await serveModules()
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      // a frame takes what it takes, not at least a sixtieth of a second
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
    ],
  })
  try {
    const rows: string[][] = []
    for (const size of sizes) {
      const elements = generateElements(size)
      const layout = layoutGraph(elements)
      const taken: Record<'ours' | 'bare', Sample[]> = { ours: [], bare: [] }
      for (let round = 0; round <= rounds; round++)
        for (const how of ['ours', 'bare'] as const) {
          const target = await browser.newPage({ viewport: { width: 1280, height: 800 } })
          await target.goto(`http://127.0.0.1:${port}/`)
          const sample = await draw(target, how, { elements, layout })
          if (round > 0) taken[how].push(sample)
          await target.close()
        }
      const median = (how: 'ours' | 'bare', of: keyof Sample) =>
        taken[how].map((sample) => sample[of]).sort((a, b) => a - b)[Math.floor(rounds / 2)]!
      rows.push([
        `${size} entities, ${elements.edges.length} relations`,
        milliseconds(median('ours', 'paint')),
        milliseconds(median('bare', 'paint')),
        milliseconds(median('ours', 'frame')),
        milliseconds(median('bare', 'frame')),
        `${(median('bare', 'frame') / median('ours', 'frame')).toFixed(1)}×`,
      ])
    }
    printTable(
      'Canvas in headless Chromium, medians in ms (bare: cytoscape with its default settings)',
      ['', 'paint', 'bare', 'pan a frame', 'bare', 'faster'],
      rows,
    )
  } finally {
    await browser.close()
    server.close()
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await benchCanvas()
