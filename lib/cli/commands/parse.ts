import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { AppError } from '../../errors'

export function addParse(program: Command): void {
  program
    .command('parse')
    .summary('words, tags, trees and names of a text')
    .description('What the language layer reads in a text: sentences, words, tags, trees, names.')
    .argument('<FILE>', 'a text file, or - for standard input')
    .addOption(
      new Option('--format <format>', 'CoNLL-U has no names')
        .choices(['conllu', 'json'])
        .default('conllu'),
    )
    .action(run)
}

async function run(file: string, flags: { format: 'conllu' | 'json' }): Promise<void> {
  const text = await readFile(file === '-' ? '/dev/stdin' : file, 'utf8').catch((cause) => {
    throw new AppError('not_found', `"${file}" cannot be read. Give a text file, or -.`, [], {
      cause,
    })
  })
  const [{ analyze }, { toConllu }] = await Promise.all([
    import('../../language/analyze'),
    import('../../language/conllu'),
  ])
  const sentences = analyze(text)
  process.stdout.write(
    flags.format === 'json' ? `${JSON.stringify(sentences, null, 2)}\n` : toConllu(sentences),
  )
}
