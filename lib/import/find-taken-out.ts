/** Documents that were taken out of a case and are handed in again: they stay out, and it is said. */
import { listTakenOut } from '../decisions/take-out'
import { holdingDecisions } from '../decisions/undo'
import type { Case, Document } from '../schema'

type TakenOut = {
  title: string
  /** What took it out. */
  decision: string
  /** Not this text was taken out, but an earlier one from the same address. */
  isEarlier: boolean
}

/**
 * In: the case as it was, and with what was handed in. Out: by text, what was taken out of it before.
 * A page that changed since it was taken out is another document, which joins the case.
 */
export function findTakenOut(before: Case, after: Case): Map<string, TakenOut> {
  const by = listTakenOut(holdingDecisions(before.decisions))
  const found = new Map<string, TakenOut>()
  if (by.size === 0) return found
  const documents = new Map(after.documents.map((document) => [document.id, document]))
  const note = ({ text }: Document, { id, title }: Document, isEarlier: boolean) =>
    found.set(text, { title, decision: by.get(id)!.id, isEarlier })
  for (const document of after.documents) {
    if (!by.has(document.id)) continue
    note(document, document, false)
    const newer = documents.get(document.replacedBy ?? '')
    if (newer && !by.has(newer.id)) note(newer, document, true)
  }
  return found
}

/** "“A letter” was taken out of the case." */
export const sayTakenOut = ({ title, isEarlier }: TakenOut): string =>
  isEarlier
    ? `This joined the case; an earlier version of it, “${title}”, was taken out.`
    : `“${title}” was taken out of the case. It can be brought back in the case’s history.`
