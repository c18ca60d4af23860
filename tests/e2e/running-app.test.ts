/** The built app and the command line on one folder. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import { makeReport } from '../import/make-reports'
import { makeZip } from '../import/sources'
import { freePort } from '../setup/free-port'
import { exampleCase } from '../store/example-case'
import { buildOnce } from './browser'

const program = resolve(import.meta.dirname, '../../lib/cli/throughline.js')

describe.skipIf(process.env.THROUGHLINE_E2E_URL)('the running app', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-running-'))
  const data = join(folder, 'data')
  const env = { ...process.env, THROUGHLINE_DATA: data, DATABASE_URL: '', NO_COLOR: '1' }
  let app: ChildProcess
  let address: string
  beforeAll(async () => {
    await buildOnce()
    mkdirSync(data)
    writeFileSync(join(data, 'harbour-letter.case.json'), serializeCase(exampleCase()))
    const port = await freePort()
    address = `http://127.0.0.1:${port}`
    app = spawn(process.execPath, [program, 'open', '--port', String(port)], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((ready, fail) => {
      app.stdout!.on('data', (chunk) => String(chunk).includes(address) && ready())
      app.once('exit', (code) => fail(new Error(`The app ended with code ${code}.`)))
    })
  }, 400_000)
  afterAll(async () => {
    if (app?.exitCode === null) {
      app.kill('SIGTERM')
      await new Promise((ended) => app.once('exit', ended))
    }
    rmSync(folder, { recursive: true, force: true })
  })

  // not spawnSync: while that waits, nobody hears that the server closed a connection kept for later
  const run = (...args: string[]) =>
    new Promise<{ status: number; stdout: string; stderr: string }>((done) => {
      const ended = execFile(process.execPath, [program, ...args], { env }, (_, stdout, stderr) =>
        done({ status: ended.exitCode ?? 1, stdout, stderr }),
      )
    })

  it('has the sample and what an earlier version kept', async () => {
    const reply = await fetch(`${address}/api/cases`)
    const { cases } = (await reply.json()) as { cases: { id: string; sample?: true }[] }
    expect(cases.map(({ id, sample }) => [id, sample])).toEqual([
      ['harbour-letter', undefined],
      ['peace-plan', true],
    ])
    expect((await fetch(address)).url).toBe(`${address}/case/peace-plan`)
  })

  it('answers the command line about the cases it has open', async () => {
    const listed = await run('cases', '--json')
    expect([listed.status, listed.stderr]).toEqual([0, ''])
    expect(JSON.parse(listed.stdout).cases).toHaveLength(2)
    const asked = await run('neighbours', 'harbour-letter', 'Ada Lind')
    expect(asked.stdout).toContain('Ada Lind (person): 1 neighbour')
    const missing = await run('neighbours', 'nobody', 'x')
    expect([missing.status, missing.stderr]).toEqual([
      2,
      expect.stringContaining('Stored: sample, harbour-letter, peace-plan'),
    ])
  })

  it('takes in a case that is opened while it runs', async () => {
    const file = join(folder, 'second.case.json')
    writeFileSync(file, serializeCase(exampleCase({ id: 'second', title: 'Second' })))
    const opened = await run('open', file)
    expect([opened.status, opened.stdout]).toEqual([
      0,
      expect.stringContaining(`${address}/case/second`),
    ])
    expect((await fetch(`${address}/api/cases/second`)).status).toBe(200)
  })

  it('takes in what is imported on the command line', async () => {
    const write = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    const [one, two] = [makeReport(1), makeReport(2)]
    const links = write('links.txt', `# pages\n${address}/case/second\nno link\n`)
    const handed = [
      write(one.name, one.text),
      write('two.zip', makeZip({ 'two.txt': two.text, 'x.png': 'No.' })),
    ]
    const taken = await run('import', '--new', 'From outside', ...handed, '--links', links)
    expect(taken.stdout).toContain('2 documents joined the case.\n2 documents failed:')
    expect(taken.stdout).toMatch(/127\.0\.0\.1 is not an address on the public internet/)
    expect(taken.stdout).toContain('“no link” is not a link.')
    expect(taken.stdout).toMatch(/^Passed over: “two.zip”: 1 file is of a kind/m)
    expect(taken.status).toBe(1)
    expect(taken.stderr).toMatch(
      /\d of \d read.*\n2 documents could not be read; what could is kept\.\n$/s,
    )
    const kept = await (await fetch(`${address}/api/cases/from-outside`)).json()
    expect((kept as { documents: unknown[] }).documents).toHaveLength(2)

    const again = await run('import', 'from-outside', '--retry', '--json')
    expect(JSON.parse(again.stdout).counts).toMatchObject({ done: 2, failed: 2 })
    const later = await run('import', 'from-outside')
    expect([later.status, later.stdout]).toEqual([1, expect.stringContaining('2 documents failed')])
    for (const [args, says] of [
      [['import', 'nobody', links], /no stored case "nobody".*from-outside/],
      [['import', 'harbour-letter'], /Nothing was imported into "harbour-letter" yet/],
      [['import', 'from-outside', join(folder, 'none')], /no file or folder/],
    ] as const) {
      const { status, stderr } = await run(...args)
      expect([status, stderr]).toEqual([2, expect.stringMatching(says)])
    }
  })

  it('keeps the folder to itself, and says so with its address', async () => {
    const { status, stderr } = await run('cases', 'rename', 'harbour-letter', 'x')
    expect([status, stderr]).toEqual([2, expect.stringContaining(`at ${address}`)])
    expect(stderr).toMatch(/process \d+.*kill \d+.*THROUGHLINE_DATA/)
    const again = await run('reread', 'second')
    expect([again.status, again.stderr.replace(/\s+/g, ' ')]).toEqual([
      2,
      expect.stringMatching(/process \d+.*“Read the reports again …”: .*\/case\/second/),
    ])
  })

  it('gives the folder free when it is stopped', async () => {
    app.kill('SIGTERM')
    await new Promise((ended) => app.once('exit', ended))
    expect(existsSync(join(data, 'lock'))).toBe(false)
    expect((await run('cases', 'rename', 'harbour-letter', 'The letter')).status).toBe(0)
  })
})
