import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Problem } from '../errors'
import { isRelation, relationType, relationTypes } from '../ontology'
import { shorten, suggest } from '../problems'
import type { Case, Claim, Evidence, Mention } from '../schema'

/** Where it is, what is there, and (worked out only when it is shown) what is wrong and the remedy. */
type Report = (
  path: string,
  value: unknown,
  explain: () => [message: string, remedy: string],
) => void

/**
 * What a shape cannot say: ids that are met once, references that lead somewhere, words that stand
 * where they are said to stand, texts that are still the ones that were read.
 * @returns how many there are, and the first `limit` in words
 */
export function findContradictions(
  case_: Case,
  limit: number,
): { count: number; problems: Problem[] } {
  const problems: Problem[] = []
  let count = 0
  const report: Report = (path, value, explain) => {
    count++
    if (problems.length >= limit) return
    const [message, remedy] = explain()
    problems.push({ path, message, value: shorten(value), remedy })
  }
  const check = startCheck(case_, report)
  for (const name of ['documents', 'entities', 'claims', 'decisions'] as const) check.ids(name)
  case_.documents.forEach(check.document)
  case_.mentions.forEach(check.mention)
  case_.claims.forEach(check.claim)
  return { count, problems }
}

function startCheck(case_: Case, report: Report) {
  const documents = new Map(case_.documents.map((document) => [document.id, document]))
  const entities = new Set(case_.entities.map((entity) => entity.id))

  const checkEntity = (path: string, id: string) => {
    if (entities.has(id)) return
    report(path, id, () => [
      `No entity of this case has the id ${shorten(id)}.`,
      suggest(id, entities),
    ])
  }

  const checkSpan = (path: string, span: Evidence | Mention, field: string, words: string) => {
    const document = documents.get(span.document)
    if (!document) {
      report(`${path}.document`, span.document, () => [
        `No document of this case has the id ${shorten(span.document)}.`,
        suggest(span.document, documents.keys()),
      ])
      return
    }
    const { text } = document
    if (text.slice(span.start, span.end) === words) return
    report(`${path}.${field}`, words, () => {
      const found = text.indexOf(words)
      return [
        `Characters ${span.start} to ${span.end} of document ${shorten(document.id)} (${text.length} characters) read ${shorten(text.slice(span.start, span.end))}, not ${shorten(words)}.`,
        found < 0
          ? `The words do not occur in that document: correct the ${field}, or remove the entry.`
          : `The words stand at ${found} to ${found + words.length}: correct start and end.`,
      ]
    })
  }

  return {
    ids(name: 'documents' | 'entities' | 'claims' | 'decisions') {
      const firstAt = new Map<string, number>()
      case_[name].forEach(({ id }, i) => {
        const first = firstAt.get(id)
        if (first === undefined) firstAt.set(id, i)
        else {
          report(`${name}[${i}].id`, id, () => [
            `The id ${shorten(id)} is taken: ${name}[${first}] has it too.`,
            'Give each its own id, or remove one of the two.',
          ])
        }
      })
    },
    document(document: Case['documents'][number], i: number) {
      const actual = bytesToHex(sha256(utf8ToBytes(document.text)))
      if (actual === document.sha256) return
      report(`documents[${i}].sha256`, document.sha256, () => [
        `The text of document ${shorten(document.id)} is not the one this hash was taken of: it was changed since.`,
        `Restore the text. If the change is meant, check every quote and put ${actual}.`,
      ])
    },
    mention(mention: Mention, i: number) {
      checkEntity(`mentions[${i}].entity`, mention.entity)
      checkSpan(`mentions[${i}]`, mention, 'text', mention.text)
    },
    claim(claim: Claim, i: number) {
      const path = `claims[${i}]`
      checkEntity(`${path}.from`, claim.from)
      if (claim.to !== null) checkEntity(`${path}.to`, claim.to)
      if (!isRelation(claim.relation)) {
        report(`${path}.relation`, claim.relation, () => [
          `There is no relation ${shorten(claim.relation)}.`,
          `${suggest(
            claim.relation,
            relationTypes.map((type) => type.id),
          )} Or put "other" with the verb.`,
        ])
      } else if (claim.from === claim.to && relationType(claim.relation).symmetric) {
        report(`${path}.to`, claim.to, () => [
          `${shorten(claim.from)} ${relationType(claim.relation).label} itself.`,
          'Name the other party, or remove the claim.',
        ])
      }
      claim.evidence.forEach((evidence, j) => {
        checkSpan(`${path}.evidence[${j}]`, evidence, 'quote', evidence.quote)
        evidence.deniedBy?.forEach((id, k) => {
          checkEntity(`${path}.evidence[${j}].deniedBy[${k}]`, id)
        })
      })
    },
  }
}
