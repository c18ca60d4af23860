/** Every command the README shows is run, as it stands there. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const out = mkdtempSync(join(tmpdir(), 'throughline-readme-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

const commands = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/```sh\n(.*?)```/gs)]
  .flatMap((block) => block[1]!.trim().split('\n'))
  .filter((line) => line.startsWith('npm run -s throughline --'))

describe('README', () => {
  it('shows the command line', () => expect(commands.length).toBeGreaterThan(5))

  it.each(commands)('%s', { timeout: 300_000 }, (command) => {
    const line = command.replace(/-o (\S+)/, (_, file) => `-o ${join(out, file)}`)
    const run = spawnSync('sh', ['-c', line], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, THROUGHLINE_DATA: join(out, 'data') },
    })
    expect(run.stderr).not.toMatch(/error/i)
    expect(run.status).toBe(0)
  })
})
