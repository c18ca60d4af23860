/** The built app with cases of its own, and a real browser looking at it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build, needsBuild } from '@/lib/cli/serve'
import { findChromium } from '../setup/find-chromium'
import { freePort } from '../setup/free-port'

const root = resolve(import.meta.dirname, '../..')

/** A Chromium on this machine; the tests that need one are skipped without it. */
export const browserPath = findChromium()
if (!browserPath)
  console.warn(
    'Skipping tests in a browser: no Chromium was found. Install one, or name it in CHROMIUM_PATH.',
  )

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

export type App = {
  address: string
  browser: Browser
  /** A page in a window of its own; requests to anywhere else are listed in `foreign`. */
  open(path: string, options?: BrowserContextOptions): Promise<OpenPage>
  /** Ends the server as a crash or a power cut does; the browser stays. */
  kill(): Promise<void>
  /** Starts it again, on the same cases and at the same address. */
  startAgain(): Promise<void>
  stop(): Promise<void>
}
export type OpenPage = { page: Page; foreign: string[]; errors: string[] }

/** A browser of its own, for tests that bring their own pages. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath!, args: flags })

/**
 * Builds what is not built, and serves it with an empty folder of cases.
 * THROUGHLINE_E2E_URL names a server that runs already, say `npm run dev`, to be used instead.
 */
export async function startApp(env: Record<string, string> = {}): Promise<App> {
  const running = process.env.THROUGHLINE_E2E_URL
  if (running) return lookAt(running, () => {})
  await buildOnce()
  const port = await freePort()
  const data = mkdtempSync(join(tmpdir(), 'throughline-e2e-'))
  const address = `http://127.0.0.1:${port}`
  const start = async () => {
    const server = serveBuild(port, { THROUGHLINE_DATA: data, ...env })
    await untilServed(server, address)
    return server
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ended = once(server, 'exit')
    server.kill(signal)
    // the folder is free when the process is gone
    await ended
  }
  let server = await start()
  const app = await lookAt(address, async () => {
    await end('SIGTERM')
    rmSync(data, { recursive: true, force: true })
  })
  return {
    ...app,
    kill: () => end('SIGKILL'),
    async startAgain() {
      server = await start()
    },
  }
}

const serveBuild = (port: number, env: Record<string, string>) =>
  spawn(
    process.execPath,
    [join(root, 'node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )

async function lookAt(address: string, end: () => Promise<void> | void): Promise<App> {
  const browser = await launch()
  return {
    address,
    browser,
    open: (path, options) => openPage(browser, address, path, options),
    kill: notOurs,
    startAgain: notOurs,
    async stop() {
      await browser.close()
      await end()
    },
  }
}

const notOurs = async () => {
  throw new Error('The server at THROUGHLINE_E2E_URL is not ours to end.')
}

async function openPage(
  browser: Browser,
  address: string,
  path: string,
  options?: BrowserContextOptions,
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(60_000)
  context.on('page', slowDown)
  await context.addInitScript(noteWhenLive)
  const page = await context.newPage()
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) foreign.push(url)
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  // the first page of a new folder waits for its database, on a machine that may be busy
  await page.goto(address + path, { waitUntil: 'load', timeout: 80_000 })
  await live(page)
  return { page, foreign, errors }
}

/** Waits until a page that was loaded hears keys: React has taken it over and run its effects. */
export const live = (page: Page) =>
  page.waitForFunction(() => (window as { live?: boolean }).live === true)

/** React tells its developer tools of every commit; the first is the page coming to life. */
function noteWhenLive() {
  const onPostCommitFiberRoot = () => Object.assign(window, { live: true })
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberRoot() {},
      onCommitFiberUnmount() {},
      onPostCommitFiberRoot,
    },
  })
}

/**
 * Finds tests that do not wait for what they ask: THROUGHLINE_E2E_SLOWDOWN=8 makes a page's own
 * work take eight times as long.
 */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env.THROUGHLINE_E2E_SLOWDOWN ?? 1)
  if (rate === 1) return
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** Test files run side by side: one builds, the others wait for it. */
export async function buildOnce(): Promise<void> {
  const lock = join(root, 'node_modules', '.throughline-building')
  for (;;) {
    if (!needsBuild()) return
    try {
      mkdirSync(lock)
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0
      // left behind by a run that was cut off
      if (Date.now() - since > 10 * 60_000) rmSync(lock, { recursive: true, force: true })
      await wait(500)
      continue
    }
    try {
      if (needsBuild()) await build()
      return
    } finally {
      rmdirSync(lock)
    }
  }
}

async function untilServed(server: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 900; tries++) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`)
    const reply = await fetch(`${address}/api/cases`).catch(() => undefined)
    if (reply) return
    await wait(100)
  }
  throw new Error(`Nothing answers at ${address}.`)
}
