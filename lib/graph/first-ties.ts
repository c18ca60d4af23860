/** Finds the first of many voices that another depends on without comparing it with each of them. */
import type { Case } from '../schema'
import { dependence, shinglesOf, type Voice } from './dependence'

/** Voices that depend on none before them: indices, ascending. */
export function firstCome(voices: readonly Voice[], case_: Case): number[] {
  const ties = new FirstTies(voices, case_)
  const chosen: number[] = []
  for (const i of voices.keys()) {
    if (ties.of(i) !== undefined) continue
    ties.add(i)
    chosen.push(i)
  }
  return chosen
}

/** Some voices, by their documents, their origins and the word runs their texts share with another's. */
export class FirstTies {
  private readonly byOrigin = new Map<string, number>()
  private readonly byDocument = new Map<string, number>()
  private readonly byRun = new Map<number, number[]>()
  private readonly repeated: ReadonlySet<number>

  /** In: all voices there are. None is put in yet. */
  constructor(
    private readonly voices: readonly Voice[],
    private readonly case_: Case,
  ) {
    this.repeated = findRepeated([...new Set(voices.map(({ document }) => document))], case_)
  }

  /** Puts one in; in ascending order. */
  add(i: number): void {
    const { document, origins } = this.voices[i]!
    if (!this.byDocument.has(document)) this.byDocument.set(document, i)
    for (const key of origins.keys()) if (!this.byOrigin.has(key)) this.byOrigin.set(key, i)
    for (const run of shinglesOf(document, this.case_)) {
      if (!this.repeated.has(run)) continue
      const known = this.byRun.get(run)
      if (known) known.push(i)
      else this.byRun.set(run, [i])
    }
  }

  /** The first of those put in that this one depends on. */
  of(i: number): number | undefined {
    const voice = this.voices[i]!
    let first = this.byDocument.get(voice.document) ?? Number.POSITIVE_INFINITY
    for (const key of voice.origins.keys()) {
      first = Math.min(first, this.byOrigin.get(key) ?? Number.POSITIVE_INFINITY)
    }
    const alike = new Set<number>()
    for (const run of shinglesOf(voice.document, this.case_)) {
      for (const j of this.byRun.get(run) ?? []) if (j < first) alike.add(j)
    }
    for (const j of alike) {
      if (j < first && dependence(this.voices[j]!, voice, this.case_) !== undefined) first = j
    }
    return Number.isFinite(first) ? first : undefined
  }
}

/** Word runs that more than one of the documents has: few, where they are different reports. */
function findRepeated(documents: readonly string[], case_: Case): Set<number> {
  const lists = documents.map((document) => shinglesOf(document, case_))
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  all.sort()
  const repeated = new Set<number>()
  for (let i = 1; i < all.length; i++) if (all[i] === all[i - 1]) repeated.add(all[i]!)
  return repeated
}
