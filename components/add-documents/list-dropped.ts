import { countLimit, isArchive, isHidden, isReadable, passedOverWords } from '@/lib/limits'

/** A file with its place in the folder it came in. */
export type Dropped = { file: File; path: string }

/** What was dropped or picked; of folders, the files of other kinds and how many were too many. */
export type Chosen = { files: Dropped[]; others: string[]; beyond: number }

/** `passedOver` marks files that are no documents. */
export type LeftOut = { name: string; reason: string; passedOver?: true }

/** What of the folders is not taken, and why; hidden files are not spoken of. */
export function leftOut({ files, others, beyond }: Chosen): LeftOut[] {
  const folderOf = (path: string | undefined) => path?.split('/')[0] ?? 'The folder'
  const folders = [...new Set(others.map(folderOf))].map((name) => ({
    name,
    reason: passedOverWords(
      name,
      others.filter((path) => folderOf(path) === name),
    ),
    passedOver: true as const,
  }))
  const name = folderOf(files.at(-1)?.path)
  const reason = `“${name}”: At most ${countLimit.toLocaleString('en')} files are taken at once; ${beyond.toLocaleString('en')} more were left out. Add these by themselves.`
  return [...folders, ...(beyond > 0 ? [{ name, reason }] : [])]
}

/**
 * Files of a drop, folders walked. Of a folder only the kinds that can be read are taken; files
 * dropped by themselves all are, so that one of another kind gets an answer.
 */
export async function listDropped(transfer: DataTransfer): Promise<Chosen> {
  // The list empties itself when the event is over, so everything is taken at once.
  const items = [...transfer.items].map(
    (item) => [item.webkitGetAsEntry(), item.getAsFile()] as const,
  )
  const entries = items.flatMap(([entry]) => entry ?? [])
  const files: Dropped[] = items.flatMap(([entry, file]) =>
    !entry && file ? [{ file, path: file.name }] : [],
  )
  const others: string[] = []
  let beyond = 0
  const visit = async (entry: FileSystemEntry, inFolder: boolean): Promise<void> => {
    const path = entry.fullPath.replace(/^\//, '')
    if (inFolder && isHidden(entry.name)) return
    if (entry.isDirectory) {
      for (const inner of await readFolder(entry as FileSystemDirectoryEntry))
        await visit(inner, true)
    } else if (inFolder && !isWanted(path)) others.push(path)
    else if (files.length >= countLimit) beyond++
    else {
      const file = await new Promise<File>((done, fail) =>
        (entry as FileSystemFileEntry).file(done, fail),
      )
      files.push({ file, path })
    }
  }
  for (const entry of entries) await visit(entry, false)
  return { files, others, beyond }
}

/** Files of a file or folder picker; a folder's by path, in whatever order the system lists them. */
export function listPicked(list: Iterable<File>): Chosen {
  const all = [...list]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ file, path }) => path === file.name || !isHidden(path))
  if (all.some(({ file, path }) => path !== file.name)) {
    all.sort((a, b) => (a.path < b.path ? -1 : 1))
  }
  const wanted = all.filter(({ file, path }) => path === file.name || isWanted(path))
  const others = all.map(({ path }) => path).filter((path) => path.includes('/') && !isWanted(path))
  const files = wanted.slice(0, countLimit)
  return { files, others, beyond: wanted.length - files.length }
}

const isWanted = (path: string) => isArchive(path) || isReadable(path)

/** A browser hands over a folder's entries a hundred at a time. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const entries: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) =>
      reader.readEntries(done, fail),
    )
    if (part.length === 0) break
    entries.push(...part)
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
}
