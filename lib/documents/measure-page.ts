import { Parser } from 'htmlparser2'
import { refuse } from './refuse'

/** Elements within one another; browsers go no deeper either, so no page needs to. */
const deepest = 512
/** Elements and texts of a page: as a tree they take some 2 KB each. */
const mostParts = 500_000

/** What finding the article in a page costs grows with both. */
export type PageSize = {
  parts: number
  /** Of every element, how many it stands in. */
  depths: number
}

/**
 * Measures a page without making a tree of it, which takes minutes of one that was made to.
 * @throws AppError invalid_input when it is nested too deeply or has too many parts
 */
export function measurePage(html: string, name: string): PageSize {
  let [depth, parts, depths] = [0, 0, 0]
  const refusePage = (message: string) => refuse(name, message, 'Save its text as .txt.')
  const count = () => {
    parts++
    if (parts > mostParts) {
      throw refusePage(`The page has more than ${mostParts.toLocaleString('en')} elements.`)
    }
  }
  const parser = new Parser({
    onopentagname() {
      count()
      depth++
      depths += depth
      if (depth > deepest) {
        throw refusePage(
          `The page is nested too deeply: more than ${deepest} elements within one another.`,
        )
      }
    },
    onclosetag() {
      depth--
    },
    ontext: count,
  })
  parser.end(html)
  return { parts, depths }
}
