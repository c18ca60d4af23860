/** Reports that nobody wrote: any number of them, always the same, about the same few hundred people. */
import type { Source } from '@/lib/import/source'

const given =
  'Anna Luis Marta Peter Ines Tomas Clara Viktor Selma Jonas Petra Milan Ruth Oskar'.split(' ')
const starts = 'Bel Kar Mor Tan Vel Or Sand Lin Hof Dra Fen Gal'.split(' ')
const ends = 'berg mann ović ström sen ati etti wick'.split(' ')
const towns = 'Lisbon Oslo Vienna Geneva Prague Tallinn Valletta Bern'.split(' ')
const states = 'Norway Iceland Portugal Austria Estonia Malta Finland Denmark'.split(' ')
const offices = ['foreign minister', 'envoy', 'chief negotiator', 'adviser', 'senator']
const outlets = ['Reuters', 'the Harbour Post', 'the Northern Courier', 'Bloomberg']
const papers = ['the fishing treaty', 'the 12-point plan', 'the harbour contract', 'the ferry bill']
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']

/** A linear congruential generator, numbers from 0 up to 1. */
function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export type MadeReport = { name: string; text: string }

/** Report number `n`: some twelve sentences. */
export function makeReport(n: number): MadeReport {
  const random = randomNumbers(n)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const person = () => `${pick(given)} ${pick(starts)}${pick(ends)}`
  const surname = (name: string) => name.split(' ').at(-1)!
  const [a, b, c] = [person(), person(), person()]
  const [state, other] = [pick(states), pick(states)]
  const paper = pick(papers)
  const sentences = [
    `${a}, the ${pick(offices)} of ${state}, met ${b} in ${pick(towns)} on ${pick(days)}.`,
    `${surname(a)} presented ${paper} to ${b}, ${pick(outlets)} reported.`,
    `${state} rejected ${paper}, while ${other} backed it.`,
    `${c} advised ${surname(b)} to sign it before ${pick(days)}.`,
    `“We have nothing to add,” said ${c}, a ${pick(offices)} of ${other}.`,
    `According to ${pick(outlets)}, ${surname(b)} may meet ${c} again in ${pick(towns)}.`,
    `${surname(a)} denied that ${state} had pressured ${other}.`,
    `${c} drafted a letter to ${surname(a)} after the talks in ${pick(towns)}.`,
    `The ${pick(offices)} spoke with ${person()} about ${pick(papers)}.`,
    `${person()} accused ${surname(c)} of acting against ${other}.`,
  ]
  const order = sentences.map((sentence) => [random(), sentence] as const)
  const body = [sentences[0]!, ...order.sort((x, y) => x[0] - y[0]).map(([, sentence]) => sentence)]
  const title = `Report ${n}: ${state} and ${paper}`
  return {
    name: `report-${String(n).padStart(4, '0')}.txt`,
    text: `${title}\n\n${body.slice(0, 6).join(' ')}\n\n${body.slice(6).join(' ')}\n`,
  }
}

export const makeReports = (count: number): MadeReport[] =>
  Array.from({ length: count }, (_, n) => makeReport(n))

/** Of some 4,000 characters, as an article has. */
export const makeArticle = (n: number): MadeReport => ({
  name: `article-${String(n).padStart(4, '0')}.txt`,
  text: [0, 1, 2, 3].map((part) => makeReport(n * 4 + part).text).join('\n'),
})

export const fileSource = ({ name, text }: MadeReport): Source => ({
  source: 'file',
  name,
  bytes: new TextEncoder().encode(text),
})
