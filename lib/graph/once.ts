/**
 * What is made of a thing (a case, a graph) is made once, when it is first asked for, and forgotten
 * with the thing. The thing must not change afterwards.
 */
export function once<K extends WeakKey, T>(make: (thing: K) => T): (thing: K) => T {
  const made = new WeakMap<K, { value: T }>()
  return (thing) => {
    let known = made.get(thing)
    if (!known) {
      known = { value: make(thing) }
      made.set(thing, known)
    }
    return known.value
  }
}
