/** Spellings of one name brought to one form, so that Zelenskyy, Zelenskiy and Zelensky meet. */

const memoryLimit = 50_000

/** The same names come again with every document: remembers what it made of them. */
function remember(make: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    let made = known.get(name)
    if (made === undefined) {
      made = make(name)
      if (known.size >= memoryLimit) known.clear()
      known.set(name, made)
    }
    return made
  }
}

/** Case, diacritics, dots, quotes, leading articles and "'s" aside. */
export const normalizeName = remember((name) =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/'s(?![a-z])/g, '')
    .replace(/\./g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) /, ''),
)

/** A rough reading of romanised names: endings, doubled letters and the commonest rival spellings are one. */
export const soundName = remember((name) =>
  normalizeName(name)
    .split(' ')
    .map((word) =>
      word
        .replace(/^(?:yu|iu|ju)/, 'yu')
        .replace(/^(?:ya|ia|ja)/, 'ya')
        .replace(/^ye|^ie|^je/, 'e')
        .replace(/kiev/, 'kyiv')
        .replace(/volodymyr|wolodymyr/, 'volodymyr')
        .replace(/(?:iyy|iy|yy|ii|ij|yi|ey|ei|iej)$/, 'y')
        .replace(/i$/, 'y')
        .replace(/(\p{L})\1+/gu, '$1')
        .replace(/ks/g, 'x')
        .replace(/kh/g, 'h')
        .replace(/tch|tsch/g, 'ch')
        .replace(/sch/g, 'sh')
        .replace(/ou/g, 'u')
        .replace(/oe/g, 'o')
        .replace(/ph/g, 'f')
        .replace(/w/g, 'v')
        .replace(/(?<=[aeou])i(?=[aeou])|(?<=[aeou])j(?=[aeou])/g, 'y'),
    )
    .join(' '),
)

export const surnameOf = (name: string): string => soundName(name).split(' ').at(-1) ?? ''
