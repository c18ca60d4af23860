/** What may be handed in, how large, and what is said of the rest. */

/** Endings of files that are read; an archive of them is opened. */
export const readableEndings = [
  '.txt',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
  '.pdf',
  '.docx',
  '.json',
] as const
/** Files of one folder or archive that are taken. */
export const countLimit = 20_000

/** The largest file that is read, in bytes. */
export const fileLimit = 20 * 1024 * 1024
/** What one file may unpack to, in bytes: no report needs as much, and a small file can hold far more. */
export const unpackedLimit = 200 * 1024 * 1024
/** The longest text of one report, in characters: a book of about 400 pages. */
export const textLimit = 1_000_000
/** Of an archive as it comes, in bytes. */
export const archiveLimit = 200 * 1024 * 1024

/** Why a file of this size is not even taken in: "“minutes.pdf”: The file has 31.4 MB; at most …" */
export function tooLargeWords(name: string, size: number): string {
  const archive = isArchive(name)
  const most = (archive ? archiveLimit : fileLimit) / 2 ** 20
  const has = `“${name}”: The ${archive ? 'archive' : 'file'} has ${(size / 2 ** 20).toFixed(1)} MB; at most ${most} MB are read.`
  return `${has} ${archive ? 'Split it into smaller ones.' : 'Split it, or save its text as .txt.'}`
}

export const isTooLarge = (name: string, size: number): boolean =>
  size > (isArchive(name) ? archiveLimit : fileLimit)

export const isArchive = (name: string): boolean => /\.zip$/i.test(name)

export const isReadable = (name: string): boolean =>
  readableEndings.some((ending) => name.toLowerCase().endsWith(ending))

/** What a system or a program keeps beside what people see: ".git/notes.txt", "a/~$minutes.docx". */
export const isHidden = (path: string): boolean =>
  /(^|\/)(\.[^./]|__MACOSX\/|~[^/]*$|(thumbs\.db|desktop\.ini)$)/i.test(path)

const mostNamed = 6

/** "“leak”: 3 files are of kinds that cannot be read (.jpg, .xls). …" */
export function passedOverWords(name: string, paths: readonly string[]): string {
  const kinds = new Set(paths.map((path) => /\.[^./\s]{1,8}$/.exec(path)?.[0] ?? 'no ending'))
  const named = [...kinds].map((kind) => kind.toLowerCase()).sort()
  const list = [...new Set(named)].slice(0, mostNamed).join(', ')
  const are = paths.length === 1 ? '1 file is of a kind' : `${paths.length} files are of kinds`
  const more = named.length > mostNamed ? ' …' : ''
  return `“${name}”: ${are} that cannot be read (${list}${more}). To add what they say, save them as .docx, .pdf or .txt.`
}
