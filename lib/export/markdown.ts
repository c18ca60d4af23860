/** A trace as Markdown: its steps in order, each with who acted and the quotes it rests on. */
import type { Lineage, LineageStep } from '../query/lineage'
import { describeClaim } from '../query/sentence'
import type { Case, Evidence } from '../schema'
import { dayWords, listWords, stanceWords } from '../view/words'

export function writeTrace(case_: Case, lineage: Lineage): string {
  const names = new Map(case_.entities.map((entity) => [entity.id, entity.name]))
  const name = (id: string) => plain(names.get(id) ?? id)
  const title = `# How ${name(lineage.target)} was shaped\n`
  const steps = lineage.steps.map((step, i) => writeStep(case_, step, i + 1, name))
  const left = lineage.omitted > 0 ? [`\n${lineage.omitted} more further off were left out.\n`] : []
  return [title, ...steps, ...left].join('\n')
}

function writeStep(
  case_: Case,
  step: LineageStep,
  number: number,
  name: (id: string) => string,
): string {
  const actors = step.actors.filter((id) => id !== step.spine).map(name)
  const about = [step.phase, step.when && plain(step.when), actors.length > 0 && listWords(actors)]
  const claims = step.claims.map((claim) => {
    const quotes = claim.evidence.map((piece) => writeQuote(case_, piece))
    return `- ${plain(describeClaim(claim, case_))}\n${quotes.join('\n')}`
  })
  return `## ${number}. ${name(step.spine)}\n\n${about.filter(Boolean).join(' · ')}\n\n${claims.join('\n')}\n`
}

function writeQuote(case_: Case, piece: Evidence): string {
  const document = case_.documents.find(({ id }) => id === piece.document)
  const source = [
    document?.title,
    document?.publisher,
    document?.publishedAt && dayWords(document.publishedAt),
    piece.attribution.length > 0 && `according to ${listWords(piece.attribution)}`,
    stanceWords[piece.stance].toLowerCase(),
  ].filter((part): part is string => Boolean(part))
  const words = plain(source.join(', '))
  const address = document?.url?.match(webAddress)?.[0]
  return `  > “${plain(piece.quote)}”\n  > — ${address ? `[${words}](${address})` : words}`
}

/** Only an address of the web is made a link: a document's text is data. */
const webAddress = /^https?:\/\/[^\s<>()]+$/

/** On one line, and never read as Markdown or HTML. */
const plain = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/([\\`*_[\]<>#|~])/g, '\\$1')
