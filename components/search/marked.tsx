type MarkedProps = { text: string; marks: readonly { start: number; end: number }[] }

/** Longest stretch of a text that is shown. */
const most = 220

/** A text with the words that were looked for set apart; a long one begins near the first of them. */
export function Marked({ text, marks }: MarkedProps) {
  const first = marks[0]?.start ?? 0
  // between words, where there are any
  const near = text.indexOf(' ', first - 60) + 1
  const start = near > 0 && near <= first ? near : first - 60
  const from = text.length > most && first > 80 ? start : 0
  const end = from + most < text.length ? text.lastIndexOf(' ', from + most) : text.length
  const to = end >= (marks[0]?.end ?? 1) ? end : Math.min(text.length, from + most)
  const inside = marks.filter(({ start, end }) => start >= from && end <= to)
  const edges = [from, ...inside.flatMap(({ start, end }) => [start, end]), to]
  return (
    <>
      {from > 0 && '… '}
      {edges.slice(0, -1).map((start, i) => {
        const words = text.slice(start, edges[i + 1])
        return i % 2 === 1 ? (
          <mark key={start} className="rounded-[2px] bg-[#f6cf5466] text-text dark:bg-[#e0a9004d]">
            {words}
          </mark>
        ) : (
          words
        )
      })}
      {to < text.length && ' …'}
    </>
  )
}
