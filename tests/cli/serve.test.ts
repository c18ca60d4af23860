import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkPort, needsBuild } from '@/lib/cli/serve'

const folder = mkdtempSync(join(tmpdir(), 'throughline-serve-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('needsBuild', () => {
  it('is so without a build, and when anything it is made of is newer', () => {
    const write = (path: string, minute: number) => {
      const time = new Date(2025, 0, 1, 0, minute)
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), '')
      utimesSync(join(folder, path), time, time)
    }
    write('package-lock.json', 1)
    write('lib/query/paths.ts', 2)
    expect(needsBuild(folder)).toBe(true)
    write('.next/BUILD_ID', 3)
    expect(needsBuild(folder)).toBe(false)
    write('README.md', 4)
    expect(needsBuild(folder)).toBe(false)
    for (const changed of ['lib/query/paths.ts', 'components/new.tsx', 'package-lock.json']) {
      write(changed, 5)
      expect(needsBuild(folder)).toBe(true)
      write('.next/BUILD_ID', 6)
      expect(needsBuild(folder)).toBe(false)
      write(changed, 2)
      write('.next/BUILD_ID', 3)
    }
  })
})

describe('checkPort', () => {
  it('says that a port is in use and how to choose another', async () => {
    const server = createServer()
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.address() as { port: number }
    await expect(checkPort('127.0.0.1', port)).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use. Choose another: throughline open --port ${port + 1}`,
    )
    await new Promise((closed) => server.close(closed))
    await expect(checkPort('127.0.0.1', port)).resolves.toBeUndefined()
    await expect(checkPort('192.0.2.1', port)).rejects.toThrow('--host')
  })
})
