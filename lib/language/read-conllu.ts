/** Gold trees from CoNLL-U files, for training and evaluation only. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { AppError } from '../errors'

export type GoldSentence = {
  forms: string[]
  lemmas: string[]
  upos: string[]
  xpos: string[]
  /** Index of the head, -1 at the root. */
  heads: number[]
  deprels: string[]
  /** The GUM corpus' Entity value of each token, '' where there is none. */
  entities: string[]
  /** Whether names are annotated at all. */
  hasEntities: boolean
  /** What stands between this sentence and the next in the raw text. */
  gap: string
  text: string
}

/**
 * Reads one gzipped CoNLL-U file.
 * In: the training folder and a name such as "gum-dev". Out: its sentences in order.
 * Throws AppError not_found where the file is absent.
 */
export function readConllu(folder: string, name: string): GoldSentence[] {
  const path = join(folder, `${name}.conllu.gz`)
  let content: string
  try {
    content = gunzipSync(readFileSync(path)).toString('utf8')
  } catch (cause) {
    throw new AppError(
      'not_found',
      `readConllu: no treebank at ${path}: put the training files there or name their folder in THROUGHLINE_TRAINING`,
      [],
      { cause },
    )
  }
  const sentences: GoldSentence[] = []
  for (const block of content.split('\n\n')) {
    if (!block.trim()) continue
    const sentence = readBlock(block)
    const before = sentences[sentences.length - 1]
    if (before && /^# new(?:par|doc)\b/m.test(block)) before.gap = '\n\n'
    sentence.hasEntities = name.startsWith('gum')
    sentences.push(sentence)
  }
  return sentences
}

function readBlock(block: string): GoldSentence {
  const sentence: GoldSentence = {
    forms: [],
    lemmas: [],
    upos: [],
    xpos: [],
    heads: [],
    deprels: [],
    entities: [],
    hasEntities: false,
    gap: ' ',
    text: '',
  }
  for (const line of block.split('\n')) {
    if (line.startsWith('# text = ')) sentence.text = line.slice(9)
    if (line.startsWith('#')) continue
    const cells = line.split('\t')
    if (!/^\d+$/.test(cells[0] as string)) {
      if (/SpaceAfter=No/.test(cells[9] ?? '')) sentence.gap = ''
      continue
    }
    sentence.forms.push(cells[1] as string)
    sentence.lemmas.push(cells[2] as string)
    sentence.upos.push(cells[3] as string)
    sentence.xpos.push(cells[4] as string)
    sentence.heads.push(Number(cells[6]) - 1)
    sentence.deprels.push(cells[7] as string)
    sentence.entities.push(/(?:^|\|)Entity=([^|]*)/.exec(cells[9] ?? '')?.[1] ?? '')
    sentence.gap = /SpaceAfter=No/.test(cells[9] ?? '') ? '' : ' '
  }
  return sentence
}
