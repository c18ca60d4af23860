/** A changed page from the same address takes the place of what was read from there before. */
import type { Case } from '../schema'
import { withoutDocuments } from '../without-documents'

/**
 * Takes out of the picture what rests on older versions alone. The older documents stay in the case,
 * each with the id of the newer one; names and relations that nothing else speaks of go.
 * @param before as the case was, to tell which documents are new
 * @param texts what was read just now: what is among it is there still, not replaced
 * @returns `after` itself when nothing was replaced
 */
export function replaceOlder(before: Case, after: Case, texts: readonly string[]): Case {
  const newer = findReplaced(before, after, new Set(texts))
  if (newer.size === 0) return after
  const documents = after.documents.map((document) => {
    const replacedBy = newer.get(document.id)
    return replacedBy === undefined ? document : { ...document, replacedBy }
  })
  return { ...withoutDocuments(after, newer), documents }
}

/** Older document -> the one that came from its address just now. */
function findReplaced(before: Case, after: Case, texts: Set<string>): Map<string, string> {
  const latest = new Map<string, string>()
  for (const { id, url } of after.documents.slice(before.documents.length)) {
    if (url) latest.set(url, id)
  }
  const replaced = new Map<string, string>()
  for (const { id, url, text, replacedBy } of before.documents) {
    const newest = url === undefined ? undefined : latest.get(url)
    if (newest && !replacedBy && !texts.has(text)) replaced.set(id, newest)
  }
  return replaced
}
