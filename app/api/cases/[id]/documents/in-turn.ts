const last = new Map<string, Promise<unknown>>()

/** Runs what changes a case one after the other, so that no change is lost to another. */
export async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(id) ?? Promise.resolve()
  const mine = before.catch(() => {}).then(work)
  last.set(id, mine)
  try {
    return await mine
  } finally {
    if (last.get(id) === mine) last.delete(id)
  }
}
