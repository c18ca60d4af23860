/** The command line as a process of its own. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Account } from '../setup/unprivileged'

export const program = resolve(import.meta.dirname, '../../lib/cli/throughline.js')

export type Command = {
  stdout(): string
  stderr(): string
  /** Resolves when it has said so on standard error; rejects when it ends, or two minutes go by, without. */
  says(pattern: RegExp): Promise<void>
  kill(signal: NodeJS.Signals): void
  /** Its exit code; null when it was killed. */
  ended: Promise<number | null>
}

/** @param account who runs it, if not oneself */
export function runCommand(
  args: string[],
  env: Record<string, string>,
  account?: Account,
): Command {
  const child = spawn(process.execPath, [program, ...args], {
    ...account,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, said] = ['', '']
  const heard = new Set<() => void>()
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    said += chunk
    for (const look of heard) look()
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    stdout: () => out,
    stderr: () => said,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (pattern.test(said)) resolve()
        }
        heard.add(look)
        look()
        const fail = (why: unknown) => reject(new Error(`${why} after: ${said}`))
        void ended.then((code) => fail(`It ended with ${code}`))
        setTimeout(() => fail(`It did not say ${pattern}`), 120_000).unref()
      }),
    kill: (signal) => child.kill(signal),
    ended,
  }
}
