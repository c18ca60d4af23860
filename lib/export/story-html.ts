/**
 * A story as one page of HTML that needs nothing else: no network, no program. Every text of a
 * document or a person is escaped; the only script turns arrow keys into steps.
 */
import type { CaseGraph } from '../graph/build'
import { graphCase } from '../graph/build'
import { describeClaim } from '../query/sentence'
import { type ToldStep, tellStory } from '../query/story'
import type { Case, Story } from '../schema'
import { groupByQuote } from '../view/story-elements'
import { dayWords, listWords, stanceWords } from '../view/words'
import { storyPageScript, storyPageStyle } from './story-page'
import { storyPictures } from './story-pictures'
import { escapeXml } from './xml'

/** @param date as ISO 8601, written below the title when given */
export function storyHtml(graph: CaseGraph, story: Story, date?: string): string {
  const case_ = graphCase(graph)
  const told = tellStory(story, case_)
  const look = { captioned: false } as const
  const light = storyPictures(graph, story, { ...look, theme: 'light' })
  const dark = storyPictures(graph, story, { ...look, theme: 'dark' })
  const sections = told.map((step, i) => {
    const pictures = [
      `<div class="light">${ownIds(light[i]!.svg, `l${i + 1}`)}</div>`,
      `<div class="dark" aria-hidden="true">${ownIds(dark[i]!.svg, `d${i + 1}`)}</div>`,
    ]
    return writeSection(step, i, told.length, pictures.join('\n'), case_)
  })
  const about = [case_.title, date && dayWords(date)].filter(Boolean).join(' · ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; script-src 'unsafe-inline'">
<title>${escapeXml(story.title)}</title>
<style>${storyPageStyle}</style>
</head>
<body>
<header>
<h1>${escapeXml(story.title)}</h1>
<p>${escapeXml(about)}</p>
<p class="hint">What the sources say is told as they say it. Arrow keys go from step to step.</p>
</header>
<main>
${sections.join('\n')}
</main>
<script>${storyPageScript}</script>
</body>
</html>
`
}

function writeSection(
  step: ToldStep,
  index: number,
  count: number,
  picture: string,
  case_: Case,
): string {
  const notes = step.note
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p class="note">${escapeXml(paragraph.trim()).replace(/\n/g, '<br>')}</p>`)
  const missing =
    step.missing > 0
      ? [`<p class="hint">${step.missing} of what it told of is no longer in the case.</p>`]
      : []
  const link = (to: number, words: string) =>
    to >= 0 && to < count ? `<a href="#step-${to + 1}">${words}</a>` : `<span></span>`
  return `<section id="step-${index + 1}" tabindex="-1" aria-labelledby="name-${index + 1}">
<div class="picture">${picture}</div>
<div class="words">
<p class="count">${index + 1} of ${count}</p>
<h2 id="name-${index + 1}"${step.title.length > 80 ? ' class="sentence"' : ''}>${escapeXml(step.title)}</h2>
${[...notes, ...groupByQuote(step.claims).map((group) => writeGroup(group, case_)), ...missing].join('\n')}
<nav aria-label="Steps, from step ${index + 1}">${link(index - 1, '← Previous step')}${link(index + 1, 'Next step →')}</nav>
</div>
</section>`
}

/** The page with fonts of its own: `faces` are `@font-face` rules with all they need in them. */
export const embedFaces = (page: string, faces: string): string =>
  page.replace('<style>', () => `<style>${faces}`)

type Group = ReturnType<typeof groupByQuote>[number]

function writeGroup({ evidence: piece, claims }: Group, case_: Case): string {
  const document = case_.documents.find(({ id }) => id === piece.document)
  const source = [
    stanceWords[piece.stance],
    piece.attribution.length > 0 && `according to ${listWords(piece.attribution)}`,
    [document?.publisher, document?.title].filter(Boolean).join(': '),
    document?.publishedAt && dayWords(document.publishedAt),
  ].filter((part): part is string => Boolean(part))
  const words = escapeXml(source.join(' · '))
  const address = document?.url?.match(/^https?:\/\/[^\s<>"']+$/)?.[0]
  const cite = address ? `<a href="${escapeXml(address)}" rel="noreferrer">${words}</a>` : words
  return `<figure>
${claims.map((claim) => `<p>${escapeXml(describeClaim(claim, case_))}</p>`).join('\n')}
<blockquote>“${escapeXml(piece.quote)}”</blockquote>
<figcaption>${cite}</figcaption>
</figure>`
}

/** Several pictures in one page: every id is made its own. Text cannot look like one, being escaped. */
const ownIds = (svg: string, prefix: string): string =>
  svg.replace(/ id="/g, ` id="${prefix}-`).replace(
    / aria-labelledby="([^"]*)"/g,
    (_, ids: string) =>
      ` aria-labelledby="${ids
        .split(' ')
        .map((id) => `${prefix}-${id}`)
        .join(' ')}"`,
  )
