type Span = { start: number; end: number }

/**
 * What is selected of a text whose parts carry their place as `data-at`; undefined when nothing is,
 * or when the selection leaves the text.
 */
export function selectedSpan(root: HTMLElement | null): Span | undefined {
  const selection = window.getSelection()
  if (!root || !selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  if (!root.contains(range.commonAncestorContainer)) return undefined
  let found: Span | undefined
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.parentElement?.closest<HTMLElement>('[data-at]')?.dataset.at
    if (at === undefined || !range.intersectsNode(node)) continue
    const length = node.textContent?.length ?? 0
    const from = node === range.startContainer ? range.startOffset : 0
    const to = node === range.endContainer ? range.endOffset : length
    if (to <= from) continue
    const [start, end] = [Number(at) + from, Number(at) + to]
    found = { start: Math.min(found?.start ?? start, start), end: Math.max(found?.end ?? end, end) }
  }
  return found
}

/** Without the blanks at its ends, which a hand that selects takes along. */
export function trimSpan(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end)
  const trimmed = {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  }
  return trimmed.end > trimmed.start ? trimmed : undefined
}
