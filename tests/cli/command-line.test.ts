import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { runCommandLine } from '@/lib/cli/run-command-line'
import { articlesPath, hasArticles, samplePath } from '../query/real-cases'

const program = resolve(import.meta.dirname, '../../lib/cli/throughline.js')
const folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'))
vi.stubEnv('THROUGHLINE_DATA', join(folder, 'store'))
vi.stubEnv('NO_COLOR', '1')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command line here, and keeps what it writes. */
async function run(...args: string[]) {
  const [out, err]: string[][] = [[], []]
  const keep = (list: string[]) => (text: string | Uint8Array) => list.push(String(text)) > 0
  const keepLine =
    (list: string[]) =>
    (...words: unknown[]) => {
      list.push(`${words.join(' ')}\n`)
    }
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(keepLine(out!)),
    vi.spyOn(console, 'error').mockImplementation(keepLine(err!)),
    vi.spyOn(process.stdout, 'write').mockImplementation(keep(out!)),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep(err!)),
  ]
  const status = await runCommandLine(args)
  for (const spy of spies) spy.mockRestore()
  return { status, stdout: out!.join(''), stderr: err!.join('') }
}

const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout)

describe('throughline', () => {
  it('shows help without an error, and every command in it', async () => {
    for (const { status, stdout } of [await run(), await run('--help')]) {
      expect(status).toBe(0)
      for (const command of [
        'open',
        'neighbours',
        'path',
        'trace',
        'diff',
        'export',
        'extract',
        'cases',
        'backup',
        'restore',
        'check',
        'parse',
      ]) {
        expect(stdout).toContain(`  ${command} `)
      }
    }
  })

  it('answers on stdout in lines of 80 columns, with every quote', async () => {
    const { status, stdout, stderr } = await run('neighbours', 'sample', 'WITKOFF')
    expect([status, stderr]).toEqual([0, ''])
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
    expect(stdout).toContain('Steve Witkoff (person): 5 neighbours')
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'According to Bloomberg, Steve Witkoff advised Yuri Ushakov. asserted · 1 independent source in 2 reports: both rest on Bloomberg',
    )
  })

  it.skipIf(!hasArticles)('gives the answers of the articles’ case', async () => {
    const found = await json('neighbours', articlesPath, 'witkoff')
    const ushakov = found.neighbours.find((one: { id: string }) => one.id === 'yuri-ushakov')
    expect(ushakov.claims[0].evidence).toHaveLength(2)
    expect(found.neighbours).toHaveLength(5)
    const contested = await json('neighbours', articlesPath, 'Rubio', '--relation', 'described')
    expect(contested.neighbours[0].claims[0]).toMatchObject({
      stance: 'contested',
      evidence: [{ deniedBy: ['white-house', 'state-department'] }],
    })
    const spoke = await json('neighbours', articlesPath, 'Rubio', '--relation', 'spoke')
    expect(spoke.neighbours[0].claims[0].sources).toHaveLength(2)
    const { steps } = await json('trace', articlesPath, '28-point plan')
    expect(steps.map((step: { spine: { id: string } }) => step.spine.id)).toEqual([
      'russian-non-paper',
      'russian-non-paper',
      'miami-meeting',
      '20-point-plan',
      '28-point-plan',
      '28-point-plan',
      '28-point-plan',
      'revised-framework',
    ])
  })

  it('finds paths, and says what to relax when there is none', async () => {
    const ask = ['path', 'sample', '--from', 'Axios', '--to', 'Russia']
    const { paths } = await json(...ask)
    const rows = paths.map((path: { nodes: { id: string }[] }) => path.nodes.map((node) => node.id))
    expect(rows).toContainEqual(['axios', '28-point-plan', 'russian-non-paper', 'russia'])
    const { status, stdout } = await run(...ask, '--mode', 'travelled')
    expect(status).toBe(0)
    expect(stdout).toContain('Nothing travels from Axios to Russia')
    expect(stdout).toContain('without regard to direction and time')
  })

  it('tells a story in order', async () => {
    const { stdout } = await run('trace', 'sample', '28-point plan')
    const places = [
      '1. The Russian non-paper',
      '2. The Russian non-paper is presented',
      'The Miami meeting',
      '20-point plan',
      'The 28-point plan is revised',
      'The revised framework',
    ].map((words) => stdout.indexOf(words))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('says what is order and what is influence, and what stands without a source', async () => {
    const { stdout } = await run('trace', 'sample', '28-point plan')
    const words = stdout.replace(/\s+/g, ' ')
    expect(words).toContain(
      'After the Trump–Zelenskyy meeting, the Russian non-paper was presented',
    )
    expect(words).toContain('the weakest step')
    expect(words).toContain('20-point plan')
    const without = await run('trace', 'sample', '28-point plan', '--without', 'Bloomberg')
    expect(without.stdout).not.toContain('20-point plan')
    const whole = await json('trace', 'sample', '28-point plan', '--open')
    expect(whole.steps.map((step: { phase: string }) => step.phase)).toContain('published')
  })

  it('tells what changed between two days and between two cases', async () => {
    const { status, stdout } = await run('diff', 'sample', '--before', '2025-11-26')
    expect(status).toBe(0)
    expect(stdout).toMatch(/New: \d+ relations/)
    expect(stdout).toMatch(/1 → 2 independent sources/)
    const same = await run('diff', 'sample', 'sample')
    expect([same.status, same.stdout.trim()]).toEqual([0, 'Nothing changed: the two say the same.'])
    const { claims } = await json('diff', 'sample', '--before', '2025-11-26')
    expect(claims.strengthened[0].sources).toEqual({ before: 1, after: 2 })
  })

  it('narrows paths by days between hops', async () => {
    const ask = ['path', 'sample', '--from', 'Jared Kushner', '--to', '28-point plan']
    const near = await json(...ask, '--mode', 'travelled', '--longest-gap', '0')
    expect(near.question.longestGap).toBe(0)
    expect(near.paths.length).toBeGreaterThan(0)
  })

  it.each([
    [['diff', 'sample'], '--before 2025-11-26'],
    [['diff', 'sample', 'sample', '--before', '2025-11-26'], 'there are two'],
    [['diff', 'sample', '--before', '2025-11-26', '--after', '2025-11-25'], 'Swap the days'],
    [['trace', 'sample', '28-point plan', '--without', 'Blomberg'], 'Bloomberg'],
    [['path', 'sample', '--from', 'Putin', '--to', 'Trump', '--longest-gap', '-1'], '0 or more'],
    [['neighbours', 'sample', 'Witkof'], 'The nearest: Steve Witkoff'],
    [['neighbours', 'no-such-case', 'x'], 'Stored: sample'],
    [['neighbours', 'sample', 'Putin', '--kind', 'friend'], 'person, organization'],
    [['neighbours', 'sample', 'Putin', '--depth', '9'], 'Choose 1, 2 or 3'],
    [['neighbours', 'sample', 'Putin', '--source', 'Nowhere Times'], 'report-1'],
    [['path', 'sample', '--from', 'Putin', '--to', 'Putin'], 'two different'],
    [['path', 'sample', '--from', 'Putin'], '--to'],
    [['trace', 'sample', '28-point plan', '--until', 'soon'], 'YYYY-MM-DD'],
    [['dance'], "unknown command 'dance'"],
    [['extract', 'nothing.txt'], 'nothing.txt'],
    [['parse', 'nothing.txt'], 'nothing.txt'],
    [['open', '--port', 'x'], '1 to 65535'],
  ])('%j ends with code 2 and says why on stderr', async (args, why) => {
    const { status, stdout, stderr } = await run(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(why)
    expect(stderr).not.toContain('    at ')
  })

  it('runs as a program of its own, from any folder', { timeout: 180_000 }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', 'nix'], {
      cwd: folder,
      encoding: 'utf8',
      // the folder of this process is open here
      env: { ...process.env, THROUGHLINE_DATA: join(folder, 'other') },
    })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('There is no case "nix"')
  })

  it('writes pictures, tables and the case itself', async () => {
    const svg = (await run('export', 'sample', '--format', 'svg', '--focus', 'witkoff')).stdout
    expect(svg).toMatch(/^<svg [\s\S]*Yuri Ushakov[\s\S]*<\/svg>\s*$/)
    const png = join(folder, 'picture.png')
    const piped = await run('export', 'sample', '--format', 'svg', '--focus', 'witkoff', '-o', '-')
    expect(piped.stdout).toBe(svg)
    const said = await run('export', 'sample', '--format', 'png', '--theme', 'dark', '-o', png)
    expect(said).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG')
    await run('export', 'sample', '--format', 'csv', '-o', join(folder, 'tables.csv'))
    expect(readFileSync(join(folder, 'tables-entities.csv'), 'utf8')).toContain('Steve Witkoff')
    expect(readFileSync(join(folder, 'tables-relations.csv'), 'utf8')).toContain('Bloomberg')
    const whole = (await run('export', 'sample', '--format', 'json')).stdout
    expect(whole).toBe(readFileSync(samplePath, 'utf8'))
  })

  it('checks a case, and names everything that is wrong with it', async () => {
    expect((await run('check', 'sample')).stdout).toContain('is whole')
    const broken = JSON.parse(readFileSync(samplePath, 'utf8'))
    broken.claims[0].relation = 'befriended'
    broken.claims[1].evidence[0].start += 1
    const path = join(folder, 'broken.case.json')
    writeFileSync(path, JSON.stringify(broken))
    const { status, stderr } = await run('check', path)
    expect(status).toBe(2)
    expect(stderr).toContain('befriended')
    expect(stderr).toContain('claims[1].evidence[0]')
  })

  it('makes a case of a folder of reports, the same bytes for the same time', async () => {
    const reports = mkdtempSync(join(folder, 'reports-'))
    writeFileSync(join(reports, 'a.txt'), 'Ann Lee met Boris Vann in Vienna on Monday.\n')
    writeFileSync(
      join(reports, 'b.md'),
      '# Talks\n\nAnn Lee advised Carla Dorn, Reuters reported.\n',
    )
    writeFileSync(join(reports, 'c.png'), 'no text')
    const out = join(folder, 'made.case.json')
    const { status, stderr } = await run('extract', reports, '-o', out, '--date', '2025-11-27')
    expect(status).toBe(0)
    expect(stderr).toContain('[2/2]')
    const made = JSON.parse(readFileSync(out, 'utf8'))
    expect(made.documents.map((d: { publishedAt: string }) => d.publishedAt)).toEqual([
      '2025-11-27',
      '2025-11-27',
    ])
    expect(made.entities.map((entity: { name: string }) => entity.name)).toContain('Ann Lee')
    expect((await run('check', out)).status).toBe(0)
  })
})
