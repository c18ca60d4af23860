import { createServer } from 'node:net'

/**
 * Below those that systems give to outgoing connections: one of these could take the port while the
 * server is down, and a client that tries it again and again could come to be connected with itself.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 11_000 + Math.floor(Math.random() * 19_000)
    const probe = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (isFree) return port
  }
}
