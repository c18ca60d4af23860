import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** Another process, whose printed lines can be waited for. */
export type Script = {
  process: ChildProcess
  lines: string[]
  /** Resolves with the line that fits; rejects when the process ends without one. */
  line(pattern: RegExp): Promise<string>
  ended: Promise<void>
}

/** Runs a file of this folder (or beside it) as a Node process. */
export function runScript(name: string, ...values: string[]): Script {
  const root = resolve(import.meta.dirname, '../..')
  const path = resolve(import.meta.dirname, name)
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...values], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const heard = new Set<() => void>()
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(line)
    for (const tell of heard) tell()
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    process: child,
    lines,
    ended,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => pattern.test(line))
          if (found) resolve(found)
        }
        heard.add(look)
        look()
        ended.then(() => reject(new Error(`${name} ended after: ${lines.join('\n')}`)))
      }),
  }
}
