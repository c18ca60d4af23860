import sample from '../../data/sample/peace-plan.case.json'
import { parseCase } from '../case-file'
import type { Store } from './store'

/** A store without a case gets the sample one, so that a first visit has something to show. */
export async function ensureSample(store: Store): Promise<void> {
  const cases = await store.listCases()
  if (cases.length === 0) await store.saveCase(parseCase(JSON.stringify(sample)))
}
