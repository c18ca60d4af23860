// Reads as the program's own thread does, but for documents no thread survives.
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { serveReader } = await import('../../lib/import/serve-reader.ts')

parentPort.on('message', ({ bytes }) => {
  const text = new TextDecoder().decode(bytes)
  if (text.includes('POISON: hang')) for (;;);
  if (text.includes('POISON: exit')) process.exit(1)
  if (text.includes('POISON: memory'))
    for (const hoard = []; ; ) hoard.push(new Array(1e6).fill(0.5))
  if (text.includes('POISON: buffers'))
    for (const hoard = []; ; ) hoard.push(new Uint8Array(2e7).fill(1))
})
serveReader()
