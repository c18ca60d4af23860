/** What is wrong with what came in, in words. */
import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import { AppError, type Problem } from './errors'

/** What the shape check found, in words: zod's own message names neither the value nor a way out. */
export function describeIssue(issue: z.core.$ZodIssue, raw: unknown): Problem[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return listNearest(issue.errors).flatMap((inner) =>
      describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, raw),
    )
  }
  const path = formatPath(issue.path)
  const value = issue.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    raw,
  )
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      message: `"${key}" is not a field that is known here.`,
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

/**
 * The refusal of what a schema does not take, with its first problem told in the message.
 * @param words what cannot be done with it: `This is no decision`
 */
export function refuseInput(words: string, { issues }: z.ZodError, raw: unknown): AppError {
  const problems = issues.slice(0, 20).flatMap((issue) => describeIssue(issue, raw))
  const { path, message, remedy } = problems[0]!
  const first = `${path && `${path}: `}${message} ${remedy}`
  return new AppError('invalid_input', `${words}: ${first}`, problems)
}

/** Of the forms a thing may have, what hinders the one it comes nearest to. */
function listNearest(forms: z.core.$ZodIssue[][]): z.core.$ZodIssue[] {
  const otherwise = forms.flatMap((issues) => issues.find(isOtherValue) ?? [])
  const [first] = otherwise
  // `{"kind": "aprove"}` is of no form at all: all kinds there are stand to choose from
  if (first && forms.length === otherwise.length && otherwise.every(isAlike(first))) {
    return [{ ...first, values: [...new Set(otherwise.flatMap(({ values }) => values))] }]
  }
  const distanceTo = (issues: z.core.$ZodIssue[]) =>
    issues.reduce((sum, issue) => sum + (isOtherValue(issue) ? 10 : 1), 0)
  return forms.toSorted((a, b) => distanceTo(a) - distanceTo(b))[0]!
}

const isOtherValue = (issue: z.core.$ZodIssue) => issue.code === 'invalid_value'

const isAlike = (one: z.core.$ZodIssue) => (other: z.core.$ZodIssue) =>
  formatPath(one.path) === formatPath(other.path)

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
      if (issue.format === 'datetime') return 'a moment, as 2026-01-31T12:00:00Z'
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
