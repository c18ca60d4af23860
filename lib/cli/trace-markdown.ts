/** A trace as Markdown, with its quotes: to be pasted into a note or a draft. */
import { rankEvidence } from '../query/best-quote'
import type { Lineage } from '../query/lineage'
import { describeClaim } from '../query/sentence'
import type { Case, Claim, Evidence } from '../schema'
import { dayWords } from '../view/words'

/** @param headings of the steps, in their order */
export function writeTraceMarkdown(
  lineage: Lineage,
  case_: Case,
  title: string,
  headings: readonly string[],
): string {
  const steps = lineage.steps.map((step, i) => {
    const when = step.when ? ` (“${step.when}”)` : ''
    const claims = step.claims.map((claim) => writeClaim(claim, case_))
    return [`## ${i + 1}. ${escape(`${headings[i]}${when}`)}`, ...claims].join('\n\n')
  })
  return `${[`# ${escape(title)}`, ...steps].join('\n\n')}\n`
}

function writeClaim(claim: Claim, case_: Case): string {
  const quotes = rankEvidence(claim).map((piece) => writeQuote(piece, case_))
  return [escape(describeClaim(claim, case_)), ...quotes].join('\n\n')
}

function writeQuote(piece: Evidence, case_: Case): string {
  const document = case_.documents.find((candidate) => candidate.id === piece.document)
  const date = document?.publishedAt && dayWords(document.publishedAt)
  const report = [document?.publisher, document?.title ?? piece.document, date].filter(Boolean)
  const words = escape(report.join(', '))
  // An address out of a document is only made a link when it is one of the web.
  const url =
    document?.url && /^https?:\/\/[^\s<>()]+$/.test(document.url) ? document.url : undefined
  const quote = escape(piece.quote.replace(/\s+/g, ' '))
  return `> “${quote}”\n> — ${url ? `[${words}](${url})` : words}`
}

/** The text of documents is data: none of it is markup. */
const escape = (text: string) =>
  text.replace(/([\\`*_[\]<>#|~])/g, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2')
