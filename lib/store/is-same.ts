/** Whether two parts of a case say the same, whatever the order of their fields; what is undefined is absent. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((part, i) => isSame(part, b[i]))
  }
  if (!isRecord(a) || !isRecord(b)) return false
  return [a, b].every((one) => Object.keys(one).every((key) => isSame(a[key], b[key])))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
