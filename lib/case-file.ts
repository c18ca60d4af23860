/**
 * The Case file: one JSON text that holds a case whole. parseCase is the door every case comes in
 * by, on the server and in the browser; serializeCase gives the same bytes for the same case.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { findContradictions } from './case-file/contradictions'
import { AppError, type Problem } from './errors'
import { describeIssue, shorten } from './problems'
import {
  type Case,
  caseSchema,
  caseVersion,
  claimSchema,
  decisionSchema,
  documentSchema,
  entitySchema,
  evidenceSchema,
  mentionSchema,
} from './schema'

/** The largest Case file that is read, in bytes (128 MiB: some 300,000 claims with their quotes). */
export const sizeLimit = 128 * 1024 * 1024

/** How many problems are spelled out; the message counts the rest. */
const problemLimit = 50

/**
 * Reads a Case file.
 * @param text the file's content
 * @returns a case in which every id is met, every offset gives its quote and every hash is right
 * @throws AppError invalid_input with one problem for each thing that is wrong
 */
export function parseCase(text: string): Case {
  checkSize(text)
  const raw = parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  checkVersion(raw)
  const parsed = caseSchema.safeParse(raw)
  if (!parsed.success) {
    const { issues } = parsed.error
    const problems = issues.slice(0, problemLimit).flatMap((issue) => describeIssue(issue, raw))
    throw refuse(problems.slice(0, problemLimit), Math.max(problems.length, issues.length))
  }
  const { problems, count } = findContradictions(parsed.data, problemLimit)
  if (count > 0) throw refuse(problems, count)
  return parsed.data
}

/** The case as canonical JSON: keys in the schema's order, arrays as kept, a newline at the end. */
export function serializeCase(case_: Case): string {
  const ordered = order(caseSchema, {
    ...case_,
    documents: case_.documents.map((document) => order(documentSchema, document)),
    entities: case_.entities.map((entity) => order(entitySchema, entity)),
    mentions: case_.mentions.map((mention) => order(mentionSchema, mention)),
    claims: case_.claims.map((claim) =>
      order(claimSchema, {
        ...claim,
        evidence: claim.evidence.map((evidence) => order(evidenceSchema, evidence)),
      }),
    ),
    decisions: case_.decisions.map((decision) => order(decisionSchema, decision)),
  })
  return `${JSON.stringify(ordered, null, 1)}\n`
}

/** The keys the schema names, in its order; then any others (a decision has some), by name. */
function order(schema: { shape: object }, record: object): object {
  const entries = record as Record<string, unknown>
  const named = keysOf(schema)
  const ordered: Record<string, unknown> = {}
  for (const key of named) if (entries[key] !== undefined) ordered[key] = entries[key]
  const others = Object.keys(entries).filter((key) => !named.includes(key))
  if (others.length === 0) return ordered
  const deep = others.sort().map((key) => [key, orderDeep(entries[key])])
  return Object.fromEntries([...Object.entries(ordered), ...deep])
}

const knownKeys = new Map<object, string[]>()

/** Kept, since a schema works its shape out anew each time it is asked. */
function keysOf(schema: { shape: object }): string[] {
  const keys = knownKeys.get(schema) ?? Object.keys(schema.shape)
  knownKeys.set(schema, keys)
  return keys
}

function orderDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(orderDeep)
  if (typeof value !== 'object' || value === null) return value
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([key, inner]) => [key, orderDeep(inner)]))
}

function refuse(problems: Problem[], count = problems.length): AppError {
  const [first] = problems
  const rest = count - 1
  const more = rest === 0 ? '' : ` (and ${rest} more ${rest === 1 ? 'problem' : 'problems'})`
  return new AppError(
    'invalid_input',
    `This is not a Case file that can be opened: ${first?.path ? `${first.path}: ` : ''}${first?.message}${more}`,
    problems,
  )
}

function checkSize(text: string): void {
  // A UTF-16 unit takes one to three bytes, so most texts need no count.
  if (text.length * 3 <= sizeLimit) return
  const bytes = text.length > sizeLimit ? text.length : utf8ToBytes(text).length
  if (bytes <= sizeLimit) return
  throw refuse([
    {
      path: '',
      message: `The file is over the size limit of ${sizeLimit / 1024 / 1024} MB.`,
      value: `${Math.ceil(bytes / 1024 / 1024)} MB`,
      remedy: 'Split the case: fewer documents in each file.',
    },
  ])
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const offset = Number(/position (\d+)/.exec(reason)?.[1] ?? Number.NaN)
    const lines = text.slice(0, Number.isNaN(offset) ? text.length : offset).split('\n')
    const place = `line ${lines.length}, column ${lines.at(-1)!.length + 1}`
    throw refuse([
      {
        path: '',
        message:
          text.trim() === '' ? 'The file is empty.' : `The file is not JSON: ${reason} (${place}).`,
        value: shorten(Number.isNaN(offset) ? text : text.slice(Math.max(0, offset - 20))),
        remedy: 'Choose a file that Throughline exported as Case JSON.',
      },
    ])
  }
}

function checkVersion(raw: unknown): void {
  const isRecord = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
  const version = isRecord ? (raw as { version?: unknown }).version : undefined
  if (version === caseVersion) return
  const newer = typeof version === 'number' && version > caseVersion
  throw refuse([
    {
      path: isRecord ? 'version' : '',
      message: !isRecord
        ? 'The file holds JSON, but not a case.'
        : version === undefined
          ? 'The file does not say which version of the Case format it is.'
          : `The file is of version ${shorten(version)}; this Throughline reads version ${caseVersion}.`,
      value: shorten(isRecord ? version : raw),
      remedy: newer
        ? 'Update Throughline, then open the file again.'
        : `Choose a Case file: a JSON object with "version": ${caseVersion}, documents, entities, mentions, claims and decisions.`,
    },
  ])
}
