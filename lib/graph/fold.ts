/** Text as it is compared: without case, diacritics and marks ("Zełenśkyj’s" → "zelenskyj s"). */

// Letters that Unicode does not take apart into a base and a mark.
const whole: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' }

export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => whole[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
