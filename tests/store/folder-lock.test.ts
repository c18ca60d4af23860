import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from '@/lib/store/folder-lock'
import { runScript } from './run-script'

describe('lockFolder', { timeout: 120_000 }, () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-lock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const leaveLock = (holder: object) =>
    writeFileSync(
      join(folder, 'lock'),
      JSON.stringify({ host: hostname(), started: '', token: 'left-behind', ...holder }),
    )
  /** Began before all others: one that has its number by now is another. */
  const ended = () => ({ pid: spawnSync(process.execPath, ['-e', '']).pid, started: '1' })

  it('is taken once, and again when given free', async () => {
    const release = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'conflict' })
    release()
    ;(await lockFolder(folder))()
    expect(readdirSync(folder)).toEqual([])
  })

  it('names the process that has it and says how to go on', async () => {
    const other = runScript('hold-lock.ts', folder)
    await other.line(/held/)
    await expect(lockFolder(folder)).rejects.toThrow(
      new RegExp(`process ${other.process.pid}\\).*kill ${other.process.pid}.*THROUGHLINE_DATA`),
    )
    other.process.kill('SIGKILL')
    await other.ended
    ;(await lockFolder(folder))()
  })

  it('takes over what a process left that is gone', async () => {
    leaveLock(ended())
    const release = await lockFolder(folder)
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')).pid).toBe(process.pid)
    release()
  })

  it('takes over what an earlier process of the same number left', async () => {
    leaveLock({ pid: process.pid })
    ;(await lockFolder(folder))()
  })

  it('does not judge about processes of another machine', async () => {
    leaveLock({ pid: 1, host: 'elsewhere' })
    await expect(lockFolder(folder)).rejects.toThrow(/on elsewhere.*delete/)
  })

  it('asks for help with a lock it cannot read', async () => {
    writeFileSync(join(folder, 'lock'), '{"pid":')
    await expect(lockFolder(folder)).rejects.toThrow(/cannot be read.*delete the file/)
    expect(existsSync(join(folder, 'lock'))).toBe(true)
  })

  it('goes to one of several processes that find it left behind', async () => {
    leaveLock(ended())
    const rivals = Array.from({ length: 4 }, () => runScript('hold-lock.ts', folder))
    const answers = await Promise.all(rivals.map((rival) => rival.line(/./)))
    for (const rival of rivals) rival.process.kill('SIGKILL')
    await Promise.all(rivals.map((rival) => rival.ended))
    expect(answers.sort()).toEqual(['conflict', 'conflict', 'conflict', 'held'])
  })
})
