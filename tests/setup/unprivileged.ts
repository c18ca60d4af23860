import { execFileSync } from 'node:child_process'

export type Account = { uid: number; gid: number }

/** For what root may not do or may do too much of: `nobody`, when root runs the tests. */
export function unprivileged(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const number = (flag: string) =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}
