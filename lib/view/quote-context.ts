/** A quote in the words around it. */
type Span = { start: number; end: number }

/** Paragraphs up to this long are shown whole. */
const wholeParagraph = 700

/**
 * What to show around a quote: its paragraph, or in a long one the sentences it is part of with the
 * one before and the one after. Offsets are UTF-16 units of the text.
 */
export function quoteContext(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1
  const next = text.indexOf('\n', end)
  const paragraph = trim(text, { start: Math.min(from, start), end: next < 0 ? text.length : next })
  if (paragraph.end - paragraph.start <= wholeParagraph) return hold(paragraph, { start, end })
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const sentences = [...segmenter.segment(text.slice(paragraph.start, paragraph.end))].map(
    ({ index, segment }) => ({
      start: paragraph.start + index,
      end: paragraph.start + index + segment.length,
    }),
  )
  const first = sentences.findIndex((sentence) => sentence.end > start)
  const last = sentences.findLastIndex((sentence) => sentence.start < end)
  const around = {
    start: sentences[Math.max(0, first - 1)]?.start ?? paragraph.start,
    end: sentences[Math.min(sentences.length - 1, last + 1)]?.end ?? paragraph.end,
  }
  return hold(trim(text, around), { start, end })
}

/** Never less than the quote itself. */
const hold = (around: Span, quote: Span): Span => ({
  start: Math.min(around.start, quote.start),
  end: Math.max(around.end, quote.end),
})

function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  }
}
