/** The language layer away from Node: its modules as they are, in a page and in a worker of a real browser. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyze } from '../../lib/language/analyze'
import { browserPath, launch } from '../e2e/browser'

const root = resolve(import.meta.dirname, '../..')
const text = 'Title of it\nRubio met Lavrov’s aide in Geneva. “No,” said Kyiv\ud800.'

/** Loads the weights by fetch, reads the text, and hands on what was read: the same file for page and worker. */
const reader = `
  import { analyzeWith } from '/lib/language/analyze-with'
  import { loadModels, modelFiles } from '/lib/language/models'
  const entries = modelFiles.map(async (name) => [name, await (await fetch('/data/models/' + name)).arrayBuffer()])
  const models = loadModels(Object.fromEntries(await Promise.all(entries)))
  const found = JSON.stringify(analyzeWith(${JSON.stringify(text)}, models))
  if (globalThis.document) document.title = found
  else postMessage(found)
`

/** A TypeScript module of the project as JavaScript; an import of Node's own modules would fail in the browser. */
function serveModule(path: string): string {
  const source = path === '/reader' ? reader : readFileSync(`${join(root, path)}.ts`, 'utf8')
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  })
  return outputText.replace(/from 'fflate'/, "from '/node_modules/fflate/esm/browser.js'")
}

function serve(path: string): { type: string; body: string | Buffer } | null {
  if (path === '/')
    return { type: 'text/html', body: '<script type="module" src="/reader"></script>' }
  if (path === '/reader' || existsSync(`${join(root, path)}.ts`))
    return { type: 'text/javascript', body: serveModule(path) }
  const file = join(root, path)
  if (!/^\/(?:data\/models|node_modules\/fflate)\//.test(path) || !existsSync(file)) return null
  const type = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream'
  return { type, body: readFileSync(file) }
}

describe.skipIf(!browserPath)('in a browser', { timeout: 120_000 }, () => {
  let server: Server
  let browser: Browser
  let address: string

  beforeAll(async () => {
    server = createServer((request, response) => {
      const found = serve(new URL(request.url!, 'http://localhost').pathname)
      response.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' })
      response.end(found?.body)
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  it('a page reads what Node reads', async () => {
    const page = await browser.newPage()
    await page.goto(address)
    await page.waitForFunction(() => document.title.startsWith('['), null, { timeout: 0 })
    expect(JSON.parse(await page.title())).toEqual(JSON.parse(JSON.stringify(analyze(text))))
  })

  it('a worker reads what Node reads', async () => {
    const page = await browser.newPage()
    await page.goto(address)
    const found = await page.evaluate(
      () =>
        new Promise<string>((done, failed) => {
          const worker = new Worker('/reader', { type: 'module' })
          worker.onmessage = (message) => done(message.data)
          worker.onerror = (error) => failed(new Error(error.message))
        }),
    )
    expect(JSON.parse(found)).toEqual(JSON.parse(JSON.stringify(analyze(text))))
  })
})
