import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { serializeCase } from '@/lib/case-file'
import { runCommandLine } from '@/lib/cli/run-command-line'
import { openStore } from '@/lib/store/store'
import { exampleCase } from '../store/example-case'
import { makeDatabase } from '../store/made-database'

const folder = mkdtempSync(join(tmpdir(), 'throughline-cases-'))
const file = join(folder, 'story.case.json')

/** Runs the command line here, and keeps what it writes. */
async function run(...args: string[]) {
  const [out, err]: string[][] = [[], []]
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line) => void out!.push(String(line))),
    vi.spyOn(console, 'error').mockImplementation((line) => void err!.push(String(line))),
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out!.push(String(text)) > 0),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => err!.push(String(text)) > 0),
  ]
  const status = await runCommandLine(args)
  for (const spy of spies) spy.mockRestore()
  return { status, stdout: out!.join('\n'), stderr: err!.join('\n') }
}

const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout)
const ids = async (...flags: string[]) =>
  (await json('cases', ...flags)).cases.map(({ id }: { id: string }) => id)

describe('cases on the command line', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const made = await makeDatabase()
    made.copyTo(join(folder, 'store'))
    made.remove()
    vi.stubEnv('THROUGHLINE_DATA', join(folder, 'store'))
    vi.stubEnv('DATABASE_URL', '')
    writeFileSync(file, serializeCase(exampleCase()))
  })
  afterAll(async () => {
    await openStore().close()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  it('are made, taken in, renamed, copied and listed', async () => {
    expect((await run('cases')).stdout).toContain('No cases yet')
    expect(await json('cases', 'new', 'The plan')).toEqual({ id: 'the-plan' })
    expect((await run('cases', 'add', file)).stdout).toBe('Taken in: harbour-letter')
    expect((await run('cases', 'rename', 'the-plan', 'A plan')).status).toBe(0)
    expect(await json('cases', 'copy', 'harbour-letter', 'Mine')).toEqual({ id: 'mine' })
    const { stdout } = await run('cases')
    expect(stdout).toMatch(/A plan\n {2}the-plan · 0 documents · 0 entities · 0 claims · changed/)
    expect(await ids()).toEqual(['mine', 'the-plan', 'harbour-letter'])
  })

  it('are not looked for in a folder when the address of a server has a slip in it', async () => {
    vi.stubEnv('DATABASE_URL', 'postgress://ada:secret@db.example/throughline')
    try {
      const { status, stdout, stderr } = await run('cases')
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(
        /DATABASE_URL is "postgress:\/\/ada:…@db.example\/throughline", which is no/,
      )
    } finally {
      vi.stubEnv('DATABASE_URL', '')
    }
  })

  it('are deleted, brought back, and removed for ever', async () => {
    expect((await run('cases', 'delete', 'mine')).stdout).toContain(
      'throughline cases restore mine',
    )
    expect(await ids('--deleted')).toEqual(['mine'])
    expect((await run('cases', 'restore', 'mine')).status).toBe(0)
    expect((await run('cases', 'purge', 'mine')).status).toBe(2)
    await run('cases', 'delete', 'mine')
    expect((await run('cases', 'purge', 'mine')).status).toBe(0)
    expect(await ids('--deleted')).toEqual([])
  })

  it('are read again, under the decisions that were made', async () => {
    const report = join(folder, 'report.txt')
    writeFileSync(report, 'Foreign Minister Ada Lind met Bo Falk in Oslo. Lind denied it.')
    const made = join(folder, 'made.case.json')
    await run('extract', report, '-o', made, '--title', 'Oslo')
    const { id } = await json('cases', 'add', made)
    const { claims } = await openStore().readCase(id)
    const [first, ...others] = claims
    const older = { ...first!, id: 'older', relation: 'negotiated' }
    await openStore().changeCase(id, (case_) => ({ ...case_, claims: [older, ...others] }))
    await openStore().decide(id, { kind: 'reject', claim: 'older' }, 'Ina')
    const { stdout } = await run('reread', id, '--preview')
    expect(stdout).toMatch(/1 report read again\n/)
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /Of 1 decision 1 lost .* Ina reject “.*negotiated with .*”: .* not there any more/,
    )
    expect(stdout).toContain('Nothing was kept')
    const { read, lost, kept } = await json('reread', id)
    expect([read, lost]).toEqual([1, [expect.objectContaining({ reason: expect.any(String) })]])
    expect((await openStore().readCase(id)).claims).toEqual(claims)
    expect(await ids('--deleted')).toEqual([kept.id])

    const { stdout: back } = await run('reread', id, '--back')
    expect(back).toMatch(
      /“Oslo” is as it was read before.*Gone: 1 relation\n.*none lost its ground/s,
    )
    const { claims: again } = await openStore().readCase(id)
    expect(again.map((claim) => claim.id)).toEqual(['older', ...others.map((claim) => claim.id)])
    await json('reread', id, '--back')
    expect((await openStore().readCase(id)).claims).toEqual(claims)
    for (const end of ['delete', 'purge']) await run('cases', end, id)
    expect(await ids('--deleted')).toEqual([])
  })

  it('say what keeps them from being read again', async () => {
    for (const [args, words] of [
      [['nobody'], 'There is no case "nobody"'],
      [['the-plan'], '“A plan” has no reports to read again.'],
      [['the-plan', '--back'], '“the-plan” was not read again'],
      [['the-plan', '--back', '--preview'], 'Leave out --preview'],
    ] as const) {
      const { status, stderr } = await run('reread', ...args)
      expect([status, stderr]).toEqual([2, expect.stringContaining(words)])
    }
  })

  it('go to one file and come back from it', async () => {
    const backup = join(folder, 'cases.backup')
    expect(await json('backup', backup)).toEqual({ file: backup, cases: 2 })
    expect(existsSync(backup)).toBe(true)
    const again = await run('backup', backup)
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining('--replace')])
    await run('cases', 'rename', 'the-plan', 'Changed since')
    const { stdout } = await run('restore', backup)
    expect(stdout).toContain('Restored: “A plan (from backup)” (the-plan-2)')
    expect(stdout).toContain('There already: “The harbour letter”')
  })

  it('answer as the case file they came from', async () => {
    const id = /Taken in: (.+)/.exec((await run('cases', 'add', 'sample')).stdout)![1]!
    const plan = '28-point plan'
    const path = ['--from', 'Russia', '--to', plan, '--mode', 'travelled', '--quotes']
    const questions = [
      ['neighbours', 'witkoff', '--depth', '2'],
      ['neighbours', 'witkoff', '--source', 'report', '--since', '2025-11-20', '--json'],
      ['path', ...path],
      ['path', ...path, '--avoid', 'witkoff', '--max-hops', '2', '--json'],
      ['trace', plan, '--quotes'],
      ['trace', plan, '--without', 'Bloomberg', '--format', 'md'],
      ['trace', plan, '--json'],
      ['trace', plan, '--without', 'Nobody'],
      ['neighbours', 'witkov'],
    ]
    for (const [command, ...rest] of questions) {
      expect(await run(command!, id, ...rest)).toEqual(await run(command!, 'sample', ...rest))
    }
  })

  it('end in an error that says what is wrong', async () => {
    for (const [args, words] of [
      [['cases', 'rename', 'nobody', 'x'], 'There is no case "nobody"'],
      [['cases', 'delete', 'nobody'], 'Stored: peace-plan, the-plan'],
      [['cases', 'restore', 'nobody'], 'No deleted case'],
      [['cases', 'rename', 'the-plan', ' '], 'needs a title'],
      [['cases', 'rename', 'the-plan', 'Long '.repeat(61)], 'Long …” has 304. Shorten it.'],
      [['cases', 'rename', 'the-plan'], "missing required argument 'TITLE'"],
      [['restore', file], 'is not a whole backup'],
      [['restore', join(folder, 'none')], 'no such file'],
      [['check', 'nobody'], 'Stored: sample, '],
    ] as const) {
      const { status, stderr } = await run(...args)
      expect([status, stderr]).toEqual([2, expect.stringContaining(words)])
    }
  })
})
