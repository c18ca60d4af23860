/**
 * The embedded database in a thread of its own, since a query blocks the thread it runs in. Plain
 * JavaScript: it is started as it stands, beside a bundled server as well as from source.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, parse, protocol } from '@electric-sql/pglite'
import drivers from 'pg/lib/utils.js'

/** @type {string} */
const folder = workerData.folder

// PGlite starts with -F (no fsync) because the file system below it knows none. It does here: before
// anything is acknowledged, the system has been asked to put it on the disk.
const settings = {
  fsync: 'on',
  wal_sync_method: 'fsync',
  // Once opened, the log is cut by checkpoints of ours (see afterStatement).
  min_wal_size: '32MB',
  max_wal_size: '96MB',
  work_mem: '16MB',
}
const segmentBytes = 16 * 2 ** 20
const segmentsBetweenCheckpoints = 8

if (!existsSync(join(folder, 'PG_VERSION'))) await make()
const database = await open(folder)

/** The log's segment written last, and at the last checkpoint. */
const log = { newest: 0, atCheckpoint: 0 }
giveFsync(database.Module.FS)

/** Questions are answered one at a time, in their order. */
let last = Promise.resolve()
parentPort.on('message', (question) => {
  last = last.then(() => answer(question))
})
parentPort.postMessage({ ready: true })

/** @param {string} dataDir */
async function open(dataDir) {
  try {
    return await PGlite.create({
      dataDir,
      onStderr: noticePanic,
      startParams: [
        ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
    })
  } catch (error) {
    // Errors of the file system below it have a number (of WASI) and no words.
    if (error.name !== 'ErrnoError') throw error
    if (error.errno !== 51) throw new Error(`its file system failed with error ${error.errno}`)
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  }
}

/** Made beside its place and moved there whole: a process killed meanwhile leaves no half of one. */
async function make() {
  const draft = `${folder}.draft`
  rmSync(draft, { recursive: true, force: true })
  const fresh = await open(draft)
  await fresh.close()
  // What was written before there was an fsync.
  syncFolder(draft)
  renameSync(draft, folder)
  syncPath(dirname(folder))
}

async function answer({ id, text, values, named, close }) {
  try {
    if (close) {
      await database.close()
      parentPort.postMessage({ id, rows: [] })
      parentPort.close()
      return
    }
    const options = { rowMode: named ? 'object' : 'array' }
    const results = values ? await ask(text, values, options) : await database.exec(text, options)
    await afterStatement()
    parentPort.postMessage({ id, rows: results.at(-1)?.rows ?? [] })
  } catch (error) {
    const { message, code } = error
    parentPort.postMessage({ id, error: { message, code } })
  }
}

/**
 * What PGlite's own `query` does in six calls, one of them to learn the types of the values, in one:
 * values travel as the driver of servers writes them, so no types are asked for.
 */
async function ask(text, values, options) {
  const { serialize } = protocol
  const messages = Buffer.concat([
    serialize.parse({ text }),
    serialize.bind({ values: values.map((value) => drivers.prepareValue(value)) }),
    serialize.describe({ type: 'P' }),
    serialize.execute({}),
    serialize.sync(),
  ])
  const answer = await database.execProtocol(messages, { syncToFs: false })
  return parse.parseResults(answer.messages, database.parsers, options)
}

/**
 * After a panic (no space left for the log, say) this thread spins for ever in what was compiled as
 * the end of a process; the main thread has to end it.
 */
function noticePanic(line) {
  const [, panic] = /PANIC: +(.*)/.exec(line) ?? []
  if (panic) parentPort.postMessage({ panic })
  return true
}

/**
 * A PostgreSQL of one process makes no checkpoints by itself: its log would grow for ever, and by
 * gigabytes while a large case is written, which is one transaction.
 */
async function afterStatement() {
  if (log.newest - log.atCheckpoint < segmentsBetweenCheckpoints) return
  log.atCheckpoint = log.newest
  await database.exec('checkpoint')
}

function giveFsync(files) {
  const stream = files.open('/pglite/data/PG_VERSION', 'r')
  stream.stream_ops.fsync = ({ nfd, node }) => {
    if (nfd !== undefined) fsyncSync(nfd)
    else syncPath(files.getPath(node).replace('/pglite/data', folder))
    // Segments are named 0000000100000000000000A7: a timeline, then a number in two parts.
    if (/^[0-9A-F]{24}$/.test(node.name)) {
      const high = Number.parseInt(node.name.slice(8, 16), 16)
      const low = Number.parseInt(node.name.slice(16), 16)
      log.newest = Math.max(log.newest, high * (2 ** 32 / segmentBytes) + low)
      log.atCheckpoint ||= log.newest
    }
    return 0
  }
  files.close(stream)
}

function syncFolder(path) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) syncFolder(inner)
    else if (entry.isFile()) syncPath(inner)
  }
  syncPath(path)
}

function syncPath(path) {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } catch (error) {
    // Windows opens no folder for this, and needs none.
    if (error.code !== 'EPERM' && error.code !== 'EISDIR') throw error
  } finally {
    closeSync(file)
  }
}
