import { type Readers, startReaders } from '@/lib/import/readers'

/**
 * Readers that wait after some documents until they may go on, so that there is something left to
 * do for as long as a test takes.
 */
export function stopAfter(count: number): { readers: Readers; goOn: () => void } {
  const real = startReaders({ threads: 1 })
  let goOn = () => {}
  const gate = new Promise<void>((resolve) => {
    goOn = resolve
  })
  let begun = 0
  const read: Readers['read'] = async (task) => {
    if (++begun > count) await gate
    return real.read(task)
  }
  return { readers: { ...real, read }, goOn }
}
