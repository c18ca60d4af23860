import type { Referent, Span } from './span'

/**
 * What is made of a referent's spans one after the other is made on from where it was left, not
 * anew, when it is asked again: a book names somebody ten thousand times, and each time asks.
 * @param add what was made of the spans before, with one more
 */
export function overSpans<T, C = void>(
  start: () => T,
  add: (made: T, span: Span, context: C) => T,
): (referent: Referent, context: C) => T {
  const known = new WeakMap<Referent, { made: T; count: number; last?: Span }>()
  return (referent, context) => {
    const { spans } = referent
    let held = known.get(referent)
    // spans are only added, but those of two referents that turn out to be one are put in order
    if (!held || spans[held.count - 1] !== held.last) {
      held = { made: start(), count: 0 }
      known.set(referent, held)
    }
    for (; held.count < spans.length; held.count++) {
      held.last = spans[held.count]!
      held.made = add(held.made, held.last, context)
    }
    return held.made
  }
}
