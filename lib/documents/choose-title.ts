/**
 * A title for a text that came without one: its first line where that reads as a headline, else
 * the opening words.
 */
export function chooseTitle(text: string): string {
  const first = text
    .trimStart()
    .split(/\r\n?|\n/, 1)[0]!
    .trim()
  if (first.length <= 160 && first !== text.trim() && !/[.,;:]$/.test(first)) return first
  if (first.length <= 80) return first
  return `${first.slice(0, 80).replace(/\s+\S*$/, '')}…`
}
