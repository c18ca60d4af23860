import { type Command, Option } from 'commander'
import { serializeCase } from '../../case-file'
import { standingCase } from '../../decisions/standing'
import { findEntity } from '../../query/find-entity'
import type { Case } from '../../schema'
import type { ViewState } from '../../view/state'
import { collect, wholeNumber } from '../filter-options'
import { loadCase } from '../load-case'
import { wrap } from '../wrap'
import { requireFile, writeOut } from '../write-out'

type Flags = {
  format: 'svg' | 'png' | 'csv' | 'json'
  focus?: string[]
  depth: 1 | 2 | 3
  theme: 'light' | 'dark'
  background: 'canvas' | 'transparent'
  projection: 'events' | 'actors'
  scale?: number
  width?: number
  title?: string
  legend: boolean
  out?: string
}

export function addExport(program: Command): void {
  program
    .command('export')
    .summary('a case as picture, tables or case file')
    .description(
      'A case as a picture (SVG, PNG), as two tables (CSV: entities, and relations with every quote) or as a case file (JSON).',
    )
    .argument('<CASE>', 'case file, stored case or sample')
    .addOption(
      new Option('--format <format>').choices(['svg', 'png', 'csv', 'json']).makeOptionMandatory(),
    )
    .option('--focus <name>', 'only what is around this entity; can be given again', collect)
    .addOption(
      new Option('--depth <n>', 'steps around the focus').choices(['1', '2', '3']).default('1'),
    )
    .addOption(new Option('--theme <theme>').choices(['light', 'dark']).default('light'))
    .addOption(
      new Option('--background <kind>').choices(['canvas', 'transparent']).default('canvas'),
    )
    .addOption(
      new Option('--projection <kind>', 'meetings as events, or as who met whom')
        .choices(['events', 'actors'])
        .default('events'),
    )
    .option('--scale <n>', 'of a PNG, 1 to 4; default 2', wholeNumber)
    .option('--width <pixels>', 'of a PNG, exactly', wholeNumber)
    .option('--title <text>', 'in the picture; default that of the case')
    .option('--no-legend', 'leaves the legend out')
    .option('-o, --out <file>', 'where to write; else to standard output')
    .action(run)
}

async function run(caseName: string, flags: Flags): Promise<void> {
  const stored = await loadCase(caseName)
  // The file keeps what was extracted, and every decision beside it.
  if (flags.format === 'json') return writeOut(serializeCase(stored), flags.out)
  const case_ = standingCase(stored)
  if (flags.format === 'csv') return writeTables(case_, flags.out)
  if (flags.format === 'png') requireFile(flags.out, 'A PNG')
  const { makePicture } = await import('../../export/picture')
  const view = await makeView(case_, flags)
  const { theme, background, format, legend, title } = flags
  const { svg, description } = makePicture(case_, view, {
    format,
    theme,
    background,
    legend,
    sources: true,
    words: 'all',
    scope: flags.focus ? 'view' : 'whole',
    ...(title !== undefined && { title }),
  })
  if (format === 'svg') await writeOut(svg, flags.out)
  else {
    const { drawPng } = await import('../../export/png')
    const size = flags.width ? { width: flags.width } : { scale: flags.scale ?? 2 }
    await writeOut(drawPng(svg, size), flags.out)
  }
  // What the picture shows, in words, for the page it goes on.
  if (flags.out && flags.out !== '-') console.log(`Written: ${flags.out}\n\n${wrap(description)}`)
}

async function makeView(case_: Case, flags: Flags): Promise<ViewState> {
  const { wholeCase } = await import('../../view/state')
  const focus = (flags.focus ?? []).map((name) => findEntity(case_, name).id)
  const depth = Number(flags.depth) as ViewState['depth']
  const { projection } = flags
  return { ...wholeCase, focus, depth, projection, tidy: focus.length > 0, labels: 'on' }
}

/** To a file, the two tables side by side: case.csv gives case-entities.csv, case-relations.csv. */
async function writeTables(case_: Case, out: string | undefined): Promise<void> {
  const { writeEntities, writeRelations } = await import('../../export/csv')
  if (!out || out === '-') return writeOut(writeRelations(case_), undefined)
  const base = out.replace(/\.csv$/i, '')
  await writeOut(writeEntities(case_), `${base}-entities.csv`)
  await writeOut(writeRelations(case_), `${base}-relations.csv`)
  console.log(`Written: ${base}-entities.csv and ${base}-relations.csv`)
}
