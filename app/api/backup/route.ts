import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { AppError } from '@/lib/errors'
import { openCases } from '../../stored-cases'
import { replyError } from '../reply'

/** Every case in one file, deleted ones too. */
export async function GET() {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-backup-'))
  const done = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'backup.gz')
    await (await openCases()).backUp(path)
    const { size } = await stat(path)
    const file = createReadStream(path)
    file.once('close', () => void done())
    const day = new Date().toISOString().slice(0, 10)
    return new Response(Readable.toWeb(file) as ReadableStream, {
      headers: {
        'content-type': 'application/gzip',
        'content-length': String(size),
        'content-disposition': `attachment; filename="throughline-${day}.backup.gz"`,
      },
    })
  } catch (error) {
    await done()
    return replyError(error)
  }
}

/** Takes a backup as the body, with the file's name in the address as `?name=`, and puts its cases beside those that are there. */
export async function POST(request: Request) {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-backup-'))
  try {
    if (!request.body) throw new AppError('invalid_input', 'The request brings no backup file.')
    const path = join(folder, 'backup.gz')
    await pipeline(Readable.fromWeb(request.body as NodeStream), createWriteStream(path))
    const name = new URL(request.url).searchParams.get('name')
    const named = name ? `“${name}”` : 'The file'
    return Response.json({ cases: await (await openCases()).restoreBackup(path, named) })
  } catch (error) {
    return replyError(error)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
