/** A disk of a few megabytes, which only an administrator of a Linux machine can make. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SmallDisk = {
  folder: string
  /** Again and again, if need be: others give room free. @param room what is left, in bytes */
  fill(room: number): void
  /** What fill put there goes. */
  free(): void
  remove(): void
}

/** @param options as `size=120m` */
export function makeDisk(options: string): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' })
  const ballast = join(folder, 'ballast')
  return {
    folder,
    fill(room) {
      const { bavail, bsize } = statfsSync(folder)
      try {
        appendFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - room)))
      } catch (error) {
        // Somebody else took the last of it: it is full all the same.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    },
    free: () => rmSync(ballast),
    remove() {
      execFileSync('umount', [folder])
      rmdirSync(folder)
    },
  }
}

/** Whether disks can be made here; the tests that need one are skipped otherwise. */
export const canMakeDisk = tryDisk()

function tryDisk(): boolean {
  try {
    makeDisk('size=1m').remove()
    return true
  } catch {
    console.warn('A small disk takes root on Linux and the right to mount: skipped.')
    return false
  }
}
