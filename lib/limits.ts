/** How large what is handed in may be, and what is said when it is larger. */

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
