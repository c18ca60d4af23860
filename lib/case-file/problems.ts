/** Problems of a Case file in words. */
import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import type { Problem } from '../errors'

/** What the shape check found, in words: zod's own message names neither the value nor a way out. */
export function describeIssue(issue: z.core.$ZodIssue, raw: unknown): Problem[] {
  const path = formatPath(issue.path)
  const value = issue.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    raw,
  )
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      message: `"${key}" is not a field of the Case format.`,
      value: shorten((value as Record<string, unknown>)[key]),
      remedy: 'Remove the field, or check its spelling.',
    }))
  }
  const missing = value === undefined
  const problem = (message: string, remedy: string): Problem[] => [
    { path, message, remedy, ...(!missing && { value: shorten(value) }) },
  ]
  if (missing) return problem('This field is missing.', `Add it: ${expectation(issue)}.`)
  return problem(`${shorten(value)} is not what belongs here.`, `Put ${expectation(issue)}.`)
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
    case 'invalid_value':
      return `one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'too_small':
      if (issue.origin === 'array') return 'a list with at least one entry'
      return issue.origin === 'string' ? 'a text that is not empty' : `${issue.minimum} or more`
    case 'too_big':
      return issue.origin === 'string'
        ? `a text of at most ${issue.maximum} characters`
        : `at most ${issue.maximum}`
    case 'invalid_format':
      return 'the 64 lower-case hexadecimal digits of the text’s SHA-256'
    default:
      return issue.message
  }
}

/** `['claims', 3, 'evidence', 0, 'quote']` reads `claims[3].evidence[0].quote`. */
function formatPath(path: PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}

export function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length <= 80 ? text : `${text.slice(0, 60)}… (${text.length} characters)`
}

/** A remedy for an id nobody has: the nearest one, or what there is. */
export function suggest(id: string, known: Iterable<string>): string {
  const candidates = [...known]
  if (candidates.length === 0) return 'Add it, or remove what refers to it.'
  const near = candidates
    .map((candidate) => ({ candidate, d: distance(id, candidate) }))
    .sort((a, b) => a.d - b.d || (a.candidate < b.candidate ? -1 : 1))[0]!
  return near.d <= Math.max(2, id.length / 3)
    ? `Did you mean ${shorten(near.candidate)}?`
    : `Use one of ${candidates.slice(0, 30).join(', ')}${candidates.length > 30 ? ', …' : ''}.`
}
