import type { Command } from 'commander'
import { count } from '../../view/words'
import { printJson } from '../json-claim'
import { loadCase } from '../load-case'

export function addCheck(program: Command): void {
  program
    .command('check')
    .summary('whether a case file is whole, or all that is wrong with it')
    .description(
      'Reads a case file the way the app does: every id met, every offset giving its quote.',
    )
    .argument('<CASE>', 'case file, stored case or sample')
    .option('--json', 'the counts as JSON')
    .action(run)
}

async function run(caseName: string, flags: { json?: true }): Promise<void> {
  const case_ = await loadCase(caseName)
  const evidence = case_.claims.reduce((sum, claim) => sum + claim.evidence.length, 0)
  const { id, title, documents, entities, mentions, claims, decisions } = case_
  if (flags.json) {
    printJson({
      id,
      title,
      documents: documents.length,
      entities: entities.length,
      mentions: mentions.length,
      claims: claims.length,
      evidence,
      decisions: decisions.length,
    })
    return
  }
  console.log(`“${title}” (${id}) is whole.`)
  console.log(
    [
      count(documents.length, 'document'),
      count(entities.length, 'entity', 'entities'),
      count(mentions.length, 'mention'),
      count(claims.length, 'claim'),
      count(evidence, 'piece', 'pieces of evidence'),
      count(decisions.length, 'decision'),
    ].join(' · '),
  )
}
