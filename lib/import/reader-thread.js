// A thread that reads documents. Plain JavaScript, so that it starts beside a bundled server as well
// as from source; what it does is TypeScript, which tsx reads as it is.
import { register } from 'tsx/esm/api'

register()
const { serveReader } = await import('./serve-reader.ts')
serveReader()
