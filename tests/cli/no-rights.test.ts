/** Folders and files that whoever runs the program has no right to. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { unprivileged } from '../setup/unprivileged'
import { program, runCommand } from './run-command'

vi.setConfig({ testTimeout: 180_000 })

// Root may do everything: the program is run as nobody then, who must be able to read it.
const account = unprivileged()
const canRead = ['-e', `require('fs').readFileSync(${JSON.stringify(program)})`]
const mayRun = !account || spawnSync(process.execPath, canRead, account).status === 0
if (!mayRun) console.warn(`Left out: nobody cannot read ${program}.`)

describe.skipIf(!mayRun || process.platform === 'win32')('without the right to it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-rights-'))
  const locked = join(folder, 'locked')
  const readOnly = join(folder, 'read-only')

  beforeAll(() => {
    chmodSync(folder, 0o755)
    for (const made of [locked, readOnly]) {
      mkdirSync(made)
      writeFileSync(join(made, 'report.txt'), 'Ada Lind met Bo Falk.')
    }
    chmodSync(locked, account ? 0o700 : 0o000)
    chmodSync(readOnly, account ? 0o755 : 0o555)
  })
  afterAll(() => {
    for (const made of [locked, readOnly]) chmodSync(made, 0o755)
    rmSync(folder, { recursive: true })
  })

  const right = 'Give yourself the right to'
  it.each<[string, string, string[], string[]]>([
    ['the data folder, to list', locked, ['cases'], [locked, right, 'THROUGHLINE_DATA']],
    ['the data folder, to write', readOnly, ['cases', 'new', 'Plan'], [readOnly, right]],
    ['a folder of reports', folder, ['extract', locked], [locked, right]],
    ['a case file', folder, ['check', join(locked, 'plan.case.json')], [locked, right]],
    [
      'where tables go',
      folder,
      ['export', 'sample', '--format', 'csv', '-o', join(readOnly, 'plan.csv')],
      [readOnly, 'Name another place'],
    ],
  ])('%s: it is named, with what to do', async (_, THROUGHLINE_DATA, args, says) => {
    const command = runCommand(args, { THROUGHLINE_DATA, DATABASE_URL: '', HOME: folder }, account)
    expect(await command.ended).toBe(2)
    for (const words of [...says, /EACCES/]) expect(command.stderr()).toMatch(words)
    expect(command.stderr()).not.toMatch(/\n\s+at /)
  })
})
