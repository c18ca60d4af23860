/** Sentences as CoNLL-U, with each token's place in the text in the MISC column. */
import type { Sentence } from '../schema'

/**
 * Writes sentences as CoNLL-U text. In: sentences of one document.
 * Out: ten columns a token; TokenRange=start:end in UTF-16 units; SpaceAfter=No where tokens touch.
 */
export function toConllu(sentences: readonly Sentence[]): string {
  return sentences.map(writeSentence).join('')
}

function writeSentence(sentence: Sentence, index: number): string {
  const touches = (i: number): boolean => sentence.tokens[i + 1]?.start === sentence.tokens[i]!.end
  const text = sentence.tokens.map((token, i) => token.text + (touches(i) ? '' : ' ')).join('')
  const lines = [
    `# sent_id = ${index + 1}`,
    `# text = ${text.trimEnd()}`,
    `# kind = ${sentence.kind}`,
  ]
  if (sentence.reason) lines.push(`# reason = ${sentence.reason}`)
  sentence.tokens.forEach((token, i) => {
    const misc = [`TokenRange=${token.start}:${token.end}`]
    if (touches(i)) misc.unshift('SpaceAfter=No')
    const cells = [
      i + 1,
      token.text,
      token.lemma,
      token.upos,
      token.xpos,
      '_',
      token.head + 1,
      token.deprel,
      '_',
      misc.join('|'),
    ]
    lines.push(cells.join('\t'))
  })
  return `${lines.join('\n')}\n\n`
}
