/** Traces and stories as Markdown: steps in order, each with the quotes it rests on. */
import type { Lineage, LineageStep } from '../query/lineage'
import { describeClaim } from '../query/sentence'
import { type ToldStep, tellStory } from '../query/story'
import type { Case, Claim, Evidence, Story } from '../schema'
import { count, dayWords, listWords, stanceWords } from '../view/words'

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
  const about = [step.phase, step.when && plain(step.when), count(step.sources, 'source')]
  const claims = writeClaims(step.claims, case_)
  const facts = about.filter(Boolean).join(' · ')
  return `## ${number}. ${name(step.spine)}\n\n${plain(step.sentence)}\n\n${facts}\n\n${claims}\n`
}

/** The teller's notes in order, each with what it rests on. */
export function storyMarkdown(story: Pick<Story, 'title' | 'steps'>, case_: Case): string {
  const steps = tellStory(story, case_).map((step, i) => writeTold(step, i + 1, case_))
  return [`# ${plain(story.title)}\n`, ...steps].join('\n')
}

function writeTold({ title, note, claims, missing }: ToldStep, number: number, case_: Case) {
  const paragraphs = note.split(/\n\s*\n/).map(plain)
  const left = missing > 0 ? `${missing} of what it told of is no longer in the case.` : ''
  const parts = [...paragraphs, writeClaims(claims, case_), left].filter(Boolean)
  return `## ${number}. ${plain(title)}\n\n${parts.join('\n\n')}\n`
}

const writeClaims = (claims: readonly Claim[], case_: Case): string =>
  claims
    .map((claim) => {
      const quotes = claim.evidence.map((piece) => writeQuote(case_, piece))
      return `- ${plain(describeClaim(claim, case_))}\n${quotes.join('\n')}`
    })
    .join('\n')

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
