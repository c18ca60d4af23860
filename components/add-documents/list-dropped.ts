/** A file with its place in the folder it came in. */
export type Dropped = { file: File; path: string }

/** What was dropped or picked; of folders, how many files were passed over. */
export type Chosen = { files: Dropped[]; passed: number }

const readable = /\.(txt|md|markdown|html?|xhtml|pdf|docx|json|zip)$/i

/** Most files of one folder that are taken. */
const most = 20_000

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
  let passed = 0
  const visit = async (entry: FileSystemEntry, inFolder: boolean): Promise<void> => {
    if (entry.isDirectory) {
      for (const inner of await readFolder(entry as FileSystemDirectoryEntry))
        await visit(inner, true)
    } else if (inFolder && !isWanted(entry.name)) passed++
    else if (files.length >= most) passed++
    else {
      const file = await new Promise<File>((done, fail) =>
        (entry as FileSystemFileEntry).file(done, fail),
      )
      files.push({ file, path: entry.fullPath.replace(/^\//, '') })
    }
  }
  for (const entry of entries) await visit(entry, false)
  return { files, passed }
}

/** Files of a file or folder picker; a folder's by path, in whatever order the system lists them. */
export function listPicked(list: Iterable<File>): Chosen {
  const all = [...list].map((file) => ({ file, path: file.webkitRelativePath || file.name }))
  if (all.some(({ file, path }) => path !== file.name)) {
    all.sort((a, b) => (a.path < b.path ? -1 : 1))
  }
  const wanted = all.filter(({ file, path }) => path === file.name || isWanted(file.name))
  const files = wanted.slice(0, most)
  return { files, passed: all.length - files.length }
}

const isWanted = (name: string) => readable.test(name) && !/^[.~]/.test(name)

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
