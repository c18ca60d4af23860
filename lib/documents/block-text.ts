/** Text of a page as a reader sees it: a blank line between blocks, no white space of the markup. */

/** As much of a DOM node as is needed here; the page's library and the browser both have it. */
export type PageNode = {
  nodeType: number
  nodeName: string
  textContent: string | null
  childNodes: Iterable<unknown>
}

const hidden = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG CANVAS FORM BUTTON SELECT HEAD'.split(' '),
)
/** Beside the report, not of it: captions and boxes. */
const beside = new Set('FIGURE FIGCAPTION ASIDE NAV FOOTER'.split(' '))
const blocks = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TR UL'.split(
    ' ',
  ),
)

/** @param main leave out what stands beside the report (captions, boxes, navigation) */
export function blockText(root: PageNode, options: { main: boolean }): string {
  const pieces: string[] = []
  /** Line breaks owed before the next words. */
  let owed = 0
  const write = (words: string) => {
    const piece =
      owed > 0 || /^$|\s$/.test(pieces.at(-1)?.slice(-1) ?? '') ? words.trimStart() : words
    if (piece === '') return
    if (owed > 0 && pieces.length > 0) {
      dropBlanks(pieces)
      pieces.push('\n'.repeat(owed))
    }
    owed = 0
    pieces.push(piece)
  }
  const visit = (node: PageNode) => {
    if (node.nodeType === 3) return write((node.textContent ?? '').replace(/[\s\u00a0]+/g, ' '))
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) return
    const name = node.nodeName.toUpperCase()
    if (hidden.has(name) || (options.main && beside.has(name))) return
    const gap = name === 'LI' || name === 'TR' || name === 'BR' ? 1 : blocks.has(name) ? 2 : 0
    owed = Math.max(owed, gap)
    for (const child of node.childNodes) visit(child as PageNode)
    if (name === 'TD' || name === 'TH') write(' ')
    if (name !== 'BR') owed = Math.max(owed, gap)
  }
  visit(root)
  dropBlanks(pieces)
  return pieces.join('')
}

/** Takes white space off the end of a text in pieces. */
function dropBlanks(pieces: string[]): void {
  for (let last = pieces.pop(); last !== undefined; last = pieces.pop()) {
    const kept = last.trimEnd()
    if (kept !== '') {
      pieces.push(kept)
      return
    }
  }
}
